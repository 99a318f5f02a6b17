// The build without a keychain library.
#include "desktop/DesktopTokens.h"

namespace chinwag::desktop {

std::unique_ptr<models::TokenStore> makeTokenStore() {
    return nullptr;
}

} // namespace chinwag::desktop
