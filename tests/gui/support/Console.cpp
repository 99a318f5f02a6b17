#include "support/Console.h"

#include "support/Wait.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>

#include <algorithm>

namespace chinwag::test {

namespace {

void type(QWidget* dialog, const char* field, const QString& text) {
    auto* const edit = dialog->findChild<QLineEdit*>(QLatin1String(field));
    edit->clear();
    QTest::keyClicks(edit, text);
}

} // namespace

void Console::logIn(const QString& address, const QString& name, const QString& password) {
    if (window.connectDialog() == nullptr)
        window.askForServer();
    QWidget* const dialog = window.connectDialog();
    type(dialog, "address", address);
    type(dialog, "name", name);
    type(dialog, "password", password);
    QTest::keyClick(dialog->findChild<QLineEdit*>(QStringLiteral("password")), Qt::Key_Return);
}

bool Console::isIn(admin::ServerLink::State state) {
    return eventually([&] { return window.link().state() == state; });
}

QString Console::connectMessage() const {
    if (window.connectDialog() == nullptr)
        return {};
    const auto* const message = window.connectDialog()->findChild<QLabel*>(QStringLiteral("fault"));
    return message->isVisibleTo(window.connectDialog()) ? message->text() : QString();
}

bool Console::focusTable() {
    // The dialog has to be gone, or it takes the window's activation back.
    if (!eventually([&] { return window.connectDialog() == nullptr; }))
        return false;
    window.activateWindow();
    view().setFocus();
    return eventually([&] { return view().hasFocus(); });
}

QAction* Console::action(const QWidget& page, const QString& text) {
    const auto actions = page.findChildren<QAction*>();
    const auto found = std::find_if(actions.begin(), actions.end(),
                                    [&](const QAction* each) { return each->text() == text; });
    return found == actions.end() ? nullptr : *found;
}

int Console::rowOf(const QString& nick) {
    for (int row = 0; row < window.connections().rowCount(); ++row) {
        const admin::ConnectionInfo* const info = window.connections().at(row);
        if (info != nullptr && info->nick == nick)
            return row;
    }
    return -1;
}

} // namespace chinwag::test
