// The build without a keychain library.
#include "api/Credentials.h"

namespace chinwag::admin {

std::unique_ptr<Credentials> Credentials::create() {
    return std::make_unique<NoCredentials>();
}

} // namespace chinwag::admin
