#include "app/StoreSetup.h"

#include "app/DataDirectory.h"
#include "store/SqlStore.h"
#include "store/StoreLocation.h"

#include <QtCore/QDateTime>
#include <QtCore/QDir>

#include <string_view>
#include <utility>

namespace chinwag::app {

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
    const auto age = settings.store.retentionAge;
    const auto count = settings.store.retentionCount;
    if (age.count() == 0 && count == 0)
        return {};
    hub::RetentionLimits limits;
    limits.maxCount = count;
    if (age.count() != 0)
        limits.olderThan = QDateTime::currentMSecsSinceEpoch() - age.count();
    return [limits](std::string_view) { return limits; };
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
