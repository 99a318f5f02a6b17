// The values that are in effect, key by key, and where each comes from.
#pragma once

#include "config/Loader.h"
#include "config/Origin.h"

#include <string>
#include <vector>

namespace chinwag::config {

struct EffectiveKey {
    std::string name;  ///< "section.key", or "namespace.NAME.key"
    std::string value; ///< as the file takes it, which is JSON as well; a secret that is set is masked
    Origin origin{};
};

/// What a running server goes by: what it was started with, and of reloads what they can change. One thread.
class EffectiveKeys {
public:
    /// `started` has no faults.
    explicit EffectiveKeys(const LoadResult& started);

    /// A reload has been applied, which has no faults either.
    void reload(const LoadResult& loaded);

    /// In the order in which they are printed, the namespaces at the end.
    const std::vector<EffectiveKey>& all() const { return keys_; }

private:
    std::vector<EffectiveKey> keys_;
};

} // namespace chinwag::config
