// From the settings of the file to what the rooms go by.
#pragma once

#include "auth/ApiDoor.h"
#include "config/EffectiveKeys.h"
#include "config/Settings.h"
#include "http/OperatorAccess.h"
#include "hub/ChannelOptions.h"
#include "net/NetSettings.h"
#include "session/CentrifugeSession.h"

#include <cstddef>
#include <memory>
#include <vector>

namespace chinwag::app {

std::shared_ptr<const net::NetSettings> netSettings(const config::Settings& settings);

hub::Namespaces namespaces(const config::Settings& settings);

session::CentrifugeSettings centrifugeSettings(const config::Settings& settings);

auth::ApiDoor::Rules apiRules(const config::Settings& settings);

std::vector<http::ConfigurationKey> configurationKeys(const config::EffectiveKeys& effective);

/// The number of workers that `settings` asks for: at least one.
std::size_t workerCount(const config::Settings& settings);

} // namespace chinwag::app
