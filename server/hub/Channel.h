// A channel: the order of its publications, its latest history and who is subscribed.
#pragma once

#include "hub/HistoryRing.h"
#include "hub/Link.h"
#include "hub/Publication.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <vector>

namespace chinwag::hub {

class Channel;
class Subscription;

/// Number of a worker, from 0.
using WorkerIndex = std::size_t;

/// A publication on its way to one worker's subscribers.
struct Delivery {
    std::shared_ptr<Channel> channel;
    PublicationRef publication;
};

/// Port: the inbox of a worker. The net room implements it; any thread may post.
class Mailbox {
public:
    Mailbox() = default;
    Mailbox(const Mailbox&) = delete;
    Mailbox& operator=(const Mailbox&) = delete;
    virtual ~Mailbox() = default;
    virtual void post(Delivery delivery) = 0;
};

/// The subscribers of a channel on one worker, touched by that worker's thread alone: delivering takes
/// no lock and looks nothing up.
struct WorkerSubscribers {
    struct Slot {
        Link* link;
        Subscription* owner; ///< told when its slot moves
        std::uint64_t from;  ///< the channel's offset when it subscribed: nothing up to it is delivered
    };
    std::vector<Slot> slots;
    std::vector<PublicationRef> pending; ///< of the worker's current turn, in order
};

/// Thread-safe, but for subscribers(). One lock a channel gives its publications one order: whoever
/// holds it assigns the next offset and posts to all workers before anyone else can.
class Channel : public std::enable_shared_from_this<Channel> {
public:
    Channel(std::string name, std::size_t workers, HistoryRing::Limits history);

    const std::string& name() const { return name_; }

    /// Gives `publication` the next offset, remembers it and posts it to each worker with subscribers.
    /// Returns the offset.
    std::uint64_t publish(std::shared_ptr<Publication> publication, std::span<Mailbox* const> mailboxes);

    /// Counts a subscriber of `worker` in; returns the offset after which it takes part.
    std::uint64_t join(WorkerIndex worker);
    /// Counts one out; true when nobody is left.
    bool leave(WorkerIndex worker);

    /// See HistoryRing::since.
    bool historySince(std::uint64_t offset, std::vector<PublicationRef>& into) const;

    /// On the thread of `worker` only.
    WorkerSubscribers& subscribers(WorkerIndex worker) { return perWorker_[worker]; }

private:
    const std::string name_;
    mutable std::mutex mutex_; // guards the four below
    std::uint64_t offset_ = 0;
    HistoryRing history_;
    std::vector<std::uint32_t> subscriberCounts_; // by worker
    std::size_t total_ = 0;
    std::vector<WorkerSubscribers> perWorker_; // each element belongs to its worker
};

} // namespace chinwag::hub
