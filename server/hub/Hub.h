// The hub: which channels there are. Everything a session does with messages goes through here.
#pragma once

#include "hub/Channel.h"
#include "hub/ChannelOptions.h"
#include "hub/Clients.h"
#include "hub/IdempotencyCache.h"
#include "hub/Message.h"
#include "hub/Moderation.h"
#include "hub/OperatorEvents.h"
#include "hub/ReservedNicks.h"
#include "hub/RoomDirectory.h"
#include "hub/Store.h"
#include "hub/TurnLimit.h"

#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace chinwag::hub {

/// Thread-safe. The lock is taken when somebody joins or leaves, or names a channel to ask for it or to
/// publish in it, never when a message is published in a channel that one has.
class Hub {
public:
    static constexpr std::size_t idleHistoryBytes = 64 * 1024 * 1024;

    /// `mailboxes`, one a worker, must outlive the hub. Rules begin and end by `clock`.
    Hub(std::vector<Mailbox*> mailboxes, Namespaces namespaces, Moderation::Clock clock = wallMilliseconds);

    /// Durable channels are kept in `store`, which must outlive the hub's use, and go on where they stood
    /// there if nothing is missing; what users published lately is recognised again. Waits for the store's
    /// answer. Before anybody joins or publishes. An error: nothing is recognised.
    std::optional<StoreError> keepIn(Store& store);
    /// Null when nothing is kept.
    Store* store() const { return store_; }
    /// Whether the messages of `channel` are kept.
    bool keeps(const Channel& channel) const { return store_ != nullptr && channel.options().durable; }
    /// Whether what is published in `channel` now can be kept as it should.
    bool accepts(const Channel& channel) const;
    /// Where the streams of all durable channels stand: to be kept when nobody publishes any more.
    std::vector<ChannelPosition> positions();

    const Namespaces& namespaces() const { return namespaces_; }
    Clients& clients() { return clients_; }
    /// What clients may not call themselves.
    ReservedNicks& reservedNicks() { return reservedNicks_; }
    /// What operators do not allow.
    Moderation& moderation() { return moderation_; }
    /// How often a user may open direct rooms, which others find on their lists.
    TurnLimit& directTurns() { return directTurns_; }
    /// What operators are told of.
    OperatorEvents& operatorEvents() { return operatorEvents_; }

    /// Publishes what one of the seed's clients says, as it says it. `nick` is what it calls itself, or
    /// empty, and `user` whom its token names, which is kept and not told.
    protocol::StreamPosition publishPlain(Channel& channel, std::string_view text, std::string_view nick = {},
                                          std::string_view user = {});
    /// Publishes JSON in a channel that one has, unless it was published before, by its key, or is passed
    /// over for its version. `done` may be empty.
    void publish(Channel& channel, Message message, Acknowledge done);

    /// Likewise in the channel called `channel`, which must have a namespace or be one of operators, whoever
    /// is in it or nobody.
    /// What was published before is acknowledged with the position that it got then, what was passed over or
    /// skips the history with an empty one.
    void publish(std::string_view channel, Message message, Acknowledge done);

    /// Whether the message with `key` was published in `channel` lately: publishing it again only confirms
    /// that.
    bool isPublished(const Channel& channel, const std::string& key);

    /// Tells those in `channel`, but for the client in `info`, whom it comes from, something of the moment:
    /// JSON text that nobody misses. Channel::publishSignal() says how much of that there may be.
    void signal(Channel& channel, std::string data, protocol::ClientInfo info,
                SignalLimit limit = SignalLimit::PerSecond);

    /// Tells in the channel called `name`, which must have a namespace, what became of the message
    /// `notice->chat.id`, whose content `as` is now, and keeps that as the messages of the channel are kept.
    /// What the store has of the message is not touched.
    void publishChange(std::string_view name, std::shared_ptr<Publication> notice, const Publication& as,
                       Acknowledge done);

    /// The channel called `name`, made when there is none. Null when it has no namespace.
    std::shared_ptr<Channel> channel(std::string_view name);

    /// How many are subscribed to the channel called `name`; it is not made.
    std::size_t subscriberCount(std::string_view name);

    /// Channels that there are, with a subscriber or with something to remember, but for those of operators.
    std::size_t channelCount() const { return channelCount_.load(std::memory_order_relaxed); }

    struct ActiveChannel {
        std::string name;
        std::size_t subscribers = 0;
    };
    /// The channels with subscribers whose names `accepts`, but for those of operators.
    std::vector<ActiveChannel> activeChannels(const std::function<bool(std::string_view)>& accepts);

    /// All that there are at this moment, but for those of operators.
    std::vector<std::shared_ptr<Channel>> channels();

    struct KnownChannels {
        std::vector<std::shared_ptr<Channel>> present;
        /// Those that are kept and that nobody uses now, and when something was last said in each; 0: never.
        std::vector<std::pair<std::string, std::int64_t>> resting;
    };
    /// All that are known at one moment, but for those of operators.
    KnownChannels knownChannels();
    /// The rooms that anybody may find.
    RoomDirectory& directory() { return directory_; }

    /// Looks whether those who want to know have got everything; to be called now and then.
    void checkPositions();

    /// Forgets the channels that nobody is in: those that nobody could miss, and of the others the ones that
    /// were left first, until the history of the rest is within `keepBytes`. To be called now and then.
    void dropDispensable(std::size_t keepBytes = idleHistoryBytes);

private:
    friend class Subscription;
    struct Entry {
        std::shared_ptr<Channel> channel;
        Joined joined;
    };
    Entry join(std::string_view name, WorkerIndex worker, const SubscriptionRequest& request);
    void leave(const std::shared_ptr<Channel>& channel, WorkerIndex worker,
               const SubscriptionRequest& request);
    // A channel that is kept and is not there.
    struct Resting {
        protocol::StreamPosition position;
        std::int64_t saidAt = 0; // when something was last said; milliseconds since 1970
    };
    // Nothing when it was refused.
    std::optional<protocol::StreamPosition> publishNew(Channel& channel, Message message, Acknowledge done);
    void confirm(const Channel& channel, const protocol::StreamPosition& before, Acknowledge done);
    void forgetFailed();
    std::optional<StoreError> rememberPublished(Store& store);
    void noteLost(const std::string& channel, const std::string& epoch);
    void beginLostAnew();

    // mutex_ is held
    std::vector<std::shared_ptr<Channel>> present() const;
    std::shared_ptr<Channel>& find(std::string_view name);
    void drop(const std::string& name);
    void countChannels();

    const std::vector<Mailbox*> mailboxes_;
    const Namespaces namespaces_;
    Clients clients_;
    ReservedNicks reservedNicks_;
    Moderation moderation_;
    RoomDirectory directory_{*this};
    TurnLimit directTurns_{20, std::chrono::minutes(1)};
    OperatorEvents operatorEvents_;
    const LostHandler onLost_;
    Store* store_ = nullptr;
    std::mutex mutex_; // guards channels_, operatorChannels_ and resting_; taken before a channel's own lock
    std::unordered_map<std::string, std::shared_ptr<Channel>> channels_;
    std::size_t operatorChannels_ = 0; // of them
    std::unordered_map<std::string, Resting> resting_;
    std::mutex publishedMutex_; // guards published_; taken after mutex_ and before a channel's lock
    IdempotencyCache published_;
    std::mutex failedMutex_; // guards failed_ and lost_; nothing is taken while it is held
    std::vector<std::pair<std::string, std::string>>
        failed_;                                         // channel and key of what was not kept after all
    std::set<std::pair<std::string, std::string>> lost_; // channel and epoch of such, until they begin anew
    std::atomic<std::size_t> channelCount_{0};
};

} // namespace chinwag::hub
