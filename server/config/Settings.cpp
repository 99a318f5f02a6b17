#include "config/Settings.h"

namespace chinwag::config {

bool ServerSettings::secure(const ListenAddress& address) const {
    switch (address.scheme) {
    case ListenAddress::Scheme::Http: return false;
    case ListenAddress::Scheme::Https: return true;
    case ListenAddress::Scheme::Automatic: break;
    }
    return !tlsCertificate.empty();
}

bool AuthSettings::hasKeys() const {
    return !hmacSecret.empty() || !rsaPublicKey.empty() || !ecdsaPublicKey.empty() || !jwksFile.empty();
}

} // namespace chinwag::config
