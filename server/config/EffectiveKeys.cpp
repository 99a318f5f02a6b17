#include "config/EffectiveKeys.h"

#include "config/Key.h"
#include "config/ValueWriter.h"

#include <cstddef>
#include <string_view>
#include <utility>

namespace chinwag::config {

namespace {

constexpr std::string_view mask = "\"(secret)\"";

EffectiveKey effective(const Key& key, std::string name, const Settings& settings, const Settings& defaults,
                       const Origins& origins) {
    auto value = valueText(key, settings);
    if (key.secret && value != valueText(key, defaults))
        value = mask;
    const auto origin = origins.find(name);
    return {std::move(name), std::move(value), origin == origins.end() ? Origin() : origin->second};
}

void addNamespaces(std::vector<EffectiveKey>& all, const LoadResult& loaded) {
    const Settings defaults;
    for (const auto& one : loaded.settings.namespaces) {
        // The fields of a namespace's keys are in the last of them.
        Settings alone;
        alone.namespaces.assign(1, one);
        const auto prefix = std::string(namespaceSection).append(".").append(one.name).append(".");
        for (const auto& key : namespaceKeys()) {
            if (key.name != "name")
                all.push_back(
                    effective(key, prefix + std::string(key.name), alone, defaults, loaded.origins));
        }
    }
}

} // namespace

EffectiveKeys::EffectiveKeys(const LoadResult& started) {
    const Settings defaults;
    for (const auto& key : keys())
        keys_.push_back(effective(key, fullName(key), started.settings, defaults, started.origins));
    addNamespaces(keys_, started);
}

void EffectiveKeys::reload(const LoadResult& loaded) {
    const Settings defaults;
    // They stand in the order of the table.
    std::size_t place = 0;
    for (const auto& key : keys()) {
        if (key.reloadable)
            keys_[place] = effective(key, fullName(key), loaded.settings, defaults, loaded.origins);
        ++place;
    }
}

} // namespace chinwag::config
