// A channel: the order of what happens in it, its latest history, who is subscribed and who is present.
#pragma once

#include "hub/ChannelOptions.h"
#include "hub/Durability.h"
#include "hub/HistoryRing.h"
#include "hub/Link.h"
#include "hub/Message.h"
#include "hub/Publication.h"
#include "protocol/ClientInfo.h"
#include "protocol/StreamPosition.h"

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
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
    /// Something to be done on the worker's thread, between two turns.
    virtual void postTask(std::function<void()> task) = 0;
};

/// The subscribers of a channel on one worker, touched by that worker's thread alone: delivering takes
/// no lock and looks nothing up.
struct WorkerSubscribers {
    struct Slot {
        Link* link;
        Subscription* owner; ///< told when its slot moves
        std::uint64_t from;  ///< the channel's sequence when it subscribed: nothing up to it is delivered
        bool joinLeave;      ///< whether it wants to know who comes and goes
    };
    std::array<std::vector<Slot>, dialectCount> slots;
    std::vector<PublicationRef> pending; ///< of the worker's current turn, in order
    std::uint64_t top = 0; ///< the offset up to which everything has come, as long as somebody subscribes

    bool isEmpty() const;
};

/// How somebody subscribes.
struct SubscriptionRequest {
    Dialect dialect = Dialect::Plain;
    bool joinLeave = false;
    protocol::ClientInfo info{}; ///< for presence, joins and leaves; without a client it is none of them
    std::optional<protocol::StreamPosition> since{}; ///< to get what was published after this
    /// For one that wants to know when something may not have reached it: called on the worker's thread while
    /// it delivers, so that it must not end the subscription.
    std::function<void()> onGap{};
    std::optional<bool> isShown{};     ///< among those who are present; nothing: as the channel has it
    std::optional<bool> isAnnounced{}; ///< when it comes and goes; likewise
};

/// What a subscriber finds.
struct Joined {
    std::uint64_t sequence = 0;        ///< it takes part in what comes after this
    protocol::StreamPosition position; ///< of the channel at that moment
    bool recovered = false;            ///< `missed` is all that it asked for
    std::vector<PublicationRef> missed;
};

struct PresenceCounts {
    std::size_t clients = 0;
    std::size_t users = 0; ///< somebody anonymous is one user, however many there are
};

struct HistoryFilter {
    std::optional<protocol::StreamPosition> since;
    std::size_t limit = 0; ///< 0: none, only the position
    bool reverse = false;  ///< the newest first, and back from `since`
};

struct ChannelHistory {
    protocol::StreamPosition position;
    bool sameEpoch = true; ///< false: `since` is of another epoch, and nothing is told
    std::vector<PublicationRef> publications;
};

/// Whether there may be too many of a signal.
enum class SignalLimit : std::uint8_t {
    PerSecond, ///< chatters make it
    None,      ///< operators do, and it is to arrive
};

/// Thread-safe, but for subscribers(). One lock a channel gives what happens one order: whoever holds it
/// assigns the next sequence and posts to all workers before anyone else can.
class Channel : public std::enable_shared_from_this<Channel> {
public:
    /// `start` is where its stream goes on, or begins, and `saidAt` when something was last said there, 0:
    /// never. `onLost`, if any, must outlive it.
    Channel(std::string name, const protocol::StreamPosition& start, std::size_t workers,
            const ChannelOptions& options, const LostHandler* onLost = nullptr, std::int64_t saidAt = 0);

    const std::string& name() const { return name_; }
    const ChannelOptions& options() const { return options_; }

    /// Gives the message the next offset, remembers it and posts it to each worker with subscribers, unless
    /// `version` is not new here: then nothing happens, and the position is empty.
    protocol::StreamPosition publish(std::shared_ptr<Publication> message, const Version& version,
                                     std::span<Mailbox* const> mailboxes);
    /// Likewise, and keeps it in `store`, in the order of offsets. Nobody waits for that but `done`.
    protocol::StreamPosition publish(std::shared_ptr<Publication> message, const Version& version,
                                     Store& store, Acknowledge done, std::span<Mailbox* const> mailboxes);
    /// Posts the message to those who are there, without an offset and without remembering it; likewise.
    void publishUnremembered(std::shared_ptr<Publication> message, const Version& version,
                             std::span<Mailbox* const> mailboxes);

    /// Posts `signal` to those who are there, but for the client that it comes from, unless it is limited and
    /// there have been too many of those in this second: what one says must not cost a large room more than a
    /// message does.
    void publishSignal(std::shared_ptr<Publication> signal, SignalLimit limit,
                       std::span<Mailbox* const> mailboxes);
    static constexpr std::uint32_t maxSignalsPerSecond = 20;

    /// The message `id`, or what stands in its place; null when it is not remembered.
    PublicationRef findMessage(const std::string& id);
    /// Gives what is remembered of the message `notice->chat.id` the new content `as` (its data and search
    /// text; a tombstone has neither name nor tags), and likewise what was told of it before, and publishes
    /// `notice` as publish() does; with a `store` it is kept there.
    protocol::StreamPosition publishChange(std::shared_ptr<Publication> notice, const Publication& as,
                                           Store* store, Acknowledge done,
                                           std::span<Mailbox* const> mailboxes);

    /// Puts tombstones where it remembers messages of `user`, or only those that have no id, and answers with
    /// their ids.
    std::vector<std::string> forgetMessagesOf(const std::string& user, bool onlyNameless);

    /// Counts a subscriber of `worker` in. What it missed and what it will be delivered have neither a gap
    /// nor a message in common.
    Joined join(WorkerIndex worker, const SubscriptionRequest& request, std::span<Mailbox* const> mailboxes);
    /// Counts one out; true when nobody and nothing is left.
    bool leave(WorkerIndex worker, const SubscriptionRequest& request, std::span<Mailbox* const> mailboxes);

    /// Has the workers whose subscribers want to know look whether they have got everything that was
    /// published since the last time.
    void checkPositions(std::span<Mailbox* const> mailboxes);

    /// Whether what came after `since` is all remembered here.
    bool remembersSince(const protocol::StreamPosition& since);
    /// Where the stream stands.
    protocol::StreamPosition currentPosition() const;
    ChannelHistory history(const HistoryFilter& filter);
    /// Forgets all publications. The position stays, so who has seen all of them has missed nothing.
    void removeHistory();
    /// Shows a client that is present as this from now on; of one who is not, nothing.
    void updatePresence(const protocol::ClientInfo& info);
    /// Ends the stream when it is that of `epoch`: what it told cannot all be had again, so nobody is told a
    /// continuation of it. Another stream begins, and those who want to know of gaps are told of one.
    void beginAnew(const std::string& epoch, std::span<Mailbox* const> mailboxes);
    std::vector<protocol::ClientInfo> presence() const;
    PresenceCounts presenceCounts() const;
    /// What is shown of `client`; nothing when it is not present.
    std::optional<protocol::ClientInfo> presenceOf(const std::string& client) const;
    /// Users and everybody anonymous; where nobody is present, subscribers.
    std::size_t peopleCount() const;

    std::size_t subscriberCount() const;

    /// What it is kept for when nobody is in it.
    struct Idleness {
        std::int64_t since = 0; ///< milliseconds since 1970
        std::size_t bytes = 0;  ///< that keeping it costs; 0 when there is nothing that anybody could miss
    };
    /// Nothing while somebody is in it.
    std::optional<Idleness> idleness();

    /// When something was last said; nothing when nothing was, or that is not known any more.
    std::optional<std::int64_t> lastMessageAt() const;

    /// On the thread of `worker` only.
    WorkerSubscribers& subscribers(WorkerIndex worker) { return perWorker_[worker]; }

private:
    using Counts = std::array<std::uint32_t, dialectCount>;

    // mutex_ is held
    bool isPassedOver(const Version& version);
    void rewrite(const Publication& notice, const Publication& as);
    // What answers for the store; not mutex_, which may or may not be held then.
    std::function<void(std::optional<StoreError>)> acknowledging(Acknowledge done,
                                                                 protocol::StreamPosition position);
    protocol::StreamPosition append(std::shared_ptr<Publication> message,
                                    std::span<Mailbox* const> mailboxes);
    // Likewise, and brings `record` of it to the store.
    protocol::StreamPosition appendKept(std::shared_ptr<Publication> message,
                                        std::shared_ptr<StoredPublication> record, Store& store,
                                        Acknowledge done, std::span<Mailbox* const> mailboxes);
    PublicationRef post(std::shared_ptr<Publication> publication, std::span<Mailbox* const> mailboxes);
    void postToAll(const PublicationRef& publication, std::span<Mailbox* const> mailboxes);
    void announce(Publication::Kind kind, const SubscriptionRequest& request,
                  std::span<Mailbox* const> mailboxes);
    std::size_t total() const;
    void forgetOld();
    // Who comes back within the time of the history may ask for what it missed, were it nothing.
    std::size_t keptBytes() const;
    bool recover(const protocol::StreamPosition& since, std::vector<PublicationRef>& missed) const;
    protocol::StreamPosition position() const { return {offset_, epoch_}; }
    // One without an epoch is of whatever stream there is.
    bool isOfStream(const protocol::StreamPosition& since) const {
        return since.epoch.empty() || since.epoch == epoch_;
    }

    const std::string name_;
    const ChannelOptions options_;
    const LostHandler* const onLost_;
    mutable std::mutex mutex_; // guards what follows, but for perWorker_
    std::string epoch_;
    std::uint64_t sequence_ = 0;
    std::uint64_t offset_ = 0;
    HistoryRing history_;
    std::vector<Counts> subscriberCounts_; // by worker
    Counts totals_{};
    std::size_t watchers_ = 0;        // subscribers with onGap
    std::uint64_t checkedOffset_ = 0; // of the last check
    std::int64_t leftAt_ = 0;         // when somebody last left or spoke to nobody; milliseconds since 1970
    std::int64_t saidAt_ = 0;         // when something last was said; likewise
    std::int64_t signalSecond_ = 0;   // since 1970
    std::uint32_t signals_ = 0;       // in that second
    Version version_;                 // of the last publication that had one
    std::unordered_map<std::string, protocol::ClientInfo> present_; // by client
    std::vector<WorkerSubscribers> perWorker_;                      // each element belongs to its worker
};

} // namespace chinwag::hub
