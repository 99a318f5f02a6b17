#include "hub/Channel.h"

#include "hub/RandomId.h"
#include "hub/WallClock.h"

#include <algorithm>
#include <numeric>
#include <string_view>
#include <utility>

namespace chinwag::hub {

namespace {

std::size_t index(Dialect dialect) {
    return static_cast<std::size_t>(dialect);
}

// What the history is to have at the place of `before`, without a content yet.
std::shared_ptr<Publication> inPlaceOf(const Publication& before) {
    auto after = std::make_shared<Publication>();
    after->sequence = before.sequence;
    after->offset = before.offset;
    after->time = before.time;
    return after;
}

} // namespace

bool WorkerSubscribers::isEmpty() const {
    return std::all_of(slots.begin(), slots.end(), [](const auto& of) { return of.empty(); });
}

Channel::Channel(std::string name, const protocol::StreamPosition& start, std::size_t workers,
                 const ChannelOptions& options, const LostHandler* onLost, std::int64_t saidAt)
    : name_(std::move(name)),
      options_(options),
      onLost_(onLost),
      epoch_(start.epoch),
      offset_(start.offset),
      history_(options.history),
      subscriberCounts_(workers),
      saidAt_(saidAt),
      perWorker_(workers) {}

protocol::StreamPosition Channel::publish(std::shared_ptr<Publication> message, const Version& version,
                                          std::span<Mailbox* const> mailboxes) {
    message->time = wallMilliseconds();
    const std::lock_guard lock(mutex_);
    if (isPassedOver(version))
        return {};
    return append(std::move(message), mailboxes);
}

protocol::StreamPosition Channel::publish(std::shared_ptr<Publication> message, const Version& version,
                                          Store& store, Acknowledge done,
                                          std::span<Mailbox* const> mailboxes) {
    message->time = wallMilliseconds();
    auto record = recordOf(*message, name_);
    const std::lock_guard lock(mutex_);
    if (isPassedOver(version)) {
        if (done)
            done(protocol::StreamPosition());
        return {};
    }
    return appendKept(std::move(message), std::move(record), store, std::move(done), mailboxes);
}

void Channel::publishUnremembered(std::shared_ptr<Publication> message, const Version& version,
                                  std::span<Mailbox* const> mailboxes) {
    message->time = wallMilliseconds();
    const std::lock_guard lock(mutex_);
    if (!isPassedOver(version))
        post(std::move(message), mailboxes);
}

void Channel::publishSignal(std::shared_ptr<Publication> signal, SignalLimit limit,
                            std::span<Mailbox* const> mailboxes) {
    constexpr std::int64_t millisecondsPerSecond = 1'000;
    signal->role = Publication::Role::Signal;
    signal->time = wallMilliseconds();
    const std::lock_guard lock(mutex_);
    if (const auto second = signal->time / millisecondsPerSecond; second != signalSecond_) {
        signalSecond_ = second;
        signals_ = 0;
    }
    if (limit == SignalLimit::PerSecond && signals_++ >= maxSignalsPerSecond)
        return;
    post(std::move(signal), mailboxes);
}

PublicationRef Channel::findMessage(const std::string& id) {
    const std::lock_guard lock(mutex_);
    forgetOld();
    for (std::size_t i = history_.size(); i > 0; --i) {
        const auto& one = history_.at(i - 1);
        if (one->role != Publication::Role::Change && messageIdOf(*one) == id)
            return one;
    }
    return nullptr;
}

protocol::StreamPosition Channel::publishChange(std::shared_ptr<Publication> notice, const Publication& as,
                                                Store* store, Acknowledge done,
                                                std::span<Mailbox* const> mailboxes) {
    notice->time = wallMilliseconds();
    auto record = recordOf(*notice, name_);
    const std::lock_guard lock(mutex_);
    rewrite(*notice, as);
    if (store != nullptr)
        return appendKept(std::move(notice), std::move(record), *store, std::move(done), mailboxes);
    auto position = append(std::move(notice), mailboxes);
    if (done)
        done(position);
    return position;
}

void Channel::rewrite(const Publication& notice, const Publication& as) {
    for (std::size_t i = 0; i < history_.size(); ++i) {
        const auto& before = history_.at(i);
        if (messageIdOf(*before) != notice.chat.id)
            continue;
        const bool isNotice = before->role == Publication::Role::Change;
        const auto& content = isNotice ? notice : as;
        auto after = inPlaceOf(*before);
        after->role = content.role;
        after->data = content.data;
        after->chat = content.chat;
        if (after->role == Publication::Role::Said) {
            after->info = before->info;
            after->tags = before->tags;
        }
        history_.replace(i, std::move(after));
    }
}

std::vector<std::string> Channel::forgetMessagesOf(const std::string& user, bool onlyNameless) {
    std::vector<std::string> ids;
    const std::lock_guard lock(mutex_);
    for (std::size_t i = 0; i < history_.size(); ++i) {
        const auto& before = history_.at(i);
        auto id = messageIdOf(*before);
        if (before->role != Publication::Role::Said || before->info.user != user ||
            (onlyNameless && !id.empty()))
            continue;
        auto after = inPlaceOf(*before);
        after->role = Publication::Role::Tombstone;
        after->data = protocol::redactNotice(id);
        after->chat.id = id;
        history_.replace(i, std::move(after));
        ids.push_back(std::move(id));
    }
    return ids;
}

bool Channel::isPassedOver(const Version& version) {
    if (version.number == 0)
        return false;
    if (version.epoch == version_.epoch && version.number <= version_.number)
        return true;
    version_ = version;
    return false;
}

protocol::StreamPosition Channel::append(std::shared_ptr<Publication> message,
                                         std::span<Mailbox* const> mailboxes) {
    message->offset = ++offset_;
    // Where nobody is, what was said last is missed last.
    leftAt_ = message->time;
    if (message->role == Publication::Role::Said)
        saidAt_ = message->time;
    history_.append(post(std::move(message), mailboxes));
    return position();
}

protocol::StreamPosition Channel::appendKept(std::shared_ptr<Publication> message,
                                             std::shared_ptr<StoredPublication> record, Store& store,
                                             Acknowledge done, std::span<Mailbox* const> mailboxes) {
    record->time = message->time;
    auto position = append(std::move(message), mailboxes);
    record->epoch = position.epoch;
    record->offset = position.offset;
    record->awaited = done != nullptr;
    store.append(std::move(record), acknowledging(std::move(done), position));
    return position;
}

PublicationRef Channel::post(std::shared_ptr<Publication> publication, std::span<Mailbox* const> mailboxes) {
    publication->sequence = ++sequence_;
    for (std::size_t dialect = 0; dialect < dialectCount; ++dialect) {
        if (totals_[dialect] != 0)
            encode(*publication, static_cast<Dialect>(dialect), name_);
    }
    PublicationRef posted = std::move(publication);
    postToAll(posted, mailboxes);
    return posted;
}

void Channel::postToAll(const PublicationRef& publication, std::span<Mailbox* const> mailboxes) {
    for (WorkerIndex worker = 0; worker < mailboxes.size(); ++worker) {
        const auto& counts = subscriberCounts_[worker];
        if (std::any_of(counts.begin(), counts.end(), [](std::uint32_t count) { return count != 0; }))
            mailboxes[worker]->post({shared_from_this(), publication});
    }
}

void Channel::checkPositions(std::span<Mailbox* const> mailboxes) {
    const std::lock_guard lock(mutex_);
    if (watchers_ == 0 || checkedOffset_ == offset_)
        return;
    checkedOffset_ = offset_;
    auto check = std::make_shared<Publication>();
    check->kind = Publication::Kind::Check;
    check->sequence = sequence_;
    check->offset = offset_;
    postToAll(check, mailboxes);
}

std::function<void(std::optional<StoreError>)> Channel::acknowledging(Acknowledge done,
                                                                      protocol::StreamPosition position) {
    return [self = shared_from_this(), done = std::move(done),
            position = std::move(position)](std::optional<StoreError> error) {
        if (error && self->onLost_ != nullptr)
            (*self->onLost_)(self->name_, position.epoch);
        if (!done)
            return;
        if (error)
            done(std::move(*error));
        else
            done(position);
    };
}

void Channel::beginAnew(const std::string& epoch, std::span<Mailbox* const> mailboxes) {
    const std::lock_guard lock(mutex_);
    if (epoch != epoch_)
        return;
    epoch_ = randomEpoch();
    offset_ = 0;
    checkedOffset_ = 0;
    history_.clear();
    auto event = std::make_shared<Publication>();
    event->kind = Publication::Kind::Anew;
    post(std::move(event), mailboxes);
}

void Channel::announce(Publication::Kind kind, const SubscriptionRequest& request,
                       std::span<Mailbox* const> mailboxes) {
    // The seed's dialect has no words for it.
    if (!request.isAnnounced.value_or(options_.joinLeave) || totals_[index(Dialect::Centrifuge)] == 0)
        return;
    auto event = std::make_shared<Publication>();
    event->kind = kind;
    event->info = request.info;
    post(std::move(event), mailboxes);
}

Joined Channel::join(WorkerIndex worker, const SubscriptionRequest& request,
                     std::span<Mailbox* const> mailboxes) {
    const std::lock_guard lock(mutex_);
    if (!request.info.client.empty()) {
        announce(Publication::Kind::Join, request, mailboxes);
        if (request.isShown.value_or(options_.presence))
            present_.insert_or_assign(request.info.client, request.info);
    }
    ++subscriberCounts_[worker][index(request.dialect)];
    ++totals_[index(request.dialect)];
    watchers_ += request.onGap ? 1 : 0;
    Joined joined{sequence_, position(), false, {}};
    // Where only the latest counts, it is what everybody begins with.
    if (options_.cache || request.since) {
        forgetOld();
        joined.recovered = recover(request.since.value_or(protocol::StreamPosition()), joined.missed);
    }
    return joined;
}

bool Channel::recover(const protocol::StreamPosition& since, std::vector<PublicationRef>& missed) const {
    if (!options_.cache)
        return isOfStream(since) && history_.since(since.offset, offset_, missed);
    // Who knows the latest state knows all there is to know, whatever it has seen before.
    if (history_.size() == 0)
        return since.epoch == epoch_ && since.offset == offset_;
    if (since.epoch != epoch_ || since.offset != offset_)
        missed.push_back(history_.at(history_.size() - 1));
    return true;
}

bool Channel::leave(WorkerIndex worker, const SubscriptionRequest& request,
                    std::span<Mailbox* const> mailboxes) {
    const std::lock_guard lock(mutex_);
    --subscriberCounts_[worker][index(request.dialect)];
    --totals_[index(request.dialect)];
    watchers_ -= request.onGap ? 1 : 0;
    if (!request.info.client.empty()) {
        present_.erase(request.info.client);
        announce(Publication::Kind::Leave, request, mailboxes);
    }
    leftAt_ = wallMilliseconds();
    return total() == 0 && keptBytes() == 0;
}

void Channel::forgetOld() {
    history_.dropOlderThan(wallMilliseconds() - options_.historyTtl.count());
}

bool Channel::remembersSince(const protocol::StreamPosition& since) {
    const std::lock_guard lock(mutex_);
    forgetOld();
    return isOfStream(since) && history_.reaches(since.offset, offset_);
}

protocol::StreamPosition Channel::currentPosition() const {
    const std::lock_guard lock(mutex_);
    return position();
}

ChannelHistory Channel::history(const HistoryFilter& filter) {
    const std::lock_guard lock(mutex_);
    forgetOld();
    ChannelHistory out{position(), !filter.since || isOfStream(*filter.since), {}};
    if (!out.sameEpoch)
        return out;
    const std::size_t size = history_.size();
    for (std::size_t i = 0; i < size && out.publications.size() < filter.limit; ++i) {
        const auto& publication = history_.at(filter.reverse ? size - 1 - i : i);
        const bool wanted = !filter.since || (filter.reverse ? publication->offset < filter.since->offset
                                                             : publication->offset > filter.since->offset);
        if (wanted)
            out.publications.push_back(publication);
    }
    return out;
}

void Channel::removeHistory() {
    const std::lock_guard lock(mutex_);
    history_.clear();
}

std::optional<std::int64_t> Channel::lastMessageAt() const {
    const std::lock_guard lock(mutex_);
    return saidAt_ == 0 ? std::nullopt : std::optional(saidAt_);
}

std::size_t Channel::total() const {
    return std::accumulate(totals_.begin(), totals_.end(), std::size_t{0});
}

std::optional<Channel::Idleness> Channel::idleness() {
    const std::lock_guard lock(mutex_);
    if (total() != 0)
        return std::nullopt;
    forgetOld();
    return Idleness{leftAt_, keptBytes()};
}

std::size_t Channel::keptBytes() const {
    constexpr std::size_t ownBytes = 1024; // about
    const bool isAwaited = options_.recover && leftAt_ + options_.historyTtl.count() > wallMilliseconds();
    return history_.size() != 0 || isAwaited ? ownBytes + history_.bytes() : 0;
}

} // namespace chinwag::hub
