#include "app/AdminVerbs.h"
#include "app/AuditVerbs.h"
#include "app/CommandLine.h"
#include "app/ConfigVerbs.h"
#include "app/Daemon.h"
#include "app/ExitCode.h"
#include "app/HealthCheck.h"
#include "app/LogSink.h"
#include "app/Logging.h"
#include "app/Output.h"
#include "app/PublishVerb.h"
#include "app/StoreVerbs.h"
#include "app/TokenVerb.h"
#include "app/Version.h"

#include <QCoreApplication>

#include <unistd.h>
#include <utility>

namespace {

using namespace chinwag;

// `action` with a configuration that has no faults.
template <typename Action>
int withConfiguration(const config::Sources& sources, const Action& action) {
    auto loaded = config::load(sources);
    if (!loaded.faults.empty()) {
        app::reportFaults(loaded.faults);
        return app::ConfigurationError;
    }
    return action(std::move(loaded));
}

int serve(const config::Sources& sources) {
    return withConfiguration(sources, [&sources](config::LoadResult loaded) -> int {
        const app::LogSink sink(loaded.settings.log);
        app::Daemon daemon(sources, std::move(loaded), sink.latest());
        if (const auto error = daemon.start()) {
            qCCritical(app::lcApp, "%s", qUtf8Printable(*error));
            return app::Failure;
        }
        return QCoreApplication::exec();
    });
}

// A verb that needs nothing but the configuration and what it was told.
template <typename Command>
int carryOut(const config::Sources& sources, int (*verb)(const Command&, const config::Settings&),
             const Command& command) {
    return withConfiguration(
        sources, [&](const config::LoadResult& loaded) { return verb(command, loaded.settings); });
}

int healthCheck(const config::Sources& sources, const QString& text) {
    return withConfiguration(sources, [&text](const config::LoadResult& loaded) {
        const auto url = app::healthUrl(loaded.settings.server, text);
        if (const auto* error = std::get_if<QString>(&url))
            return app::failed(*error);
        return app::checkHealth(std::get<QUrl>(url));
    });
}

int run(const app::CommandLine& line) {
    const config::Sources sources{line.configFile, config::environmentFrom(environ), line.flags};
    switch (line.verb) {
    case app::Verb::Serve: return serve(sources);
    case app::Verb::CheckConfig: return app::checkConfig(sources);
    case app::Verb::PrintConfig: return app::printConfig(sources);
    case app::Verb::Admin: return carryOut(sources, app::administer, line.admin);
    case app::Verb::Audit: return carryOut(sources, app::showAudit, line.audit);
    case app::Verb::Token: return carryOut(sources, app::makeToken, line.token);
    case app::Verb::Publish: return carryOut(sources, app::publish, line.publish);
    case app::Verb::Export: return carryOut(sources, app::exportStore, line.exporting);
    case app::Verb::Erase: return carryOut(sources, app::eraseFromStore, line.erase);
    case app::Verb::Backup: return carryOut(sources, app::backUpStore, line.backupFile);
    case app::Verb::CheckStore:
        return withConfiguration(
            sources, [](const config::LoadResult& loaded) { return app::checkStore(loaded.settings); });
    case app::Verb::HealthCheck: return healthCheck(sources, QString::fromStdString(line.url));
    case app::Verb::Version:
        return app::printed("chinwagd " + app::version().toStdString() + " (Qt " + qVersion() + ")\n");
    case app::Verb::Help: return app::printed(app::helpText());
    }
    return app::Failure;
}

} // namespace

int main(int argc, char** argv) {
    // GLib's event loop costs more a turn than Qt's own, and nothing here needs GLib.
    qputenv("QT_NO_GLIB", "1");
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("chinwagd"));
    QCoreApplication::setApplicationVersion(app::version());

    const auto line = app::parseCommandLine(std::vector<std::string>(argv + 1, argv + argc));
    if (const auto* misuse = std::get_if<app::Misuse>(&line)) {
        app::failed(QString::fromStdString(misuse->text) + QStringLiteral("\nTry chinwagd --help."));
        return app::UsageError;
    }
    return run(std::get<app::CommandLine>(line));
}
