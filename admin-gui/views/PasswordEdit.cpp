#include "views/PasswordEdit.h"

#include "views/Icon.h"

#include <QAction>

namespace chinwag::admin {

PasswordEdit::PasswordEdit(QWidget* parent) : QLineEdit(parent) {
    setEchoMode(QLineEdit::Password);
    auto* const reveal = addAction(symbolIcon(QStringLiteral("show"), this), QLineEdit::TrailingPosition);
    reveal->setCheckable(true);
    reveal->setText(tr("Show the password"));
    connect(reveal, &QAction::toggled, this, [this, reveal](bool on) {
        setEchoMode(on ? QLineEdit::Normal : QLineEdit::Password);
        reveal->setIcon(symbolIcon(on ? QStringLiteral("hide") : QStringLiteral("show"), this));
    });
}

} // namespace chinwag::admin
