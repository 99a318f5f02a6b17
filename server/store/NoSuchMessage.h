// The answer to whoever names a message that is not there.
#pragma once

#include "hub/Store.h"

namespace chinwag::store {

inline hub::StoreError noSuchMessage() {
    return {hub::StoreError::Kind::NotFound, "there is no such message"};
}

} // namespace chinwag::store
