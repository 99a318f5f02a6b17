// How many connections there are, in all and from each address.
#pragma once

#include "protocol/Address.h"

#include <atomic>
#include <cstddef>
#include <mutex>
#include <optional>
#include <unordered_map>

namespace chinwag::net {

/// Thread-safe; shared by the acceptors and all workers. Touched when a connection comes or goes and when
/// it turns out whose it is, never for a message.
class ConnectionCensus {
public:
    std::size_t total() const { return total_.load(std::memory_order_relaxed); }

    /// Counts a connection in for as long as it lives. Movable; must not outlive the census.
    class Entry {
    public:
        explicit Entry(ConnectionCensus& census);
        Entry(Entry&& other) noexcept;
        Entry& operator=(Entry&& other) noexcept;
        Entry(const Entry&) = delete;
        Entry& operator=(const Entry&) = delete;
        ~Entry();

        /// Counts this connection under `address` instead of the one before. False, and then counted
        /// under none, when `limit` (0: no limit) connections of that address are there already.
        [[nodiscard]] bool assign(const protocol::Address& address, std::size_t limit);

        /// All connections that are counted.
        std::size_t total() const { return census_->total(); }

    private:
        void forgetAddress();

        ConnectionCensus* census_;
        std::optional<protocol::Address> key_;
    };

private:
    std::atomic<std::size_t> total_{0};
    std::mutex mutex_; // guards perAddress_
    std::unordered_map<protocol::Address, std::size_t> perAddress_;
};

} // namespace chinwag::net
