#include "protocol/UrlQuery.h"

#include "protocol/PercentCoding.h"
#include "protocol/Utf8Validator.h"

#include <utility>

namespace chinwag::protocol {

namespace {

std::optional<std::string> decoded(std::string_view text) {
    if (!isPercentEncodingValid(text))
        return std::nullopt;
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '%') {
            out += static_cast<char>(hexDigit(text[at + 1]) * 16 + hexDigit(text[at + 2]));
            at += 2;
        } else {
            out += text[at] == '+' ? ' ' : text[at];
        }
    }
    if (!Utf8Validator::isValid(out))
        return std::nullopt;
    return out;
}

// Takes the first pair, still encoded, off `query`.
std::pair<std::string_view, std::string_view> nextPair(std::string_view& query) {
    const auto pair = query.substr(0, query.find('&'));
    query.remove_prefix(pair.size() == query.size() ? pair.size() : pair.size() + 1);
    const auto key = pair.substr(0, pair.find('='));
    return {key, key.size() == pair.size() ? std::string_view{} : pair.substr(key.size() + 1)};
}

} // namespace

QueryParameter queryParameter(std::string_view query, std::string_view name) {
    QueryParameter found;
    while (!query.empty()) {
        const auto [key, encoded] = nextPair(query);
        if (decoded(key) != name)
            continue;
        auto value = decoded(encoded);
        if (found.value || !value)
            return {false, std::nullopt};
        found.value = std::move(value);
    }
    return found;
}

std::optional<std::vector<std::pair<std::string, std::string>>> queryParameters(std::string_view query) {
    std::vector<std::pair<std::string, std::string>> all;
    while (!query.empty()) {
        const auto [encodedKey, encodedValue] = nextPair(query);
        auto key = decoded(encodedKey);
        auto value = decoded(encodedValue);
        if (!key || !value)
            return std::nullopt;
        if (!key->empty() || !value->empty())
            all.emplace_back(std::move(*key), std::move(*value));
    }
    return all;
}

} // namespace chinwag::protocol
