// For every key a value that is not its default, as the file and as a variable or flag would have it.
#pragma once

#include "ConfigSupport.h"

#include <map>
#include <string>

namespace chinwag::test {

struct Sample {
    std::string toml;
    std::string untyped;
    std::string written;                         ///< as print-config shows it
    std::vector<config::NamedText> companions{}; ///< variables without which the value would be a fault
};

// No raw strings here: moc, which reads this file for the tests' sake, loses count of the braces.

/// By "section.key". `folder` is where the samples' files are.
inline std::map<std::string, Sample> keySamples(Folder& folder) {
    const auto pem = folder.write(QStringLiteral("some.pem"), "PEM");
    folder.write(QStringLiteral("index.html"), "<!doctype html>");
    const auto root = folder.path();
    const std::string secret = "a secret of at least 32 bytes, as it has to be";
    const std::string apiKey = "an-API-key-of-24-characters-or-more";
    const auto same = [](const std::string& text) {
        return Sample{'"' + text + '"', text, '"' + text + '"'};
    };
    const auto number = [](const std::string& text) { return Sample{text, text, text}; };
    std::map<std::string, Sample> samples{
        {"server.listen",
         {"[\"0.0.0.0:1\", \"[::]:2\"]", "0.0.0.0:1, [::]:2", "[\"0.0.0.0:1\", \"[::]:2\"]"}},
        {"server.internal_listen", same("http://127.0.0.1:9000")},
        {"server.tls_certificate", same(pem)},
        {"server.tls_key", same(pem)},
        {"server.workers", number("3")},
        {"server.origins", {"[\"https://a.example\"]", "https://a.example", "[\"https://a.example\"]"}},
        {"server.trusted_proxies",
         {"[\"10.0.0.0/8\", \"::1\"]", "10.0.0.0/8,::1", "[\"10.0.0.0/8\", \"::1\"]"}},
        {"server.max_connections", number("5000")},
        {"server.max_connections_per_ip", number("20")},
        {"server.max_head", {"\"8KiB\"", "8192", "\"8KiB\""}},
        {"server.max_body", {"2000", "2000", "2000"}},
        {"server.head_timeout", {"\"2500ms\"", "2500ms", "\"2500ms\""}},
        {"server.idle_timeout", {"60", "60", "\"1m\""}},
        {"server.web_root", same(root)},
        {"server.data_dir", same(root)},
        {"server.drain_delay", same("3s")},
        {"server.drain_timeout", same("1m")},
        {"client.ping", same("40s")},
        {"client.pong", same("7s")},
        {"client.max_message", same("32KiB")},
        {"client.max_queue", same("2MiB")},
        {"client.message_rate", number("10")},
        {"client.message_burst", {"30", "30", "30", {{"CHINWAG_CLIENT_MESSAGE_RATE", "10"}}}},
        {"store.url", same("sqlite:/var/lib/some.db")},
        {"store.retention_age", same("720h")},
        {"store.retention_count", number("10000")},
        {"admin.session_idle", same("30m")},
        {"admin.enabled", {"false", "false", "false"}},
        {"admin.session_lifetime", same("1h")},
        {"auth.mode", {"\"token\"", "token", "\"token\"", {{"CHINWAG_AUTH_HMAC_SECRET", secret}}}},
        {"auth.hmac_secret", same(secret)},
        {"auth.rsa_public_key", same(pem)},
        {"auth.ecdsa_public_key", same(pem)},
        {"auth.jwks_file", same(pem)},
        {"auth.audience", same("chat")},
        {"auth.issuer", same("https://login.example")},
        {"auth.leeway", same("1m")},
        {"api.keys", {"[\"" + apiKey + "\"]", apiKey, "[\"" + apiKey + "\"]"}},
        {"api.rate", number("50")},
        {"chat.reserved_nicks", {"[\"Admin\", \"Support\"]", "Admin,Support", "[\"Admin\", \"Support\"]"}},
        {"metrics.enabled", {"false", "false", "false"}},
        {"log.level", same("debug")},
        {"log.format", same("json")},
    };
    samples["server.tls_certificate"].companions = {{"CHINWAG_SERVER_TLS_KEY", pem}};
    samples["server.tls_key"].companions = {{"CHINWAG_SERVER_TLS_CERTIFICATE", pem}};
    return samples;
}

} // namespace chinwag::test
