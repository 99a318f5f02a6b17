// The methods of the server API, by their names.
#pragma once

#include "http/ApiAccess.h"
#include "http/ApiReply.h"

#include <rapidjson/document.h>

#include <functional>
#include <map>
#include <string>

namespace chinwag::http {

/// Reads its parameters before it returns.
using ApiMethod = std::function<void(const rapidjson::Value&, ApiDone)>;
using ApiMethods = std::map<std::string, ApiMethod, std::less<>>;

// What adds the methods of one subject.

/// publish, broadcast
void addPublishingMethods(ApiMethods& methods, const ApiAccess& access);
/// subscribe, unsubscribe, disconnect, refresh
void addClientMethods(ApiMethods& methods, const ApiAccess& access);
/// presence, presence_stats, history, history_remove, channels, info
void addChannelMethods(ApiMethods& methods, const ApiAccess& access);
/// revoke_token, invalidate_user_tokens
void addTokenMethods(ApiMethods& methods, const ApiAccess& access);

} // namespace chinwag::http
