#include "hub/Channel.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace chinwag::hub {

namespace {

std::int64_t nowMilliseconds() {
    return std::chrono::duration_cast<std::chrono::milliseconds>(
               std::chrono::system_clock::now().time_since_epoch())
        .count();
}

std::size_t index(Dialect dialect) {
    return static_cast<std::size_t>(dialect);
}

} // namespace

Channel::Channel(std::string name, std::string epoch, std::size_t workers, const ChannelOptions& options)
    : name_(std::move(name)),
      epoch_(std::move(epoch)),
      options_(options),
      history_(options.history),
      subscriberCounts_(workers),
      perWorker_(workers) {}

protocol::StreamPosition Channel::publish(std::shared_ptr<Publication> message,
                                          std::span<Mailbox* const> mailboxes) {
    message->time = nowMilliseconds();
    const std::lock_guard lock(mutex_);
    message->offset = ++offset_;
    post(std::move(message), mailboxes);
    return position();
}

void Channel::post(std::shared_ptr<Publication> publication, std::span<Mailbox* const> mailboxes) {
    publication->sequence = ++sequence_;
    for (std::size_t dialect = 0; dialect < dialectCount; ++dialect) {
        if (totals_[dialect] != 0)
            encode(*publication, static_cast<Dialect>(dialect), name_);
    }
    const PublicationRef posted = std::move(publication);
    if (posted->kind == Publication::Kind::Message)
        history_.append(posted);
    for (WorkerIndex worker = 0; worker < mailboxes.size(); ++worker) {
        const auto& counts = subscriberCounts_[worker];
        if (std::any_of(counts.begin(), counts.end(), [](std::uint32_t count) { return count != 0; }))
            mailboxes[worker]->post({shared_from_this(), posted});
    }
}

void Channel::announce(Publication::Kind kind, const protocol::ClientInfo& info,
                       std::span<Mailbox* const> mailboxes) {
    // The seed's dialect has no words for it.
    if (!options_.joinLeave || totals_[index(Dialect::Centrifuge)] == 0)
        return;
    auto event = std::make_shared<Publication>();
    event->kind = kind;
    event->info = info;
    post(std::move(event), mailboxes);
}

Joined Channel::join(WorkerIndex worker, const SubscriptionRequest& request,
                     std::span<Mailbox* const> mailboxes) {
    const std::lock_guard lock(mutex_);
    if (!request.info.client.empty()) {
        announce(Publication::Kind::Join, request.info, mailboxes);
        if (options_.presence)
            present_.insert_or_assign(request.info.client, request.info);
    }
    ++subscriberCounts_[worker][index(request.dialect)];
    ++totals_[index(request.dialect)];
    Joined joined{sequence_, position(), false, {}};
    if (request.since && options_.recover) {
        forgetOld();
        joined.recovered =
            request.since->epoch == epoch_ && history_.since(request.since->offset, offset_, joined.missed);
    }
    return joined;
}

bool Channel::leave(WorkerIndex worker, const SubscriptionRequest& request,
                    std::span<Mailbox* const> mailboxes) {
    const std::lock_guard lock(mutex_);
    --subscriberCounts_[worker][index(request.dialect)];
    --totals_[index(request.dialect)];
    if (!request.info.client.empty()) {
        present_.erase(request.info.client);
        announce(Publication::Kind::Leave, request.info, mailboxes);
    }
    leftAt_ = nowMilliseconds();
    return std::accumulate(totals_.begin(), totals_.end(), 0U) == 0 && history_.size() == 0;
}

void Channel::forgetOld() {
    history_.dropOlderThan(nowMilliseconds() - options_.historyTtl.count());
}

History Channel::history(const HistoryFilter& filter) {
    const std::lock_guard lock(mutex_);
    forgetOld();
    History out{position(), !filter.since || filter.since->epoch == epoch_, {}};
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

std::vector<protocol::ClientInfo> Channel::presence() const {
    const std::lock_guard lock(mutex_);
    std::vector<protocol::ClientInfo> clients;
    clients.reserve(present_.size());
    for (const auto& entry : present_)
        clients.push_back(entry.second);
    return clients;
}

std::optional<Channel::Idleness> Channel::idleness() {
    const std::lock_guard lock(mutex_);
    if (std::accumulate(totals_.begin(), totals_.end(), 0U) != 0)
        return std::nullopt;
    forgetOld();
    return Idleness{leftAt_, history_.bytes()};
}

} // namespace chinwag::hub
