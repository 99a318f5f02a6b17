#include "hub/HistoryRing.h"

#include <algorithm>
#include <utility>

namespace chinwag::hub {

void HistoryRing::append(PublicationRef publication) {
    if (limits_.publications == 0)
        return;
    if (count_ == limits_.publications)
        dropOldest();
    else if (count_ == slots_.size())
        grow();
    bytes_ += publication->bytes();
    slots_[(first_ + count_) % slots_.size()] = std::move(publication);
    ++count_;
    keepToLimit();
}

void HistoryRing::replace(std::size_t index, PublicationRef publication) {
    auto& slot = slots_[(first_ + index) % slots_.size()];
    bytes_ += publication->bytes();
    bytes_ -= slot->bytes();
    slot = std::move(publication);
}

void HistoryRing::keepToLimit() {
    while (bytes_ > limits_.bytes && count_ > 1)
        dropOldest();
}

bool HistoryRing::reaches(std::uint64_t offset, std::uint64_t top) const {
    if (offset > top)
        return false;
    return count_ == 0 ? offset == top : offset + 1 >= at(0)->offset;
}

bool HistoryRing::since(std::uint64_t offset, std::uint64_t top, std::vector<PublicationRef>& into) const {
    if (!reaches(offset, top))
        return false;
    for (auto i = count_ == 0 ? 0 : static_cast<std::size_t>(offset + 1 - at(0)->offset); i < count_; ++i)
        into.push_back(at(i));
    return true;
}

void HistoryRing::dropOlderThan(std::int64_t time) {
    while (count_ > 0 && at(0)->time < time)
        dropOldest();
}

void HistoryRing::clear() {
    while (count_ > 0)
        dropOldest();
}

void HistoryRing::grow() {
    constexpr std::size_t smallest = 4;
    const std::size_t size = std::min(limits_.publications, std::max(smallest, slots_.size() * 2));
    std::vector<PublicationRef> larger(size);
    for (std::size_t i = 0; i < count_; ++i)
        larger[i] = at(i);
    slots_.swap(larger);
    first_ = 0;
}

void HistoryRing::dropOldest() {
    PublicationRef& oldest = slots_[first_];
    bytes_ -= oldest->bytes();
    oldest.reset();
    first_ = (first_ + 1) % slots_.size();
    --count_;
}

} // namespace chinwag::hub
