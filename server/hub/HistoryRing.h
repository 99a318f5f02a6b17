// The latest publications of a channel, bounded by number and by bytes.
#pragma once

#include "hub/Publication.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace chinwag::hub {

/// Not thread-safe: a channel keeps it under its own lock.
class HistoryRing {
public:
    struct Limits {
        std::size_t publications = 100;
        std::size_t bytes = 64 * 1024; ///< of what they hold; the newest publication is kept even when larger
    };

    explicit HistoryRing(Limits limits) : limits_(limits) {}

    /// Adds the newest publication and lets go of the oldest ones that are over a limit.
    /// Offsets must come in order without a gap.
    void append(PublicationRef publication);

    /// Puts `publication` in the place of the one at `index`, whose offset it has.
    void replace(std::size_t index, PublicationRef publication);

    /// Whether all publications after `offset` are here. `top` is the offset of the newest that there ever
    /// was.
    bool reaches(std::uint64_t offset, std::uint64_t top) const;
    /// Appends all publications after `offset` to `into`, oldest first. False, with nothing appended,
    /// when some of them are gone: what is answered is never partial. `top` is the offset of the newest
    /// publication that there ever was.
    bool since(std::uint64_t offset, std::uint64_t top, std::vector<PublicationRef>& into) const;

    /// Lets go of what is older than `time` (milliseconds since 1970).
    void dropOlderThan(std::int64_t time);

    /// Lets go of all.
    void clear();

    /// The publication at `index`, 0 for the oldest.
    const PublicationRef& at(std::size_t index) const { return slots_[(first_ + index) % slots_.size()]; }
    std::size_t size() const { return count_; }
    std::size_t bytes() const { return bytes_; }

private:
    void grow();
    void keepToLimit();
    void dropOldest();

    Limits limits_;
    std::vector<PublicationRef> slots_; // a ring that grows up to limits_.publications
    std::size_t first_ = 0;
    std::size_t count_ = 0;
    std::size_t bytes_ = 0;
};

} // namespace chinwag::hub
