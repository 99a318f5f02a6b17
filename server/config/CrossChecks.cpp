#include "config/CrossChecks.h"

#include "config/FileReader.h"
#include "config/Units.h"

#include <algorithm>
#include <sys/stat.h>

namespace chinwag::config {

namespace {

constexpr std::string_view certificate = "server.tls_certificate";
constexpr std::string_view privateKey = "server.tls_key";
constexpr std::string_view listen = "server.listen";
constexpr std::string_view internalListen = "server.internal_listen";
constexpr std::string_view webRoot = "server.web_root";
constexpr std::string_view authMode = "auth.mode";
constexpr std::string_view rsaPublicKey = "auth.rsa_public_key";
constexpr std::string_view ecdsaPublicKey = "auth.ecdsa_public_key";
constexpr std::string_view jwksFile = "auth.jwks_file";
constexpr std::string_view ping = "client.ping";
constexpr std::string_view pong = "client.pong";
constexpr std::string_view rate = "client.message_rate";
constexpr std::string_view burst = "client.message_burst";
constexpr std::size_t longestFile = 16UL * 1024UL * 1024UL;

class Checker {
public:
    Checker(const Settings& settings, const Whereabouts& whereabouts, std::vector<Fault>& faults)
        : server_(settings.server),
          client_(settings.client),
          auth_(settings.auth),
          whereabouts_(whereabouts),
          faults_(faults),
          before_(faults.size()) {}

    void run() const {
        checkCertificate();
        checkListeners();
        checkWebRoot();
        checkClient();
        checkAuth();
    }

private:
    /// `other` is the key that `name` contradicts, or empty.
    void complain(std::string_view name, std::string_view other, std::string what,
                  std::string allowed) const {
        const auto* key = find(name);
        const auto* against = find(other);
        if (key == nullptr || hasFault(*key) || (against != nullptr && hasFault(*against)))
            return;
        auto where = whereabouts_(*key);
        if (where.empty() && against != nullptr)
            where = whereabouts_(*against);
        faults_.push_back(
            {where.empty() ? "default" : where, fullName(*key), std::move(what), std::move(allowed)});
    }

    bool hasFault(const Key& key) const {
        return std::any_of(faults_.begin(), faults_.begin() + static_cast<std::ptrdiff_t>(before_),
                           [name = fullName(key)](const Fault& fault) { return fault.key == name; });
    }

    static const Key* find(std::string_view name) {
        const auto dot = name.find('.');
        return dot == std::string_view::npos ? nullptr : findKey(name.substr(0, dot), name.substr(dot + 1));
    }

    void checkCertificate() const {
        if (!server_.tlsCertificate.empty() && server_.tlsKey.empty())
            complain(certificate, privateKey, "is set without tls_key", "both or neither");
        if (server_.tlsCertificate.empty() && !server_.tlsKey.empty())
            complain(privateKey, certificate, "is set without tls_certificate", "both or neither");
        checkReadable(certificate, server_.tlsCertificate);
        checkReadable(privateKey, server_.tlsKey);
    }

    void checkListeners() const {
        if (server_.listen.empty())
            complain(listen, {}, "is empty", "at least one address");
        for (auto one = server_.listen.begin(); one != server_.listen.end(); ++one) {
            checkSecure(listen, *one);
            if (std::any_of(server_.listen.begin(), one,
                            [&](const auto& other) { return collide(*one, other); }))
                complain(listen, {}, inQuotes(toString(*one)) + " is there twice",
                         "every address and port once");
        }
        if (!server_.internalListen)
            return;
        checkSecure(internalListen, *server_.internalListen);
        if (std::any_of(server_.listen.begin(), server_.listen.end(),
                        [&](const auto& other) { return collide(*server_.internalListen, other); }))
            complain(internalListen, listen, "is one of the addresses in listen", "another port or address");
    }

    static bool collide(const ListenAddress& one, const ListenAddress& other) {
        return one.port != 0 && one.port == other.port && one.host == other.host;
    }

    void checkSecure(std::string_view name, const ListenAddress& address) const {
        if (address.scheme == ListenAddress::Scheme::Https && server_.tlsCertificate.empty())
            complain(name, certificate,
                     inQuotes(toString(address)) + " wants TLS, but there is no certificate",
                     "http://, or set tls_certificate and tls_key");
    }

    void checkReadable(std::string_view name, const std::string& path,
                       std::string_view allowed = "a readable PEM file") const {
        if (path.empty())
            return;
        const auto content = readFile(path, longestFile);
        if (const auto* error = std::get_if<FileError>(&content))
            complain(name, {}, inQuotes(path) + " " + error->text, std::string(allowed));
    }

    void checkWebRoot() const {
        if (server_.webRoot.empty())
            return;
        struct stat status {};
        if (stat(server_.webRoot.c_str(), &status) != 0 || !S_ISDIR(status.st_mode)) {
            complain(webRoot, {}, inQuotes(server_.webRoot) + " is not a directory",
                     "a directory with an index.html");
            return;
        }
        const auto page = readFile(server_.webRoot + "/index.html", longestFile);
        if (const auto* error = std::get_if<FileError>(&page))
            complain(webRoot, {}, inQuotes(server_.webRoot + "/index.html") + " " + error->text,
                     "a directory with an index.html");
    }

    void checkClient() const {
        if (client_.pong >= client_.ping)
            complain(pong, ping, formatDuration(client_.pong) + " is not shorter than ping",
                     "less than " + formatDuration(client_.ping));
        if (client_.messageBurst == 0)
            return;
        if (client_.messageRate == 0)
            complain(burst, rate, "does nothing without message_rate", "0, or set message_rate");
        else if (client_.messageBurst < client_.messageRate)
            complain(burst, rate, std::to_string(client_.messageBurst) + " is below message_rate",
                     "0, or at least " + std::to_string(client_.messageRate));
    }

    void checkAuth() const {
        if (auth_.mode == AuthMode::Token && !auth_.hasKeys())
            complain(authMode, {}, "\"token\" wants a key, but there is none",
                     "set hmac_secret, rsa_public_key, ecdsa_public_key or jwks_file");
        checkReadable(rsaPublicKey, auth_.rsaPublicKey);
        checkReadable(ecdsaPublicKey, auth_.ecdsaPublicKey);
        checkReadable(jwksFile, auth_.jwksFile, "a readable JWK set");
    }

    const ServerSettings& server_;
    const ClientSettings& client_;
    const AuthSettings& auth_;
    const Whereabouts& whereabouts_;
    std::vector<Fault>& faults_;
    std::size_t before_; ///< faults that were there when the checks began
};

} // namespace

void crossCheck(const Settings& settings, const Whereabouts& whereabouts, std::vector<Fault>& faults) {
    Checker(settings, whereabouts, faults).run();
}

} // namespace chinwag::config
