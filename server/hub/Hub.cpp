#include "hub/Hub.h"

#include "hub/OperatorChannels.h"
#include "hub/RandomId.h"

#include <algorithm>
#include <chrono>
#include <future>
#include <ranges>
#include <utility>
#include <vector>

namespace chinwag::hub {

Hub::Hub(std::vector<Mailbox*> mailboxes, Namespaces namespaces, Moderation::Clock clock)
    : mailboxes_(std::move(mailboxes)),
      namespaces_(std::move(namespaces)),
      clients_(mailboxes_),
      moderation_(std::move(clock)),
      onLost_([this](const std::string& channel, const std::string& epoch) { noteLost(channel, epoch); }) {}

std::optional<StoreError> Hub::keepIn(Store& store) {
    store_ = &store;
    auto kept = store.takePositions();
    // Clients may have seen what a server that crashed did not keep: they must not take what comes for that.
    // That holds for a channel that nobody uses before the next start, too, so its new stream is remembered.
    const bool goOn = store.stoppedCleanly();
    for (auto& one : kept) {
        auto position = goOn ? protocol::StreamPosition{one.top, std::move(one.epoch)}
                             : protocol::StreamPosition{0, randomEpoch()};
        resting_.insert_or_assign(std::move(one.channel), Resting{std::move(position), one.lastSaid});
    }
    return rememberPublished(store);
}

std::optional<StoreError> Hub::rememberPublished(Store& store) {
    using std::chrono::milliseconds;
    using std::chrono::system_clock;
    const auto now = IdempotencyCache::Time::clock::now();
    const auto wallNow = std::chrono::time_point_cast<milliseconds>(system_clock::now()).time_since_epoch();
    const auto oldest = wallNow - IdempotencyCache::lifetime;
    std::promise<StoreResult<std::vector<KnownClientId>>> promise;
    store.clientIdsSince(oldest.count(), [&promise](auto result) { promise.set_value(std::move(result)); });
    auto result = promise.get_future().get();
    if (auto* const error = std::get_if<StoreError>(&result))
        return std::move(*error);
    auto& known = std::get<std::vector<KnownClientId>>(result);
    const std::lock_guard lock(publishedMutex_);
    // The oldest first: that is the one which counts. One of somebody anonymous was that of a connection.
    for (auto& one : std::ranges::reverse_view(known)) {
        const auto age = std::clamp(wallNow - milliseconds(one.time), milliseconds(0),
                                    milliseconds(IdempotencyCache::lifetime));
        if (!one.user.empty())
            published_.insert(one.channel, keyOf(one.user, one.clientId), {one.offset, std::move(one.epoch)},
                              now - age);
    }
    return std::nullopt;
}

void Hub::noteLost(const std::string& channel, const std::string& epoch) {
    const std::lock_guard lock(failedMutex_);
    const bool isWaiting = !lost_.empty();
    lost_.emplace(channel, epoch);
    // Not here, where a channel's lock may be held.
    if (!isWaiting)
        mailboxes_.front()->postTask([this] { beginLostAnew(); });
}

void Hub::beginLostAnew() {
    std::set<std::pair<std::string, std::string>> lost;
    {
        const std::lock_guard lock(failedMutex_);
        lost.swap(lost_);
    }
    const std::lock_guard lock(mutex_);
    for (const auto& [name, epoch] : lost) {
        if (const auto found = channels_.find(name); found != channels_.end())
            found->second->beginAnew(epoch, mailboxes_);
        const auto kept = resting_.find(name);
        if (kept != resting_.end() && kept->second.position.epoch == epoch)
            kept->second.position = {0, randomEpoch()};
    }
}

bool Hub::accepts(const Channel& channel) const {
    return !keeps(channel) || store_->state().writable;
}

std::vector<ChannelPosition> Hub::positions() {
    std::vector<ChannelPosition> all;
    const std::lock_guard lock(mutex_);
    for (const auto& [name, kept] : resting_)
        all.push_back({name, kept.position.epoch, kept.position.offset});
    for (const auto& [name, channel] : channels_) {
        if (!keeps(*channel))
            continue;
        auto position = channel->currentPosition();
        all.push_back({name, std::move(position.epoch), position.offset});
    }
    return all;
}

protocol::StreamPosition Hub::publishPlain(Channel& channel, std::string_view text, std::string_view nick,
                                           std::string_view user) {
    auto message = std::make_shared<Publication>();
    message->id = randomNumber();
    message->plain = text;
    message->nick = nick;
    message->info.user = user;
    if (keeps(channel))
        return channel.publish(std::move(message), {}, *store_, {}, mailboxes_);
    return channel.publish(std::move(message), {}, mailboxes_);
}

void Hub::publish(Channel& channel, Message message, Acknowledge done) {
    if (message.idempotencyKey.empty()) {
        publishNew(channel, std::move(message), std::move(done));
        return;
    }
    const std::lock_guard lock(publishedMutex_);
    forgetFailed();
    const auto key = message.idempotencyKey;
    const auto now = IdempotencyCache::Time::clock::now();
    if (const auto* const before = published_.find(channel.name(), key, now)) {
        confirm(channel, *before, std::move(done));
        return;
    }
    Acknowledge remembered = [this, name = channel.name(), key,
                              done = std::move(done)](PublishResult result) {
        if (std::holds_alternative<StoreError>(result)) {
            const std::lock_guard failedLock(failedMutex_);
            failed_.emplace_back(name, key);
        }
        if (done)
            done(std::move(result));
    };
    if (const auto position = publishNew(channel, std::move(message), std::move(remembered)))
        published_.insert(channel.name(), key, *position, now);
}

bool Hub::isPublished(const Channel& channel, const std::string& key) {
    if (key.empty())
        return false;
    const std::lock_guard lock(publishedMutex_);
    forgetFailed();
    return published_.find(channel.name(), key, IdempotencyCache::Time::clock::now()) != nullptr;
}

void Hub::forgetFailed() {
    const std::lock_guard lock(failedMutex_);
    for (const auto& [channel, key] : failed_)
        published_.erase(channel, key);
    failed_.clear();
}

void Hub::confirm(const Channel& channel, const protocol::StreamPosition& before, Acknowledge done) {
    if (!done)
        return;
    if (!keeps(channel)) {
        done(before);
        return;
    }
    // The first one may still be on its way to the disk: this is written after it.
    store_->setPositions({}, [done = std::move(done), before](StoreResult<StoreNothing> result) {
        if (auto* const error = std::get_if<StoreError>(&result))
            done(std::move(*error));
        else
            done(before);
    });
}

std::optional<protocol::StreamPosition> Hub::publishNew(Channel& channel, Message message, Acknowledge done) {
    auto publication = std::make_shared<Publication>();
    publication->data = std::move(message.data);
    publication->chat = std::move(message.chat);
    publication->tags = std::move(message.tags);
    publication->info = std::move(message.info);
    if (keeps(channel) && !message.skipHistory) {
        auto state = store_->state();
        if (state.writable)
            return channel.publish(std::move(publication), message.version, *store_, std::move(done),
                                   mailboxes_);
        if (done)
            done(StoreError{StoreError::Kind::Unavailable, std::move(state.reason)});
        return std::nullopt;
    }
    protocol::StreamPosition position;
    if (message.skipHistory)
        channel.publishUnremembered(std::move(publication), message.version, mailboxes_);
    else
        position = channel.publish(std::move(publication), message.version, mailboxes_);
    if (done)
        done(position);
    return position;
}

void Hub::publish(std::string_view channel, Message message, Acknowledge done) {
    // Held to the end: a channel that nobody is in must not be dropped between being found and being told.
    const std::lock_guard lock(mutex_);
    publish(*find(channel), std::move(message), std::move(done));
}

void Hub::signal(Channel& channel, std::string data, protocol::ClientInfo info, SignalLimit limit) {
    auto publication = std::make_shared<Publication>();
    publication->data = std::move(data);
    publication->info = std::move(info);
    channel.publishSignal(std::move(publication), limit, mailboxes_);
}

void Hub::publishChange(std::string_view name, std::shared_ptr<Publication> notice, const Publication& as,
                        Acknowledge done) {
    const std::lock_guard lock(mutex_); // held to the end, as publish() does
    auto& channel = *find(name);
    channel.publishChange(std::move(notice), as, keeps(channel) ? store_ : nullptr, std::move(done),
                          mailboxes_);
}

std::shared_ptr<Channel>& Hub::find(std::string_view name) {
    auto& channel = channels_[std::string(name)];
    if (!channel) {
        // A session subscribes only where there is a namespace; a channel without one has no options.
        const auto* const options = namespaces_.find(name);
        auto start = resting_.extract(std::string(name));
        const auto before = start ? std::move(start.mapped()) : Resting{{0, randomEpoch()}};
        channel = std::make_shared<Channel>(std::string(name), before.position, mailboxes_.size(),
                                            options != nullptr ? *options : ChannelOptions(), &onLost_,
                                            before.saidAt);
        operatorChannels_ += isOperatorChannel(name) ? 1U : 0U;
        countChannels();
    }
    return channel;
}

std::shared_ptr<Channel> Hub::channel(std::string_view name) {
    if (namespaces_.find(name) == nullptr)
        return nullptr;
    const std::lock_guard lock(mutex_);
    return find(name);
}

Hub::Entry Hub::join(std::string_view name, WorkerIndex worker, const SubscriptionRequest& request) {
    const std::lock_guard lock(mutex_);
    auto& channel = find(name);
    return {channel, channel->join(worker, request, mailboxes_)};
}

void Hub::leave(const std::shared_ptr<Channel>& channel, WorkerIndex worker,
                const SubscriptionRequest& request) {
    const std::lock_guard lock(mutex_);
    if (channel->leave(worker, request, mailboxes_))
        drop(channel->name());
}

void Hub::drop(const std::string& name) {
    const auto dropped = channels_.find(name);
    if (const auto& channel = *dropped->second; keeps(channel))
        resting_.insert_or_assign(name,
                                  Resting{channel.currentPosition(), channel.lastMessageAt().value_or(0)});
    operatorChannels_ -= isOperatorChannel(name) ? 1U : 0U;
    channels_.erase(dropped);
    countChannels();
}

void Hub::countChannels() {
    channelCount_.store(channels_.size() - operatorChannels_, std::memory_order_relaxed);
}

std::size_t Hub::subscriberCount(std::string_view name) {
    const std::lock_guard lock(mutex_);
    const auto found = channels_.find(std::string(name));
    return found == channels_.end() ? 0 : found->second->subscriberCount();
}

std::vector<Hub::ActiveChannel> Hub::activeChannels(const std::function<bool(std::string_view)>& accepts) {
    std::vector<ActiveChannel> active;
    const std::lock_guard lock(mutex_);
    for (const auto& [name, channel] : channels_) {
        const auto subscribers = channel->subscriberCount();
        if (subscribers != 0 && !isOperatorChannel(name) && accepts(name))
            active.push_back({name, subscribers});
    }
    return active;
}

std::vector<std::shared_ptr<Channel>> Hub::channels() {
    const std::lock_guard lock(mutex_);
    return present();
}

std::vector<std::shared_ptr<Channel>> Hub::present() const {
    std::vector<std::shared_ptr<Channel>> all;
    all.reserve(channels_.size());
    for (const auto& [name, channel] : channels_) {
        if (!isOperatorChannel(name))
            all.push_back(channel);
    }
    return all;
}

Hub::KnownChannels Hub::knownChannels() {
    const std::lock_guard lock(mutex_);
    KnownChannels all{present(), {}};
    all.resting.reserve(resting_.size());
    for (const auto& [name, kept] : resting_)
        all.resting.emplace_back(name, kept.saidAt);
    return all;
}

void Hub::checkPositions() {
    const std::lock_guard lock(mutex_);
    for (const auto& entry : channels_)
        entry.second->checkPositions(mailboxes_);
}

void Hub::dropDispensable(std::size_t keepBytes) {
    const std::lock_guard lock(mutex_);
    std::vector<std::pair<Channel::Idleness, std::string>> idle;
    for (const auto& [name, channel] : channels_) {
        if (const auto idleness = channel->idleness())
            idle.emplace_back(*idleness, name);
    }
    std::sort(idle.begin(), idle.end(),
              [](const auto& a, const auto& b) { return a.first.since > b.first.since; });
    std::size_t kept = 0;
    for (const auto& [idleness, name] : idle) {
        if (idleness.bytes != 0 && kept + idleness.bytes <= keepBytes)
            kept += idleness.bytes;
        else
            drop(name);
    }
}

} // namespace chinwag::hub
