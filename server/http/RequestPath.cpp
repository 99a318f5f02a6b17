#include "http/RequestPath.h"

#include "protocol/Utf8Validator.h"

#include <algorithm>

namespace chinwag::http {

namespace {

std::optional<unsigned> hexDigit(char c) {
    if (c >= '0' && c <= '9')
        return static_cast<unsigned>(c - '0');
    if (c >= 'a' && c <= 'f')
        return static_cast<unsigned>(c - 'a') + 10;
    if (c >= 'A' && c <= 'F')
        return static_cast<unsigned>(c - 'A') + 10;
    return std::nullopt;
}

std::optional<std::string> percentDecoded(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            out += text[i];
            continue;
        }
        if (text.size() - i < 3)
            return std::nullopt;
        const auto high = hexDigit(text[i + 1]);
        const auto low = hexDigit(text[i + 2]);
        if (!high || !low)
            return std::nullopt;
        out += static_cast<char>(*high * 16 + *low);
        i += 2;
    }
    return out;
}

bool isControl(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 || byte == 0x7F;
}

QByteArray bytes(std::string_view text) {
    return {text.data(), static_cast<qsizetype>(text.size())};
}

} // namespace

std::optional<std::string> decodedPath(std::string_view target) {
    auto path = percentDecoded(target.substr(0, target.find('?')));
    if (!path || path->empty() || path->front() != '/')
        return std::nullopt;
    if (std::any_of(path->begin(), path->end(), isControl) || !protocol::Utf8Validator::isValid(*path))
        return std::nullopt;
    return path;
}

QByteArray canonicalTarget(const std::string& path, std::string_view target) {
    QByteArray out = bytes(path).toPercentEncoding("/");
    // Two slashes at the front would begin an authority.
    if (out.startsWith("//"))
        out.replace(1, 1, "%2F");
    if (const auto mark = target.find('?'); mark != std::string_view::npos) {
        out += '?';
        // The encoder escapes '%' come what may; here it begins what the client has escaped already.
        out += bytes(target.substr(mark + 1)).toPercentEncoding("!$&'()*+,;=:@/?").replace("%25", "%");
    }
    return out;
}

std::string_view queryOf(std::string_view target) {
    const auto mark = target.find('?');
    return mark == std::string_view::npos ? std::string_view() : target.substr(mark + 1);
}

} // namespace chinwag::http
