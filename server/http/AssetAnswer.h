// The answer that carries a file, or says that the client's copy is still good.
#pragma once

#include "http/AssetFolder.h"
#include "protocol/HttpMessage.h"

#include <optional>
#include <string_view>

namespace chinwag::http {

/// 200 with the asset, 304 when `request` has it already (If-None-Match), or 404 when there is none.
/// `contentPolicy` is the Content-Security-Policy of HTML.
protocol::HttpAnswer assetAnswer(const protocol::HttpRequest& request, std::optional<Asset> asset,
                                 std::string_view contentPolicy);

} // namespace chinwag::http
