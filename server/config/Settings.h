// Every setting of the server, with its default. What load() returns has been checked.
#pragma once

#include "config/ListenAddress.h"
#include "config/NamespaceSettings.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace chinwag::config {

enum class LogLevel : std::uint8_t { Debug, Info, Warning, Error };
enum class LogFormat : std::uint8_t {
    Automatic, ///< the journal when systemd connected standard error to it, otherwise text
    Text,
    Json,
    Journal
};

struct ServerSettings {
    std::vector<ListenAddress> listen{ListenAddress{}};
    std::optional<ListenAddress> internalListen;
    std::string tlsCertificate;
    std::string tlsKey;
    std::uint64_t workers = 0; ///< 0 = one a core, less one for the rest of the machine
    std::vector<std::string> origins;
    std::vector<std::string> trustedProxies;
    std::uint64_t maxConnections = 0;      ///< 0 = what the descriptor limit allows
    std::uint64_t maxConnectionsPerIp = 0; ///< 0 = no limit
    std::uint64_t maxHead = 16 * 1024;     ///< bytes
    std::uint64_t maxBody = 1024 * 1024;   ///< bytes
    std::chrono::milliseconds headTimeout = std::chrono::seconds(10);
    std::chrono::milliseconds idleTimeout = std::chrono::seconds(30);
    std::string webRoot; ///< empty = the embedded page
    std::string dataDir; ///< empty = where the system keeps such things
    std::chrono::milliseconds drainDelay{0};
    std::chrono::milliseconds drainTimeout = std::chrono::seconds(10);

    /// Whether TLS is spoken at `address`.
    bool secure(const ListenAddress& address) const;
};

struct ClientSettings {
    std::chrono::milliseconds ping = std::chrono::seconds(25);
    std::chrono::milliseconds pong = std::chrono::seconds(8);
    std::uint64_t maxMessage = 64 * 1024; ///< bytes
    std::uint64_t maxQueue = 1024 * 1024; ///< bytes
    std::uint64_t messageRate = 0;        ///< messages a second, 0 = no limit
    std::uint64_t messageBurst = 0;       ///< messages, 0 = one second's worth

    /// How many messages may come at once: messageBurst, or what its 0 stands for.
    std::uint64_t burst() const { return messageBurst == 0 ? messageRate : messageBurst; }
};

struct StoreSettings {
    std::string url; ///< empty = a SQLite file in the data directory; "none" = nothing is kept
    std::chrono::milliseconds retentionAge{0}; ///< of a message that is kept; 0 = for ever
    std::uint64_t retentionCount = 0;          ///< messages of a channel; 0 = all
};

struct AdminSettings {
    bool enabled = true;
    std::chrono::milliseconds sessionLifetime = std::chrono::hours(12);
    std::chrono::milliseconds sessionIdle = std::chrono::hours(2); ///< 0 = no limit
};

enum class AuthMode : std::uint8_t {
    Open, ///< whoever comes is let in
    Token ///< whoever has a right token
};

struct AuthSettings {
    AuthMode mode = AuthMode::Open;
    std::string hmacSecret;     ///< empty = none, as for the files
    std::string rsaPublicKey;   ///< a file
    std::string ecdsaPublicKey; ///< a file
    std::string jwksFile;
    std::string audience; ///< empty = any, as for the issuer
    std::string issuer;
    std::chrono::milliseconds leeway = std::chrono::seconds(5);

    /// Whether there is anything that tokens could be verified with.
    bool hasKeys() const;
};

struct ChatSettings {
    std::vector<std::string> reservedNicks{"Chinwag"}; ///< besides the names of operators
};

struct ApiSettings {
    std::vector<std::string> keys; ///< empty = no server API
    std::uint64_t rate = 1'000;    ///< requests a second with one key, 0 = no limit
};

struct MetricsSettings {
    bool enabled = true;
};

struct LogSettings {
    LogLevel level = LogLevel::Info;
    LogFormat format = LogFormat::Automatic;
};

struct Settings {
    ServerSettings server;
    ClientSettings client;
    StoreSettings store;
    AdminSettings admin;
    AuthSettings auth;
    ApiSettings api;
    ChatSettings chat;
    MetricsSettings metrics;
    LogSettings log;
    std::vector<NamespaceSettings> namespaces = readyMadeNamespaces(); ///< each name once
};

} // namespace chinwag::config
