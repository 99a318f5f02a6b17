#include "protocol/HttpMessage.h"

#include <algorithm>
#include <array>
#include <utility>

namespace chinwag::protocol {

namespace {

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

} // namespace

bool sameIgnoringCase(std::string_view a, std::string_view b) {
    return a.size() == b.size() &&
           std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) { return lower(x) == lower(y); });
}

std::optional<std::string_view> credentials(std::string_view authorization, std::string_view scheme) {
    if (authorization.size() <= scheme.size() || authorization[scheme.size()] != ' ' ||
        !sameIgnoringCase(authorization.substr(0, scheme.size()), scheme))
        return std::nullopt;
    return authorization.substr(scheme.size() + 1);
}

std::string_view headerValue(const std::vector<HttpHeader>& headers, std::string_view name) {
    for (const auto& header : headers) {
        if (sameIgnoringCase(header.name, name))
            return header.value;
    }
    return {};
}

bool headerHasToken(const std::vector<HttpHeader>& headers, std::string_view name, std::string_view token) {
    for (const auto& header : headers) {
        if (!sameIgnoringCase(header.name, name))
            continue;
        std::string_view rest = header.value;
        while (!rest.empty()) {
            const auto comma = rest.find(',');
            if (sameIgnoringCase(trimmed(rest.substr(0, comma)), token))
                return true;
            rest = comma == std::string_view::npos ? std::string_view{} : rest.substr(comma + 1);
        }
    }
    return false;
}

std::string_view HttpRequest::path() const {
    return std::string_view(target).substr(0, target.find('?'));
}

std::string_view reasonPhrase(int status) {
    static constexpr std::array<std::pair<int, std::string_view>, 28> phrases{{
        {101, "Switching Protocols"},
        {200, "OK"},
        {201, "Created"},
        {202, "Accepted"},
        {204, "No Content"},
        {301, "Moved Permanently"},
        {302, "Found"},
        {304, "Not Modified"},
        {400, "Bad Request"},
        {401, "Unauthorized"},
        {403, "Forbidden"},
        {404, "Not Found"},
        {405, "Method Not Allowed"},
        {408, "Request Timeout"},
        {409, "Conflict"},
        {410, "Gone"},
        {411, "Length Required"},
        {413, "Content Too Large"},
        {414, "URI Too Long"},
        {415, "Unsupported Media Type"},
        {422, "Unprocessable Content"},
        {426, "Upgrade Required"},
        {429, "Too Many Requests"},
        {431, "Request Header Fields Too Large"},
        {500, "Internal Server Error"},
        {501, "Not Implemented"},
        {503, "Service Unavailable"},
        {505, "HTTP Version Not Supported"},
    }};
    const auto* const found = std::find_if(phrases.begin(), phrases.end(),
                                           [status](const auto& phrase) { return phrase.first == status; });
    return found == phrases.end() ? std::string_view("Unknown") : found->second;
}

std::string jsonString(std::string_view text) {
    static constexpr std::string_view hexDigits = "0123456789abcdef";
    std::string out;
    out.reserve(text.size() + 2);
    out += '"';
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (byte < 0x20) {
            out += "\\u00";
            out += hexDigits[byte >> 4U];
            out += hexDigits[byte & 0x0FU];
        } else {
            out += c;
        }
    }
    out += '"';
    return out;
}

HttpAnswer problem(int status, std::string_view detail, std::string_view type) {
    HttpAnswer answer;
    answer.status = status;
    answer.headers.push_back({"Content-Type", "application/problem+json"});
    answer.body = R"({"type":)" + jsonString(type) + R"(,"title":)" + jsonString(reasonPhrase(status)) +
                  R"(,"status":)" + std::to_string(status) + R"(,"detail":)" + jsonString(detail) + "}\n";
    return answer;
}

} // namespace chinwag::protocol
