// The running program: puts the chat, its window, the desktop around it and what is kept on disk together.
#pragma once

#include "CommandLine.h"
#include "desktop/Attention.h"
#include "desktop/TrayIcon.h"
#include "models/ChatController.h"
#include "models/Language.h"
#include "models/Shell.h"

#include <QObject>
#include <QQmlApplicationEngine>

#include <memory>

class QWindow;

namespace chinwag {

namespace models {
class WindowMemory;
}

class Program : public QObject {
    Q_OBJECT

public:
    explicit Program(const CommandLine& line);
    ~Program() override;

    /// Shows the window; false when it does not come.
    bool start();
    /// What a second start was asked to do, as handOver() of SingleInstance brings it.
    void takeMessage(const QByteArray& message);
    /// The same, written down.
    static QByteArray messageFor(const CommandLine& line);

private:
    void fillIn();
    void listen();
    void applyOffline();
    void makeTray();
    void applyTray();
    void showTotals();
    void raise(const QString& token);
    void toggleWindow();

    const CommandLine line_;
    models::Language language_;
    models::Shell shell_;
    std::unique_ptr<sdk::OfflineStore> store_;   ///< outlives the chat; nothing where nothing may be kept
    std::unique_ptr<models::TokenStore> tokens_; ///< the same
    bool keeping_ = false;
    std::unique_ptr<models::ChatController> chat_;
    QQmlApplicationEngine engine_;
    QWindow* window_ = nullptr; ///< the engine's
    std::unique_ptr<models::WindowMemory> memory_;
    std::unique_ptr<desktop::TrayIcon> tray_;
    std::unique_ptr<desktop::Notifier> notifier_;
    std::unique_ptr<desktop::Attention> attention_;
};

} // namespace chinwag
