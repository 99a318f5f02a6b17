#include "models/WindowMemory.h"

#include <QEvent>
#include <QGuiApplication>
#include <QScreen>
#include <QWindow>

namespace chinwag::models {

namespace {

constexpr QSize handhold(120, 40); // pixels

int areaOf(const QRect& rect) {
    return rect.isEmpty() ? 0 : rect.width() * rect.height();
}

} // namespace

WindowMemory::WindowMemory(Preferences& preferences, QWindow& window)
    : preferences_(preferences), window_(window) {
    window_.installEventFilter(this);
}

QRect WindowMemory::fitted(const QRect& place, const QList<QRect>& screens) {
    QRect best;
    for (const QRect& screen : screens) {
        if (areaOf(screen & place) > areaOf(best & place))
            best = screen;
    }
    const QRect seen = place.isValid() ? best & place : QRect();
    if (seen.width() < handhold.width() || seen.height() < handhold.height())
        return {};
    QRect fitting(place.topLeft(), place.size().boundedTo(best.size()));
    // The title, above the place, is what a window is moved by.
    if (fitting.top() < best.top())
        fitting.moveTop(best.top());
    return fitting;
}

QVariantMap WindowMemory::properties(const Preferences& preferences) {
    QList<QRect> screens;
    const auto all = QGuiApplication::screens();
    for (const QScreen* const screen : all)
        screens << screen->availableGeometry();
    QVariantMap properties;
    const QRect place = fitted(preferences.windowPlace(), screens);
    if (!place.isNull()) {
        properties = {{QStringLiteral("x"), place.x()},
                      {QStringLiteral("y"), place.y()},
                      {QStringLiteral("width"), place.width()},
                      {QStringLiteral("height"), place.height()}};
    }
    if (preferences.isWindowMaximized())
        properties.insert(QStringLiteral("visibility"), QWindow::Maximized);
    return properties;
}

bool WindowMemory::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Close) {
        // Where a maximized window goes when it is made smaller again stays what it was.
        const QWindow::Visibility now = window_.visibility();
        if (now == QWindow::Windowed)
            preferences_.setWindow(window_.geometry(), false);
        else if (now == QWindow::Maximized)
            preferences_.setWindow(preferences_.windowPlace(), true);
    }
    return QObject::eventFilter(watched, event);
}

} // namespace chinwag::models
