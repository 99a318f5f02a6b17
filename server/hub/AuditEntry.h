// What an operator has done, on record: a link of a chain of hashes.
#pragma once

#include "hub/Store.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace chinwag::hub {

/// All text is UTF-8.
struct AuditEntry {
    std::uint64_t seq = 0; ///< 1, 2, 3 and so on, without a gap; the store's to give
    StoreTime time = 0;
    std::string actor;  ///< the operator
    std::string action; ///< such as ban.add, ban.lift, room.rules, connection.kick
    std::string target; ///< whom or what it was done to
    std::string reason;
    std::string before;   ///< JSON of what it was like, or empty
    std::string after;    ///< likewise, afterwards
    std::string previous; ///< the hash of the entry before, or firstAuditLink
    std::string hash;     ///< over all of the above
};

/// What the first entry follows.
inline constexpr std::string_view firstAuditLink =
    "0000000000000000000000000000000000000000000000000000000000000000";

/// SHA-256, in lower-case hexadecimal, over the canonical form of `entry`: the JSON array
/// ["chinwag-audit-1",seq,time,actor,action,target,reason,before,after,previous] without spaces.
std::string auditHash(const AuditEntry& entry);

/// `entry` as it goes on record behind the one of number `seq` whose hash is `hash`. Its texts lose what not
/// every database keeps: NULs, and U+FEFF at the beginning.
AuditEntry chained(AuditEntry entry, std::uint64_t seq, std::string_view hash);

/// Walks the chain, an entry at a time.
class AuditWalk {
public:
    /// Why `entry` does not go on from the last one; empty when it does. After one that does not there is
    /// nothing more to say.
    std::string take(const AuditEntry& entry);
    std::uint64_t count() const { return seq_; }
    /// Of the last one.
    const std::string& hash() const { return hash_; }

private:
    std::uint64_t seq_ = 0;
    std::string hash_{firstAuditLink};
};

} // namespace chinwag::hub
