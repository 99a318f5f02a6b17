// The store that the configuration asks for.
#pragma once

#include "config/Settings.h"
#include "hub/Store.h"
#include "store/StoreLocation.h"

#include <QtCore/QString>

#include <memory>
#include <optional>
#include <variant>

namespace chinwag::app {

/// Where it is; absent when nothing is to be kept. A text when the configuration names no store.
std::variant<std::optional<store::StoreLocation>, QString> storeLocation(const config::Settings& settings);

/// How much of a channel may stay, at this moment; empty when everything may.
hub::RetentionRule retentionRule(const config::Settings& settings);

/// Opens it, which may take a while; null when nothing is to be kept. A text for whoever starts the server
/// when it cannot be opened.
std::variant<std::unique_ptr<hub::Store>, QString> openStore(const config::Settings& settings);

} // namespace chinwag::app
