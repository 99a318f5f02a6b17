// The store that the configuration asks for.
#pragma once

#include "config/Settings.h"
#include "hub/Store.h"

#include <QtCore/QString>

#include <memory>
#include <variant>

namespace chinwag::app {

/// Opens it, which may take a while; null when nothing is to be kept. A text for whoever starts the server
/// when it cannot be opened.
std::variant<std::unique_ptr<hub::Store>, QString> openStore(const config::Settings& settings);

} // namespace chinwag::app
