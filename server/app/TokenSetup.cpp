#include "app/TokenSetup.h"

#include "config/FileReader.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace chinwag::app {

namespace {

using auth::TokenKey;
using auth::TokenKeyKind;

constexpr std::size_t longestFile = 1024UL * 1024UL;

// Adds one source of keys after the other.
class Collector {
public:
    void addSecret(const std::string& secret) {
        if (!secret.empty())
            add("auth.hmac_secret", "default", TokenKey::fromSecret(secret));
    }

    void addPem(const char* name, const std::string& path, bool wantsRsa) {
        const auto text = read(name, path);
        if (!text)
            return;
        auto made = TokenKey::fromPem(*text);
        const auto* const key = std::get_if<TokenKey>(&made);
        if (key != nullptr && (key->kind() == TokenKeyKind::Rsa) != wantsRsa)
            made = std::string(wantsRsa ? "is not an RSA key" : "is not a key of a curve");
        add(name, path, std::move(made));
    }

    void addKeySet(const char* name, const std::string& path) {
        const auto text = read(name, path);
        if (!text)
            return;
        auto parsed = auth::parseKeySet(*text);
        if (const auto* const what = std::get_if<std::string>(&parsed)) {
            complain(name, path, *what);
            return;
        }
        for (auto& key : std::get<std::vector<TokenKey>>(parsed))
            keys_.push_back(std::move(key));
    }

    const std::optional<config::Fault>& fault() const { return fault_; }
    auth::TokenKeys keys() { return auth::TokenKeys(std::move(keys_)); }

private:
    std::optional<std::string> read(const char* name, const std::string& path) {
        if (path.empty())
            return std::nullopt;
        auto content = config::readFile(path, longestFile);
        if (const auto* const error = std::get_if<config::FileError>(&content)) {
            complain(name, path, error->text);
            return std::nullopt;
        }
        return std::get<std::string>(std::move(content));
    }

    void add(const char* name, const std::string& where, TokenKey::Made made) {
        if (const auto* const what = std::get_if<std::string>(&made))
            complain(name, where, *what);
        else
            keys_.push_back(std::get<TokenKey>(std::move(made)));
    }

    void complain(const char* name, const std::string& where, std::string what) {
        if (!fault_)
            fault_ = config::Fault{where, name, std::move(what), {}};
    }

    std::vector<TokenKey> keys_;
    std::optional<config::Fault> fault_;
};

} // namespace

std::variant<auth::TokenRules, config::Fault> tokenRules(const config::AuthSettings& settings) {
    Collector keys;
    keys.addSecret(settings.hmacSecret);
    keys.addPem("auth.rsa_public_key", settings.rsaPublicKey, true);
    keys.addPem("auth.ecdsa_public_key", settings.ecdsaPublicKey, false);
    keys.addKeySet("auth.jwks_file", settings.jwksFile);
    if (keys.fault())
        return *keys.fault();
    return auth::TokenRules{settings.mode == config::AuthMode::Token, keys.keys(), settings.audience,
                            settings.issuer, settings.leeway};
}

} // namespace chinwag::app
