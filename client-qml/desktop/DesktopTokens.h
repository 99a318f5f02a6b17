// The keychain of this desktop, as far as this build knows one.
#pragma once

#include "models/TokenStore.h"

#include <memory>

namespace chinwag::desktop {

/// Nothing where the program was built without a keychain's library.
std::unique_ptr<models::TokenStore> makeTokenStore();

} // namespace chinwag::desktop
