// The running service around the server: signals, reload, systemd, the lines that say it is ready.
#pragma once

#include "app/SignalWatcher.h"
#include "app/SystemdNotifier.h"
#include "config/EffectiveKeys.h"
#include "config/Loader.h"
#include "http/OperatorAccess.h"
#include "metrics/LogRing.h"

#include <QObject>
#include <QString>

#include <memory>
#include <optional>
#include <string>

namespace chinwag::app {

class Server;

class Daemon : public QObject {
    Q_OBJECT
public:
    /// `loaded` is what `sources` gave, without faults; a reload loads from them again. `logs` must outlive
    /// it.
    Daemon(config::Sources sources, config::LoadResult&& loaded, const metrics::LogRing& logs,
           QObject* parent = nullptr);
    ~Daemon() override;

    /// Starts serving. An error text when it could not. When all is over it ends the event loop.
    std::optional<QString> start();

private:
    void announce();
    http::NodePort nodePort();
    http::ReloadResult reload();
    http::ReloadResult apply(const config::LoadResult& loaded);
    void terminate();
    void drain();

    config::Sources sources_;
    config::EffectiveKeys configuration_;
    config::Settings started_; ///< what the keys that want a restart still are
    std::string file_;         ///< the configuration file, empty when there is none
    config::LogLevel level_;   ///< that is in effect
    const metrics::LogRing& logs_;
    SignalWatcher signals_;
    SystemdNotifier systemd_;
    std::unique_ptr<Server> server_;
    bool draining_ = false;
};

} // namespace chinwag::app
