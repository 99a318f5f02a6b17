#include "app/Daemon.h"

#include "app/DescriptorLimit.h"
#include "app/ExitCode.h"
#include "app/LogSink.h"
#include "app/Logging.h"
#include "app/Server.h"
#include "app/Version.h"
#include "config/Printer.h"

#include <QCoreApplication>
#include <QSysInfo>

#include <cstdio>
#include <cstdlib>
#include <utility>

namespace chinwag::app {

Daemon::Daemon(config::Sources sources, config::LoadResult&& loaded, const metrics::LogRing& logs,
               QObject* parent)
    : QObject(parent),
      sources_(std::move(sources)),
      configuration_(loaded),
      started_(std::move(loaded.settings)),
      file_(std::move(loaded.file)),
      level_(started_.log.level),
      logs_(logs) {
    connect(&signals_, &SignalWatcher::terminateRequested, this, &Daemon::terminate);
    connect(&signals_, &SignalWatcher::reloadRequested, this, &Daemon::reload);
}

Daemon::~Daemon() = default;

std::optional<QString> Daemon::start() {
    if (auto error = signals_.install())
        return error;
    if (const auto error = raiseDescriptorLimit())
        qCWarning(lcApp, "%s", qUtf8Printable(*error));
    auto sockets = SystemdNotifier::takeSockets();
    if (const auto* error = std::get_if<QString>(&sockets))
        return *error;
    server_ = std::make_unique<Server>(started_, std::get<std::vector<int>>(std::move(sockets)),
                                       ProcessView{logs_, configuration_, nodePort()});
    connect(server_.get(), &Server::finished, this, [] { QCoreApplication::exit(Success); });
    if (auto error = server_->start())
        return error;
    announce();
    return std::nullopt;
}

void Daemon::announce() {
    const auto urls = server_->urls();
    qCInfo(lcApp, "chinwagd %s serves, configured by %s", qUtf8Printable(version()),
           file_.empty() ? "no file" : file_.c_str());
    for (const auto& url : urls)
        std::printf("listening on %s\n", qUtf8Printable(url));
    // Not in the log, which goes to more places and stays longer.
    if (const auto link = server_->setupLink())
        std::printf("there is no operator yet; to make the first one, open %s (once, within an hour)\n",
                    qUtf8Printable(*link));
    // Whoever waits for these lines reads a pipe, which the library would fill before it passes it on.
    if (std::fflush(stdout) != 0)
        qCWarning(lcApp, "standard output cannot be written to");
    systemd_.ready(QStringLiteral("listening on ") + urls.join(QStringLiteral(", ")));
}

// The HTTP server that calls these goes with server_.
http::NodePort Daemon::nodePort() {
    const auto host = QSysInfo::machineHostName().toStdString();
    return {host.empty() ? "chinwagd" : host, [this] { return reload(); },
            // The answer to whoever has asked for it goes first.
            [this] { QMetaObject::invokeMethod(this, &Daemon::drain, Qt::QueuedConnection); }};
}

http::ReloadResult Daemon::reload() {
    // Systemd waits for the answer to its own request; while draining there is nothing to apply it to.
    if (draining_)
        return {{"the server is draining"}, {}};
    SystemdNotifier::reloading();
    http::ReloadResult result;
    const auto loaded = config::load(sources_);
    for (const auto& fault : loaded.faults) {
        result.faults.push_back(config::toString(fault));
        qCWarning(lcApp, "%s", result.faults.back().c_str());
    }
    if (loaded.faults.empty())
        result = apply(loaded);
    else
        qCWarning(lcApp, "the configuration has faults, the old one stays");
    systemd_.ready(QStringLiteral("listening on ") + server_->urls().join(QStringLiteral(", ")));
    return result;
}

http::ReloadResult Daemon::apply(const config::LoadResult& loaded) {
    const auto& wanted = loaded.settings;
    LogSink::setLevel(wanted.log.level);
    auto keys = config::restartKeys(started_, wanted);
    for (const auto& key : keys)
        qCWarning(lcApp, "%s has changed, which takes a restart", key.c_str());
    if (const auto error = server_->reload(wanted)) {
        qCWarning(lcApp, "%s", qUtf8Printable(*error));
        LogSink::setLevel(level_); // nothing has changed
        return {{error->toStdString()}, {}};
    }
    level_ = wanted.log.level;
    configuration_.reload(loaded);
    qCInfo(lcApp, "the configuration is loaded again");
    return {{}, std::move(keys)};
}

void Daemon::terminate() {
    if (draining_) {
        qCWarning(lcApp, "asked to stop a second time, leaving at once");
        std::_Exit(Failure);
    }
    drain();
}

void Daemon::drain() {
    if (draining_)
        return;
    draining_ = true;
    qCInfo(lcApp, "asked to stop, draining");
    SystemdNotifier::stopping(QStringLiteral("draining"));
    server_->drain();
}

} // namespace chinwag::app
