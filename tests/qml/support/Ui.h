// The whole user interface in a window, as a person has it before them.
#pragma once

#include "models/ChatController.h"

#include <QQmlApplicationEngine>
#include <QQuickItem>
#include <QQuickWindow>
#include <QSettings>

#include <memory>

namespace chinwag::test {

class Ui {
public:
    /// Without `settings` nothing outlives it.
    explicit Ui(sdk::Client::LinkMaker makeLink, sdk::Backoff backoff = sdk::Backoff(),
                std::unique_ptr<QSettings> settings = nullptr);

    /// Shows it; false when the QML does not load or the window does not come.
    bool show(QSize size = {960, 720});

    models::ChatController& chat() { return *chat_; }
    /// The one that is shown.
    models::Room& room() { return *chat_->room(); }
    QQuickWindow& window() const { return *window_; }

    /// The visible item of that objectName, or nothing.
    QQuickItem* find(const QString& name) const;
    /// Lays everything out; false when the window has nothing to show.
    bool layOut() const;
    /// A click in its middle; false when there is no such visible item.
    bool click(const QString& name) const;
    /// Writes into what has the focus.
    void type(const QString& text) const;
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const;

    /// Fills in the form and goes; the link is then asked to open.
    void enter(const QString& address, const QString& nick, const QString& room);

private:
    std::unique_ptr<models::ChatController> chat_;
    std::unique_ptr<QQmlApplicationEngine> engine_;
    QQuickWindow* window_ = nullptr; ///< the engine's
};

} // namespace chinwag::test
