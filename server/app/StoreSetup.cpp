#include "app/StoreSetup.h"

#include "app/DataDirectory.h"
#include "hub/ChannelOptions.h"
#include "store/SqlStore.h"
#include "store/StoreLocation.h"

#include <QtCore/QDateTime>
#include <QtCore/QDir>

#include <chrono>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace chinwag::app {

namespace {

hub::RetentionLimits limitsOf(std::chrono::milliseconds age, std::uint64_t count, hub::StoreTime now) {
    return {count, age.count() != 0 ? now - age.count() : 0};
}

} // namespace

std::variant<std::optional<store::StoreLocation>, QString> storeLocation(const config::Settings& settings) {
    auto url = QString::fromStdString(settings.store.url);
    if (url == QLatin1String("none"))
        return std::optional<store::StoreLocation>();
    if (url.isEmpty())
        url = QStringLiteral("sqlite:") +
              QDir(dataDirectory(settings.server)).filePath(QStringLiteral("chinwag.db"));
    auto location = store::StoreLocation::parse(url);
    if (const auto* const fault = std::get_if<QString>(&location))
        return QStringLiteral("store.url: ") + *fault;
    return std::optional(std::get<store::StoreLocation>(std::move(location)));
}

hub::RetentionRule retentionRule(const config::Settings& settings) {
    const auto now = QDateTime::currentMSecsSinceEpoch();
    const auto& store = settings.store;
    const auto others = limitsOf(store.retentionAge, store.retentionCount, now);
    std::map<std::string, hub::RetentionLimits, std::less<>> own;
    for (const auto& one : settings.namespaces) {
        if (one.retentionAge.count() != 0 || one.retentionCount != 0)
            own[one.name] =
                limitsOf(one.retentionAge.count() != 0 ? one.retentionAge : store.retentionAge,
                         one.retentionCount != 0 ? one.retentionCount : store.retentionCount, now);
    }
    if (own.empty() && others.maxCount == 0 && others.olderThan == 0)
        return {};
    return [own = std::move(own), others](std::string_view channel) {
        const auto found = own.find(hub::namespaceOf(channel));
        return found != own.end() ? found->second : others;
    };
}

std::variant<std::unique_ptr<hub::Store>, QString> openStore(const config::Settings& settings) {
    const auto location = storeLocation(settings);
    if (const auto* const fault = std::get_if<QString>(&location))
        return *fault;
    const auto& place = std::get<std::optional<store::StoreLocation>>(location);
    if (!place)
        return std::unique_ptr<hub::Store>();
    if (settings.store.url.empty()) {
        const QDir folder(dataDirectory(settings.server));
        if (!folder.mkpath(QStringLiteral(".")))
            return QStringLiteral("cannot make the data directory %1").arg(folder.path());
    }
    auto opened = store::SqlStore::open(*place);
    if (const auto* const error = std::get_if<hub::StoreError>(&opened))
        return QStringLiteral("cannot open the store: ") + QString::fromStdString(error->text);
    return std::unique_ptr<hub::Store>(std::get<std::unique_ptr<store::SqlStore>>(std::move(opened)));
}

} // namespace chinwag::app
