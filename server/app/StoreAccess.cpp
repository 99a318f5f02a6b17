#include "app/StoreAccess.h"

#include "app/Output.h"
#include "app/StoreSetup.h"

#include <QDateTime>
#include <QTimeZone>

#include <array>

#include <pwd.h>
#include <unistd.h>

namespace chinwag::app {

using hub::StoreError;
using store::StoreLocation;
using store::Upkeep;

int failed(const StoreError& error) {
    return failed(QString::fromStdString(error.text));
}

std::variant<std::unique_ptr<Upkeep>, StoreError> openUpkeep(const config::Settings& settings,
                                                             Upkeep::Access access) {
    const auto location = storeLocation(settings);
    if (const auto* const fault = std::get_if<QString>(&location))
        return StoreError{StoreError::Kind::Failed, fault->toStdString()};
    const auto& place = std::get<std::optional<StoreLocation>>(location);
    if (!place)
        return std::unique_ptr<Upkeep>();
    return Upkeep::open(*place, access);
}

std::optional<QString> readTime(const char* option, const std::string& text, hub::StoreTime& into) {
    if (text.empty())
        return std::nullopt;
    auto time = QDateTime::fromString(QString::fromStdString(text), Qt::ISODateWithMs);
    if (!time.isValid() || time.toMSecsSinceEpoch() < 0)
        return QStringLiteral("%1 must be a time since 1970 such as 2026-11-24 or 2026-11-24T18:00:00Z")
            .arg(QLatin1String(option));
    if (time.timeSpec() == Qt::LocalTime)
        time.setTimeZone(QTimeZone::utc());
    into = time.toMSecsSinceEpoch();
    return std::nullopt;
}

std::string callerName() {
    std::array<char, 16384> names{}; // a line of passwd, and those of directories are no longer
    passwd entry{};
    passwd* found = nullptr;
    const bool isKnown =
        ::getpwuid_r(::geteuid(), &entry, names.data(), names.size(), &found) == 0 && found != nullptr;
    return isKnown ? entry.pw_name : "uid " + std::to_string(::geteuid());
}

} // namespace chinwag::app
