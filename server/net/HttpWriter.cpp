#include "net/HttpWriter.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <ctime>
#include <string_view>

namespace chinwag::net {

namespace {

struct DefaultHeader {
    std::string_view name;
    std::string_view value;
};

constexpr std::array<DefaultHeader, 5> securityHeaders{{
    {"Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"},
    {"X-Content-Type-Options", "nosniff"},
    {"Referrer-Policy", "no-referrer"},
    {"X-Frame-Options", "DENY"},
    {"Cross-Origin-Resource-Policy", "same-origin"},
}};

// IMF-fixdate (RFC 9110 section 5.6.7). Not strftime, whose names follow the locale.
std::string httpDate() {
    static constexpr std::array<const char*, 7> days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr std::array<const char*, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                        "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const std::time_t now = std::time(nullptr);
    std::tm utc{};
    gmtime_r(&now, &utc);
    std::array<char, 64> text{};
    // What it is given cannot fill the buffer.
    static_cast<void>(std::snprintf(text.data(), text.size(), "%s, %02d %s %04d %02d:%02d:%02d GMT",
                                    days[static_cast<std::size_t>(utc.tm_wday)], utc.tm_mday,
                                    months[static_cast<std::size_t>(utc.tm_mon)], utc.tm_year + 1900,
                                    utc.tm_hour, utc.tm_min, utc.tm_sec));
    return text.data();
}

void appendHeader(std::string& out, std::string_view name, std::string_view value) {
    out += name;
    out += ": ";
    out += value;
    out += "\r\n";
}

// Set here and only here.
bool isOurs(std::string_view name) {
    static constexpr std::array<std::string_view, 4> ours{"content-length", "date", "connection", "server"};
    return std::any_of(ours.begin(), ours.end(), [name](std::string_view our) {
        return std::equal(our.begin(), our.end(), name.begin(), name.end(),
                          [](char a, char b) { return a == std::tolower(static_cast<unsigned char>(b)); });
    });
}

} // namespace

std::string writeAnswer(const protocol::HttpAnswer& answer, bool keepAlive, bool headOnly) {
    std::string out;
    out.reserve(512 + (headOnly ? 0 : answer.body.size()));
    out += "HTTP/1.1 ";
    out += std::to_string(answer.status);
    out += ' ';
    out += protocol::reasonPhrase(answer.status);
    out += "\r\n";
    for (const auto& header : answer.headers) {
        if (!isOurs(header.name))
            appendHeader(out, header.name, header.value);
    }
    for (const auto& header : securityHeaders) {
        if (protocol::headerValue(answer.headers, header.name).empty())
            appendHeader(out, header.name, header.value);
    }
    const bool bodyless = answer.status == 204 || answer.status == 304;
    if (!bodyless)
        appendHeader(out, "Content-Length", std::to_string(answer.body.size()));
    appendHeader(out, "Date", httpDate());
    appendHeader(out, "Connection", keepAlive ? "keep-alive" : "close");
    out += "\r\n";
    if (!headOnly && !bodyless)
        out += answer.body;
    return out;
}

} // namespace chinwag::net
