// How commands get at the store of the configuration.
#pragma once

#include "config/Settings.h"
#include "hub/Store.h"
#include "store/Upkeep.h"

#include <QString>

#include <memory>
#include <optional>
#include <string>
#include <variant>

namespace chinwag::app {

/// The store, null when nothing is kept, or why it cannot be opened.
std::variant<std::unique_ptr<store::Upkeep>, hub::StoreError> openUpkeep(const config::Settings& settings,
                                                                         store::Upkeep::Access access);

/// As for openUpkeep(); an error, too, when nothing is kept. The exit status of `action`, or failure.
template <typename Action>
int withStore(const config::Settings& settings, store::Upkeep::Access access, const Action& action);

/// Reads the value of `option`; `into` stays as it is when there is none. An error text when it is no time.
std::optional<QString> readTime(const char* option, const std::string& text, hub::StoreTime& into);

/// The account that the command runs under.
std::string callerName();

/// Writes why it went wrong to standard error. The exit status.
int failed(const hub::StoreError& error);

template <typename Action>
int withStore(const config::Settings& settings, store::Upkeep::Access access, const Action& action) {
    auto opened = openUpkeep(settings, access);
    if (const auto* const error = std::get_if<hub::StoreError>(&opened))
        return failed(*error);
    const auto& upkeep = std::get<std::unique_ptr<store::Upkeep>>(opened);
    if (!upkeep)
        return failed(
            hub::StoreError{hub::StoreError::Kind::NotFound, "nothing is kept: store.url is \"none\""});
    return action(*upkeep);
}

} // namespace chinwag::app
