#include "support/Ui.h"

#include <QTest>
#include <QtQml/QQmlExtensionPlugin>

#include <utility>

Q_IMPORT_QML_PLUGIN(ChinwagPlugin)
Q_IMPORT_QML_PLUGIN(Chinwag_ModelsPlugin)

namespace chinwag::test {

namespace {

// Items that a view made are children of their parent item, not of its object.
QQuickItem* findIn(QQuickItem* item, const QString& name) {
    if (!item->isVisible())
        return nullptr;
    if (item->objectName() == name)
        return item;
    for (QQuickItem* child : item->childItems()) {
        if (QQuickItem* found = findIn(child, name))
            return found;
    }
    return nullptr;
}

} // namespace

Ui::Ui(sdk::Client::LinkMaker makeLink, sdk::Backoff backoff, std::unique_ptr<QSettings> settings)
    : chat_(std::make_unique<models::ChatController>(
          std::move(makeLink), std::make_unique<models::Preferences>(std::move(settings)),
          std::move(backoff))) {}

bool Ui::show(QSize size) {
    engine_ = std::make_unique<QQmlApplicationEngine>();
    engine_->addImportPath(QStringLiteral("qrc:/qt/qml"));
    engine_->setInitialProperties({{QStringLiteral("chat"), QVariant::fromValue(chat_.get())},
                                   {QStringLiteral("width"), size.width()},
                                   {QStringLiteral("height"), size.height()}});
    engine_->load(QUrl(QStringLiteral("qrc:/qt/qml/Chinwag/Main.qml")));
    window_ = qobject_cast<QQuickWindow*>(engine_->rootObjects().value(0));
    if (!window_ || !QTest::qWaitForWindowExposed(window_))
        return false;
    window_->requestActivate();
    return QTest::qWaitForWindowActive(window_);
}

QQuickItem* Ui::find(const QString& name) const {
    return findIn(window_->contentItem(), name);
}

bool Ui::layOut() const {
    // A picture is made of what is laid out, so afterwards everything is where it belongs.
    return !window_->grabWindow().isNull();
}

bool Ui::click(const QString& name) const {
    if (!layOut())
        return false;
    const QQuickItem* const item = find(name);
    if (!item)
        return false;
    const QPointF middle = item->mapToScene(QPointF(item->width() / 2, item->height() / 2));
    QTest::mouseClick(window_, Qt::LeftButton, Qt::NoModifier, middle.toPoint());
    return true;
}

void Ui::type(const QString& text) const {
    for (const QChar c : text)
        QTest::sendKeyEvent(QTest::Click, window_, Qt::Key_unknown, QString(c), Qt::NoModifier);
}

void Ui::key(Qt::Key key, Qt::KeyboardModifiers modifiers) const {
    QTest::keyClick(window_, key, modifiers);
}

void Ui::enter(const QString& address, const QString& nick, const QString& room) {
    chat_->form()->setAddress(address);
    chat_->form()->setNick(nick);
    chat_->form()->setRoom(room);
    chat_->enter();
}

} // namespace chinwag::test
