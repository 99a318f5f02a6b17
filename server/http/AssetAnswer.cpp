#include "http/AssetAnswer.h"

#include <utility>

namespace chinwag::http {

namespace {

/// RFC 9110 section 13.1.2: any of the tags, compared weakly, or a star. Our tags hold no comma.
bool clientHas(const protocol::HttpRequest& request, const std::string& etag) {
    return protocol::headerHasToken(request.headers, "If-None-Match", etag) ||
           protocol::headerHasToken(request.headers, "If-None-Match", "W/" + etag) ||
           protocol::headerHasToken(request.headers, "If-None-Match", "*");
}

} // namespace

protocol::HttpAnswer assetAnswer(const protocol::HttpRequest& request, std::optional<Asset> asset,
                                 std::string_view contentPolicy) {
    if (!asset)
        return protocol::problem(404, "there is no such file");
    protocol::HttpAnswer answer;
    // Kept by the client, but asked about each time: a new version must not wait for an age to pass.
    answer.headers = {{"ETag", asset->etag}, {"Cache-Control", "no-cache"}};
    // The 304 has it too: its headers replace those of the client's copy.
    if (asset->contentType.starts_with("text/html"))
        answer.headers.push_back({"Content-Security-Policy", std::string(contentPolicy)});
    if (clientHas(request, asset->etag)) {
        answer.status = 304;
        return answer;
    }
    answer.headers.push_back({"Content-Type", std::move(asset->contentType)});
    answer.body = std::move(asset->content);
    return answer;
}

} // namespace chinwag::http
