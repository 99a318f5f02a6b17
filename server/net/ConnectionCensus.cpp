#include "net/ConnectionCensus.h"

#include <utility>

namespace chinwag::net {

ConnectionCensus::Entry::Entry(ConnectionCensus& census) : census_(&census) {
    census_->total_.fetch_add(1, std::memory_order_relaxed);
}

ConnectionCensus::Entry::Entry(Entry&& other) noexcept
    : census_(std::exchange(other.census_, nullptr)), key_(std::exchange(other.key_, std::nullopt)) {}

ConnectionCensus::Entry& ConnectionCensus::Entry::operator=(Entry&& other) noexcept {
    std::swap(census_, other.census_);
    std::swap(key_, other.key_);
    return *this;
}

ConnectionCensus::Entry::~Entry() {
    if (census_ == nullptr)
        return;
    forgetAddress();
    census_->total_.fetch_sub(1, std::memory_order_relaxed);
}

bool ConnectionCensus::Entry::assign(const protocol::Address& address, std::size_t limit) {
    const protocol::Address key = address.limitKey();
    if (key_ == key)
        return true;
    forgetAddress();
    const std::lock_guard lock(census_->mutex_);
    const auto known = census_->perAddress_.find(key);
    if (limit != 0 && known != census_->perAddress_.end() && known->second >= limit)
        return false;
    ++census_->perAddress_[key];
    key_ = key;
    return true;
}

void ConnectionCensus::Entry::forgetAddress() {
    if (!key_)
        return;
    const std::lock_guard lock(census_->mutex_);
    const auto known = census_->perAddress_.find(*key_);
    if (--known->second == 0)
        census_->perAddress_.erase(known);
    key_.reset();
}

} // namespace chinwag::net
