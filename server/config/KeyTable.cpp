#include "config/Key.h"
#include "config/NetworkSyntax.h"
#include "config/Units.h"

#include <algorithm>

namespace chinwag::config {

namespace {

// Timeouts may be short: a test or a demonstration does not want to wait for the defaults.
constexpr Range timeout{50, 60 * minute};
// As long as what the weakest of the algorithms makes of it (RFC 7518 section 3.2).
constexpr std::size_t minSecretBytes = 32;

bool isSecret(std::string_view text) {
    return text.empty() || text.size() >= minSecretBytes;
}

constexpr std::size_t minApiKeyBytes = 24;
constexpr std::size_t maxApiKeyBytes = 256;

// It travels in a header, and the environment separates several by commas.
bool isApiKey(std::string_view text) {
    return text.size() >= minApiKeyBytes && text.size() <= maxApiKeyBytes &&
           std::all_of(text.begin(), text.end(),
                       [](char byte) { return byte > ' ' && byte < 0x7f && byte != ','; });
}

constexpr std::size_t maxNickBytes = 128;

// What it may be otherwise is for the chat to say; the environment separates several by commas.
bool isNick(std::string_view text) {
    return !text.empty() && text.size() <= maxNickBytes &&
           std::none_of(text.begin(), text.end(),
                        [](char byte) { return (byte >= 0 && byte < ' ') || byte == ','; });
}

bool isAnyText(std::string_view) {
    return true;
}

bool isStoreUrl(std::string_view text) {
    return text.empty() || text == "none" || text.starts_with("sqlite:") || text.starts_with("postgresql://");
}

constexpr Syntax pathSyntax{isPath, "a file name, or \"\" for none"};

template <typename T, auto section, auto member>
constexpr Field<T> at() {
    return [](Settings& settings) -> T& { return settings.*section.*member; };
}
template <auto member>
constexpr auto server() {
    using T = std::remove_reference_t<decltype(std::declval<ServerSettings&>().*member)>;
    return at<T, &Settings::server, member>();
}
template <auto member>
constexpr auto auth() {
    using T = std::remove_reference_t<decltype(std::declval<AuthSettings&>().*member)>;
    return at<T, &Settings::auth, member>();
}
template <auto member>
constexpr auto client() {
    using T = std::remove_reference_t<decltype(std::declval<ClientSettings&>().*member)>;
    return at<T, &Settings::client, member>();
}

const std::array serverKeys{
    Key{.section = "server",
        .name = "listen",
        .field = server<&ServerSettings::listen>(),
        .flag = {"listen", "ADDR:PORT"},
        .documentation = "Where to listen. Without http:// or https:// in front, an address speaks TLS when "
                         "tls_certificate is set. Port 0 picks a free port. Sockets that systemd hands over "
                         "take the place of these."},
    Key{.section = "server",
        .name = "internal_listen",
        .field = server<&ServerSettings::internalListen>(),
        .flag = {"internal-listen", "ADDR:PORT"},
        .documentation = "A second listener for what only operators should reach (metrics and the operator "
                         "API) or applications (the server API); then the first ones no longer offer it."},
    Key{.section = "server",
        .name = "tls_certificate",
        .field = server<&ServerSettings::tlsCertificate>(),
        .syntax = pathSyntax,
        .reloadable = true,
        .documentation = "The certificate and its chain, PEM. A reload reads it again."},
    Key{.section = "server",
        .name = "tls_key",
        .field = server<&ServerSettings::tlsKey>(),
        .syntax = pathSyntax,
        .reloadable = true,
        .documentation = "The certificate's private key, PEM."},
    Key{.section = "server",
        .name = "workers",
        .field = server<&ServerSettings::workers>(),
        .range = {0, 256},
        .flag = {"workers", "N"},
        .documentation = "Threads that serve connections; 0 means one a core, less one that is left to the "
                         "rest, at least one."},
    Key{.section = "server",
        .name = "origins",
        .field = server<&ServerSettings::origins>(),
        .syntax = {isOriginPattern, "origins such as \"https://chat.example.org\" or "
                                    "\"https://*.example.org\""},
        .reloadable = true,
        .documentation = "Pages that may connect. Empty allows any. Programs that are no browser send no "
                         "Origin and are not held back by this."},
    Key{.section = "server",
        .name = "trusted_proxies",
        .field = server<&ServerSettings::trustedProxies>(),
        .syntax = {isNetwork, "addresses or networks such as \"127.0.0.1\" or \"10.0.0.0/8\""},
        .reloadable = true,
        .documentation = "Reverse proxies whose X-Forwarded-For is believed when it names the client."},
    Key{.section = "server",
        .name = "max_connections",
        .field = server<&ServerSettings::maxConnections>(),
        .range = {0, 10'000'000},
        .reloadable = true,
        .documentation = "Connections at the same time; 0 means what the limit on descriptors allows."},
    Key{.section = "server",
        .name = "max_connections_per_ip",
        .field = server<&ServerSettings::maxConnectionsPerIp>(),
        .range = {0, 10'000'000},
        .reloadable = true,
        .documentation = "Connections at the same time from one address; 0 means no limit."},
    Key{.section = "server",
        .name = "max_head",
        .field = server<&ServerSettings::maxHead>(),
        .range = {kibibyte, mebibyte},
        .unit = Unit::Bytes,
        .reloadable = true,
        .documentation = "The longest request line with headers; what is longer is answered 431."},
    Key{.section = "server",
        .name = "max_body",
        .field = server<&ServerSettings::maxBody>(),
        .range = {kibibyte, 256 * mebibyte},
        .unit = Unit::Bytes,
        .reloadable = true,
        .documentation = "The largest request body; what is larger is answered 413."},
    Key{.section = "server",
        .name = "head_timeout",
        .field = server<&ServerSettings::headTimeout>(),
        .range = timeout,
        .reloadable = true,
        .documentation = "How long a client may take to send a request's head or finish the TLS or WebSocket "
                         "handshake."},
    Key{.section = "server",
        .name = "idle_timeout",
        .field = server<&ServerSettings::idleTimeout>(),
        .range = timeout,
        .reloadable = true,
        .documentation = "How long a kept-alive HTTP connection may wait for its next request."},
    Key{.section = "server",
        .name = "web_root",
        .field = server<&ServerSettings::webRoot>(),
        .syntax = {isPath, "a directory with an index.html, or \"\" for the embedded page"},
        .flag = {"web-root", "DIR"},
        .documentation = "Serve the page from this directory instead of the one inside the program: edit, "
                         "reload the page, no rebuild."},
    Key{.section = "server",
        .name = "data_dir",
        .field = server<&ServerSettings::dataDir>(),
        .syntax = {isPath, "a directory, or \"\" for the usual one"},
        .flag = {"data-dir", "DIR"},
        .documentation = "Where the server keeps what must outlive it. Without it the state directory that "
                         "systemd gives, or else chinwag in the user's data directory."},
    Key{.section = "server",
        .name = "drain_delay",
        .field = server<&ServerSettings::drainDelay>(),
        .range = {0, 10 * minute},
        .reloadable = true,
        .documentation = "On SIGTERM, how long to go on serving while /readyz already answers 503, so that a "
                         "load balancer notices first."},
    Key{.section = "server",
        .name = "drain_timeout",
        .field = server<&ServerSettings::drainTimeout>(),
        .range = {0, 10 * minute},
        .reloadable = true,
        .documentation = "How long clients may then take to close before they are cut."},
};

const std::array authKeys{
    Key{.section = "auth",
        .name = "mode",
        .field = auth<&AuthSettings::mode>(),
        .reloadable = true,
        .documentation = "Who may chat: with open whoever comes, with token whoever brings a right token. "
                         "With open a token that comes along is verified as well, if there is a key."},
    Key{.section = "auth",
        .name = "hmac_secret",
        .field = auth<&AuthSettings::hmacSecret>(),
        .syntax = {isSecret, "at least 32 bytes, or \"\" for none"},
        .secret = true,
        .reloadable = true,
        .documentation = "The secret of tokens that are signed with HS256, HS384 or HS512. chinwagd token "
                         "signs with it, too. It may stand in the environment instead."},
    Key{.section = "auth",
        .name = "rsa_public_key",
        .field = auth<&AuthSettings::rsaPublicKey>(),
        .syntax = pathSyntax,
        .reloadable = true,
        .documentation = "The public key, PEM, of tokens that are signed with RS256, RS384 or RS512; of at "
                         "least 2048 bits. A reload reads it again, and so the other files."},
    Key{.section = "auth",
        .name = "ecdsa_public_key",
        .field = auth<&AuthSettings::ecdsaPublicKey>(),
        .syntax = pathSyntax,
        .reloadable = true,
        .documentation = "The public key, PEM, of tokens that are signed with ES256 (a key on the curve "
                         "P-256), ES384 (P-384) or ES512 (P-521)."},
    Key{.section = "auth",
        .name = "jwks_file",
        .field = auth<&AuthSettings::jwksFile>(),
        .syntax = pathSyntax,
        .reloadable = true,
        .documentation = "A JWK set with further keys: RSA, EC and oct. A token that names its key by kid is "
                         "verified with the key of that name, or one without a name."},
    Key{.section = "auth",
        .name = "audience",
        .field = auth<&AuthSettings::audience>(),
        .syntax = {isAnyText, "a text, or \"\" for any"},
        .reloadable = true,
        .documentation = "Who tokens must be meant for: their aud, or one of them."},
    Key{.section = "auth",
        .name = "issuer",
        .field = auth<&AuthSettings::issuer>(),
        .syntax = {isAnyText, "a text, or \"\" for any"},
        .reloadable = true,
        .documentation = "Who must have made tokens: their iss."},
    Key{.section = "auth",
        .name = "leeway",
        .field = auth<&AuthSettings::leeway>(),
        .range = {0, 5 * minute},
        .reloadable = true,
        .documentation = "By how much the clock of whoever makes tokens may differ from the server's."},
};

const std::array otherKeys{
    Key{.section = "client",
        .name = "ping",
        .field = client<&ClientSettings::ping>(),
        .range = timeout,
        .reloadable = true,
        .documentation = "How often a WebSocket client is asked whether it is still there."},
    Key{.section = "client",
        .name = "pong",
        .field = client<&ClientSettings::pong>(),
        .range = timeout,
        .reloadable = true,
        .documentation = "How long it may take to answer; shorter than ping."},
    Key{.section = "client",
        .name = "max_message",
        .field = client<&ClientSettings::maxMessage>(),
        .range = {64, 64 * mebibyte},
        .unit = Unit::Bytes,
        .reloadable = true,
        .documentation = "The longest message; a client that sends a longer one is closed with 1009."},
    Key{.section = "client",
        .name = "max_queue",
        .field = client<&ClientSettings::maxQueue>(),
        .range = {kibibyte, 1024 * mebibyte},
        .unit = Unit::Bytes,
        .reloadable = true,
        .documentation =
            "What may wait for a client that reads too slowly; over it the client is closed with "
            "3008."},
    Key{.section = "client",
        .name = "message_rate",
        .field = client<&ClientSettings::messageRate>(),
        .range = {0, 1'000'000},
        .reloadable = true,
        .documentation =
            "Messages a second from one connection; 0 means no limit. In the seed's dialect what "
            "comes faster is read later, nothing is lost; a command of the Centrifuge protocol "
            "is refused, to be tried again."},
    Key{.section = "client",
        .name = "message_burst",
        .field = client<&ClientSettings::messageBurst>(),
        .range = {0, 1'000'000},
        .reloadable = true,
        .documentation = "Messages that may come at once before message_rate holds; 0 means one second's "
                         "worth."},
    Key{.section = "store",
        .name = "url",
        .field = at<std::string, &Settings::store, &StoreSettings::url>(),
        .syntax = {isStoreUrl, "sqlite:FILE, postgresql://USER:PASSWORD@HOST/DATABASE, \"none\" or \"\""},
        .secret = true,
        .flag = {"database", "URL"},
        .documentation = "Where messages are kept: sqlite:FILE, or postgresql://USER:PASSWORD@HOST/DATABASE. "
                         "Empty means a SQLite file in the data directory, \"none\" that nothing outlives "
                         "the server. It may stand in the environment instead, as CHINWAG_STORE_URL."},
    Key{.section = "store",
        .name = "retention_age",
        .field = at<std::chrono::milliseconds, &Settings::store, &StoreSettings::retentionAge>(),
        .range = {0, 100 * 365 * day},
        .reloadable = true,
        .documentation = "How long messages are kept, such as \"720h\"; older ones are deleted in the "
                         "background, within minutes, for good. 0 means for ever."},
    Key{.section = "store",
        .name = "retention_count",
        .field = at<std::uint64_t, &Settings::store, &StoreSettings::retentionCount>(),
        .range = {0, 1'000'000},
        .reloadable = true,
        .documentation = "How many messages of each channel are kept; when there are more, the oldest are "
                         "deleted likewise. 0 means all."},
    Key{.section = "admin",
        .name = "enabled",
        .field = at<bool, &Settings::admin, &AdminSettings::enabled>(),
        .documentation = "Offer the operator API, which chinwag-admin speaks. Operators are made with "
                         "chinwagd admin add."},
    Key{.section = "admin",
        .name = "session_lifetime",
        .field = at<std::chrono::milliseconds, &Settings::admin, &AdminSettings::sessionLifetime>(),
        .range = {minute, 30 * day},
        .documentation = "How long an operator stays logged in, used or not."},
    Key{.section = "admin",
        .name = "session_idle",
        .field = at<std::chrono::milliseconds, &Settings::admin, &AdminSettings::sessionIdle>(),
        .range = {0, 30 * day},
        .documentation =
            "How long a session of an operator lasts without a request; chinwag-admin makes some "
            "as long as it is connected. 0 means as long as the session lives."},
    Key{.section = "api",
        .name = "keys",
        .field = at<std::vector<std::string>, &Settings::api, &ApiSettings::keys>(),
        .syntax = {isApiKey, "keys of 24 to 256 ASCII characters without spaces and commas"},
        .secret = true,
        .reloadable = true,
        .documentation = "The keys of applications that may use the server API, each a secret as long as "
                         "openssl rand -hex 24 makes one. Without keys there is no such API. They may stand "
                         "in the environment instead."},
    Key{.section = "api",
        .name = "rate",
        .field = at<std::uint64_t, &Settings::api, &ApiSettings::rate>(),
        .range = {0, 1'000'000},
        .reloadable = true,
        .documentation = "Requests a second with one key, and as many at once; what is over it is answered "
                         "429. A batch is one request. 0 means no limit."},
    Key{.section = "chat",
        .name = "reserved_nicks",
        .field = at<std::vector<std::string>, &Settings::chat, &ChatSettings::reservedNicks>(),
        .syntax = {isNick, "names of up to 128 bytes without commas"},
        .reloadable = true,
        .documentation = "Nicknames that only a user who is called so by a token may have, and nobody may "
                         "have one that looks like it. The names of operators always are such."},
    Key{.section = "metrics",
        .name = "enabled",
        .field = at<bool, &Settings::metrics, &MetricsSettings::enabled>(),
        .documentation = "Offer /metrics in the Prometheus format."},
    Key{.section = "log",
        .name = "level",
        .field = at<LogLevel, &Settings::log, &LogSettings::level>(),
        .reloadable = true,
        .flag = {"log-level", "LEVEL"},
        .documentation = "The least important records to log: debug, info, warning or error."},
    Key{.section = "log",
        .name = "format",
        .field = at<LogFormat, &Settings::log, &LogSettings::format>(),
        .flag = {"log-format", "FORMAT"},
        .documentation =
            "text is for a terminal, json has one object a line, journal goes to systemd's "
            "journal; auto is journal when systemd started the server with one, otherwise text."},
};

} // namespace

std::span<const Key> keys() {
    static const auto all = [] {
        std::vector<Key> table(serverKeys.begin(), serverKeys.end());
        table.insert(table.end(), authKeys.begin(), authKeys.end());
        table.insert(table.end(), otherKeys.begin(), otherKeys.end());
        return table;
    }();
    return all;
}

} // namespace chinwag::config
