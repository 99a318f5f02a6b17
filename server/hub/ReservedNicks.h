// Nicknames that not everybody may use, nor what looks like one of them.
#pragma once

#include <atomic>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace chinwag::hub {

/// Thread-safe.
class ReservedNicks {
public:
    void set(const std::vector<std::string>& names);

    /// Whether `nick` looks like a name that is reserved for somebody else than `user`, who may be nobody:
    /// empty. A reserved name belongs to the user who is called so.
    bool isReserved(std::string_view nick, std::string_view user) const;

    /// Another number once the names are others.
    std::uint64_t edition() const { return edition_.load(std::memory_order_acquire); }

private:
    using BySkeleton = std::multimap<std::string, std::string, std::less<>>;

    mutable std::mutex mutex_; // guards names_
    std::shared_ptr<const BySkeleton> names_;
    std::atomic<std::uint64_t> edition_{0};
};

/// The questions of one client, who mostly asks the same again; on its thread alone.
class NickCheck {
public:
    /// `names` must outlive it.
    explicit NickCheck(const ReservedNicks& names) : names_(names) {}

    /// Likewise; it is always the same user.
    bool isReserved(std::string_view nick, std::string_view user);

private:
    const ReservedNicks& names_;
    std::string nick_; // the last one that was asked for
    std::uint64_t edition_ = 0;
    bool isReserved_ = false; // and the answer
};

} // namespace chinwag::hub
