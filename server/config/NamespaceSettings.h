// What the channels of a namespace do, as it is configured.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

namespace chinwag::config {

/// Who may do something without a token for the channel.
enum class Audience : std::uint8_t {
    Nobody,
    Users, ///< whose connection token says who they are
    Anyone,
};

struct NamespaceSettings {
    std::string name; ///< what stands before the first ':'; empty: of channels without one
    std::uint64_t historySize = 0;
    std::uint64_t historyBytes = 64 * 1024;
    std::chrono::milliseconds historyTtl = std::chrono::hours(1);
    bool durable = false;
    std::chrono::milliseconds retentionAge{0}; ///< of what is kept; 0 = that of [store], as for the count
    std::uint64_t retentionCount = 0;          ///< of each channel
    bool presence = false;
    bool joinLeave = false;
    bool recover = false;
    bool cache = false;
    bool positioned = false;
    Audience subscribe = Audience::Nobody;
    Audience publish = Audience::Nobody;
    std::uint64_t maxMessage = 0; ///< bytes; 0 = no limit of its own
};

/// Those that are there without configuration: "chat", "" and "score".
std::vector<NamespaceSettings> readyMadeNamespaces();

} // namespace chinwag::config
