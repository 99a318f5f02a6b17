#include "instance/WindowRaiser.h"

#include <QWindow>

namespace chinwag::instance {

namespace {

constexpr char tokenVariable[] = "XDG_ACTIVATION_TOKEN";

} // namespace

void bringToFront(QWindow& window, const QString& token) {
    if (!token.isEmpty()) // Qt's platform for Wayland reads it there
        qputenv(tokenVariable, token.toUtf8());
    if (!window.isVisible())
        window.show();
    window.setWindowStates(window.windowStates() & ~Qt::WindowMinimized);
    window.raise();
    window.requestActivate();
}

QString takeStartToken() {
    const QString token = qEnvironmentVariable(tokenVariable);
    qunsetenv(tokenVariable);
    return token;
}

} // namespace chinwag::instance
