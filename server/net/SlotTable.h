// Finds what comes and goes by a name that is never given twice.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace chinwag::net {

/// Places for pointers to items, which it does not own. A place is used again, but under another
/// generation, so a stale name finds nothing. Adding, removing and finding take constant time. Of one
/// thread.
template <typename Item>
class SlotTable {
public:
    struct Place {
        std::uint32_t slot = 0;
        std::uint32_t generation = 0; ///< never 0 for a place that was given
    };

    Place add(Item& item) {
        std::uint32_t slot = 0;
        if (free_.empty()) {
            slot = static_cast<std::uint32_t>(slots_.size());
            slots_.emplace_back();
        } else {
            slot = free_.back();
            free_.pop_back();
        }
        slots_[slot].item = &item;
        return {slot, ++slots_[slot].generation};
    }

    /// A place that is not taken any more is left alone.
    void remove(const Place& place) {
        if (find(place) == nullptr)
            return;
        slots_[place.slot].item = nullptr;
        free_.push_back(place.slot);
    }

    Item* find(const Place& place) const {
        if (place.slot >= slots_.size() || slots_[place.slot].generation != place.generation)
            return nullptr;
        return slots_[place.slot].item;
    }

    /// How many slots there are, and what is in one: null when it is free. To visit all items bit by bit.
    std::size_t slotCount() const { return slots_.size(); }
    Item* at(std::size_t slot) const { return slots_[slot].item; }

private:
    struct Slot {
        Item* item = nullptr;
        std::uint32_t generation = 0;
    };
    std::vector<Slot> slots_;
    std::vector<std::uint32_t> free_;
};

} // namespace chinwag::net
