#include "app/StoreVerbs.h"

#include "app/ExitCode.h"
#include "app/Interruption.h"
#include "app/Output.h"
#include "app/ProgressLine.h"
#include "app/StoreAccess.h"
#include "app/StoreSetup.h"
#include "store/ExportFile.h"
#include "store/Upkeep.h"

#include <QFileInfo>

#include <chrono>
#include <cstdio>
#include <future>
#include <iostream>
#include <memory>
#include <optional>
#include <utility>
#include <variant>

#include <unistd.h>

namespace chinwag::app {

namespace {

using store::StoreLocation;
using store::Upkeep;

template <typename Action>
int withLocation(const config::Settings& settings, const Action& action) {
    const auto location = storeLocation(settings);
    if (const auto* const fault = std::get_if<QString>(&location))
        return app::failed(*fault);
    const auto& place = std::get<std::optional<StoreLocation>>(location);
    if (!place)
        return app::failed(QStringLiteral("nothing is kept: store.url is \"none\""));
    return action(*place);
}

bool isConfirmed(const std::string& user) {
    static_cast<void>(std::fprintf(
        stderr, "All that %s wrote is taken out of the store, for good. Type yes to go on: ", user.c_str()));
    std::string answer;
    std::getline(std::cin, answer);
    return answer == "yes";
}

std::optional<hub::StoreError> copy(const StoreLocation& location, const std::string& file) {
    auto opened = Upkeep::open(location, Upkeep::Access::Beside);
    if (auto* const error = std::get_if<hub::StoreError>(&opened))
        return std::move(*error);
    auto result = std::get<std::unique_ptr<Upkeep>>(opened)->backUpTo(file);
    auto* const error = std::get_if<hub::StoreError>(&result);
    return error != nullptr ? std::optional(std::move(*error)) : std::nullopt;
}

} // namespace

int exportStore(const ExportCommand& command, const config::Settings& settings) {
    store::ExportRange range{command.channel};
    auto fault = readTime("--since", command.since, range.since);
    if (!fault)
        fault = readTime("--until", command.until, range.until);
    if (fault)
        return app::failed(*fault);
    return withStore(settings, Upkeep::Access::Beside, [&](Upkeep& upkeep) -> int {
        const Interruption interruption;
        const bool toOutput = command.file == "-";
        auto file = toOutput ? store::ExportFile::standardOutput() : store::ExportFile(command.file);
        hub::StoreResult<std::uint64_t> written;
        {
            ProgressLine line("exporting");
            const store::Progress show = [&line](std::uint64_t done, std::uint64_t all) {
                line.show(done, all);
            };
            written = upkeep.exportTo(file, range, line.isSeen() ? show : store::Progress(),
                                      &Interruption::requested);
        }
        if (const auto* const error = std::get_if<hub::StoreError>(&written))
            return failed(*error);
        if (toOutput)
            return Success;
        return printed(std::to_string(std::get<std::uint64_t>(written)) + " messages are in " + command.file +
                       '\n');
    });
}

int eraseFromStore(const EraseCommand& command, const config::Settings& settings) {
    if (!command.yes && ::isatty(STDIN_FILENO) != 1) {
        app::failed(QStringLiteral("erase asks first, and standard input is no terminal: add --yes"));
        return UsageError;
    }
    return withStore(settings, Upkeep::Access::Alone, [&](Upkeep& upkeep) -> int {
        if (!command.yes && !isConfirmed(command.user))
            return app::failed(QStringLiteral("nothing was erased"));
        const Interruption interruption;
        const auto result = upkeep.erase(command.user, callerName(), &Interruption::requested);
        if (const auto* const error = std::get_if<hub::StoreError>(&result))
            return failed(*error);
        const auto& erasure = std::get<hub::Erasure>(result);
        return printed(std::to_string(erasure.messages) + " messages are erased; on record as " +
                       erasure.subject + '\n');
    });
}

int backUpStore(const std::string& file, const config::Settings& settings) {
    return withLocation(settings, [&](const StoreLocation& location) -> int {
        auto copying = std::async(std::launch::async, [&] { return copy(location, file); });
        {
            ProgressLine line("copying");
            const QString part = QString::fromStdString(store::unfinishedBackup(file));
            while (copying.wait_for(std::chrono::milliseconds(200)) != std::future_status::ready)
                line.show(static_cast<std::uint64_t>(QFileInfo(part).size()),
                          static_cast<std::uint64_t>(QFileInfo(location.path).size()));
        }
        if (const auto error = copying.get())
            return failed(*error);
        return printed("the store is copied to " + file + '\n');
    });
}

int checkStore(const config::Settings& settings) {
    return withStore(settings, Upkeep::Access::Beside, [](Upkeep& upkeep) -> int {
        const auto result = upkeep.check();
        if (const auto* const error = std::get_if<hub::StoreError>(&result))
            return failed(*error);
        const auto& verdict = std::get<Upkeep::Verdict>(result);
        for (const auto& fault : verdict.faults)
            static_cast<void>(printed(fault + '\n'));
        if (!verdict.faults.empty())
            return app::failed(QStringLiteral("the store is damaged: restore a backup"));
        return printed("the store is sound: " + std::to_string(verdict.messages) + " messages in " +
                       std::to_string(verdict.channels) + " channels\n");
    });
}

} // namespace chinwag::app
