#include "config/CrossChecks.h"

#include "config/FileReader.h"
#include "config/Units.h"

#include <algorithm>
#include <sys/stat.h>

namespace chinwag::config {

namespace {

constexpr std::size_t longestFile = 16UL * 1024UL * 1024UL;

class Checker {
public:
    Checker(const Settings& settings, const Whereabouts& whereabouts, std::vector<Fault>& faults)
        : server_(settings.server), client_(settings.client), whereabouts_(whereabouts), faults_(faults) {}

    void run() const {
        checkCertificate();
        checkListeners();
        checkReadable("tls_certificate", server_.tlsCertificate);
        checkReadable("tls_key", server_.tlsKey);
        checkWebRoot();
        checkClient();
    }

private:
    void complain(std::string_view section, std::string_view name, std::string what,
                  std::string allowed) const {
        if (const auto* key = findKey(section, name))
            faults_.push_back({whereabouts_(*key), fullName(*key), std::move(what), std::move(allowed)});
    }

    void checkCertificate() const {
        if (!server_.tlsCertificate.empty() && server_.tlsKey.empty())
            complain("server", "tls_certificate", "is set without tls_key", "both or neither");
        if (server_.tlsCertificate.empty() && !server_.tlsKey.empty())
            complain("server", "tls_key", "is set without tls_certificate", "both or neither");
    }

    void checkListeners() const {
        if (server_.listen.empty())
            complain("server", "listen", "is empty", "at least one address");
        for (auto one = server_.listen.begin(); one != server_.listen.end(); ++one) {
            checkSecure("listen", *one);
            if (std::any_of(server_.listen.begin(), one,
                            [&](const auto& other) { return collide(*one, other); }))
                complain("server", "listen", quoted(toString(*one)) + " is there twice",
                         "every address and port once");
        }
        if (!server_.internalListen)
            return;
        checkSecure("internal_listen", *server_.internalListen);
        if (std::any_of(server_.listen.begin(), server_.listen.end(),
                        [&](const auto& other) { return collide(*server_.internalListen, other); }))
            complain("server", "internal_listen", "is one of the addresses in listen",
                     "another port or address");
    }

    static bool collide(const ListenAddress& one, const ListenAddress& other) {
        return one.port != 0 && one.port == other.port && one.host == other.host;
    }

    void checkSecure(std::string_view name, const ListenAddress& address) const {
        if (address.scheme == ListenAddress::Scheme::Https && server_.tlsCertificate.empty())
            complain("server", name, quoted(toString(address)) + " wants TLS, but there is no certificate",
                     "http://, or set tls_certificate and tls_key");
    }

    void checkReadable(std::string_view name, const std::string& path) const {
        if (path.empty())
            return;
        const auto content = readFile(path, longestFile);
        if (const auto* error = std::get_if<FileError>(&content))
            complain("server", name, quoted(path) + " " + error->text, "a readable PEM file");
    }

    void checkWebRoot() const {
        if (server_.webRoot.empty())
            return;
        struct stat status {};
        if (stat(server_.webRoot.c_str(), &status) != 0 || !S_ISDIR(status.st_mode)) {
            complain("server", "web_root", quoted(server_.webRoot) + " is not a directory",
                     "a directory with an index.html");
            return;
        }
        const auto page = readFile(server_.webRoot + "/index.html", longestFile);
        if (const auto* error = std::get_if<FileError>(&page))
            complain("server", "web_root", quoted(server_.webRoot + "/index.html") + " " + error->text,
                     "a directory with an index.html");
    }

    void checkClient() const {
        if (client_.pong >= client_.ping)
            complain("client", "pong", formatDuration(client_.pong) + " is not shorter than ping",
                     "less than " + formatDuration(client_.ping));
        if (client_.messageBurst == 0)
            return;
        if (client_.messageRate == 0)
            complain("client", "message_burst", "does nothing without message_rate",
                     "0, or set message_rate");
        else if (client_.messageBurst < client_.messageRate)
            complain("client", "message_burst",
                     std::to_string(client_.messageBurst) + " is below message_rate",
                     "0, or at least " + std::to_string(client_.messageRate));
    }

    const ServerSettings& server_;
    const ClientSettings& client_;
    const Whereabouts& whereabouts_;
    std::vector<Fault>& faults_;
};

} // namespace

void crossCheck(const Settings& settings, const Whereabouts& whereabouts, std::vector<Fault>& faults) {
    Checker(settings, whereabouts, faults).run();
}

} // namespace chinwag::config
