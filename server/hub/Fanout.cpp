#include "hub/Fanout.h"

#include "hub/OperatorChannels.h"
#include "hub/Subscription.h"

#include <algorithm>
#include <limits>
#include <string>
#include <utility>

namespace chinwag::hub {

namespace {

// Larger batches would save nothing, and a slow reader holds on to the whole of what it is in.
constexpr std::size_t batchBytes = 64 * 1024;
constexpr auto unlimited = std::numeric_limits<std::uint64_t>::max();

bool isWanted(const Publication& publication, Dialect dialect, bool joinLeave) {
    return !publication.frame(dialect).empty() &&
           (joinLeave || publication.kind == Publication::Kind::Message);
}

bool isFrom(const Publication& publication, const WorkerSubscribers::Slot& slot) {
    return publication.role == Publication::Role::Signal &&
           publication.info.client == slot.owner->info().client;
}

// For one who is not told all: not what came before it joined, nor signals of its own.
std::uint64_t sendAfter(const WorkerSubscribers::Slot& slot, Dialect dialect,
                        const std::vector<PublicationRef>& publications) {
    std::uint64_t sent = 0;
    for (const auto& publication : publications) {
        if (publication->sequence <= slot.from || !isWanted(*publication, dialect, slot.joinLeave) ||
            isFrom(*publication, slot))
            continue;
        slot.link->send(FrameRef(publication->frame(dialect)));
        ++sent;
    }
    return sent;
}

} // namespace

std::uint64_t Fanout::deliver(std::vector<Delivery>& deliveries) {
    for (auto& delivery : deliveries) {
        auto& pending = delivery.channel->subscribers(worker_).pending;
        if (pending.empty())
            touched_.push_back(std::move(delivery.channel));
        pending.push_back(std::move(delivery.publication));
    }
    deliveries.clear();
    std::uint64_t sent = 0;
    for (const auto& channel : touched_) {
        const auto count = deliverPending(channel->subscribers(worker_));
        // What the server tells operators of itself is no message.
        sent += isOperatorChannel(channel->name()) ? 0 : count;
    }
    touched_.clear();
    return sent;
}

std::uint64_t Fanout::deliverPending(WorkerSubscribers& subscribers) {
    std::uint64_t sent = 0;
    for (std::size_t dialect = 0; dialect < dialectCount; ++dialect) {
        if (!subscribers.slots[dialect].empty())
            sent += deliverPending(subscribers, static_cast<Dialect>(dialect));
    }
    follow(subscribers);
    subscribers.pending.clear();
    return sent;
}

// Whether it has all come, one offset after the other.
void Fanout::follow(WorkerSubscribers& subscribers) {
    for (const auto& publication : subscribers.pending) {
        if (publication->offset == subscribers.top + 1 && publication->kind == Publication::Kind::Message)
            ++subscribers.top;
        const bool isAnew = publication->kind == Publication::Kind::Anew;
        const bool isMissed =
            publication->kind == Publication::Kind::Check && publication->offset > subscribers.top;
        if (!isAnew && !isMissed)
            continue;
        subscribers.top = publication->offset;
        // Who has come since then has got what there is.
        reportGap(subscribers, isAnew ? publication->sequence : unlimited);
    }
}

void Fanout::reportGap(const WorkerSubscribers& subscribers, std::uint64_t before) {
    for (const auto& slots : subscribers.slots) {
        for (const auto& slot : slots) {
            if (slot.from < before)
                slot.owner->reportGap();
        }
    }
}

std::uint64_t Fanout::deliverPending(const WorkerSubscribers& subscribers, Dialect dialect) {
    const auto& pending = subscribers.pending;
    encode(messagesOnly_, pending, dialect, false);
    const bool onlyMessages =
        std::all_of(pending.begin(), pending.end(), [](const PublicationRef& publication) {
            return publication->kind == Publication::Kind::Message;
        });
    if (!onlyMessages)
        encode(all_, pending, dialect, true);
    const bool hasSignals =
        std::any_of(pending.begin(), pending.end(), [](const PublicationRef& publication) {
            return publication->role == Publication::Role::Signal;
        });
    const auto hasOwn = [&pending](const WorkerSubscribers::Slot& slot) {
        return std::any_of(pending.begin(), pending.end(),
                           [&slot](const PublicationRef& one) { return isFrom(*one, slot); });
    };
    const std::uint64_t first = pending.front()->sequence;
    std::uint64_t sent = 0;
    for (const auto& slot : subscribers.slots[static_cast<std::size_t>(dialect)]) {
        if (slot.from >= first || (hasSignals && hasOwn(slot))) {
            sent += sendAfter(slot, dialect, pending);
            continue;
        }
        const auto& batch = slot.joinLeave && !onlyMessages ? all_ : messagesOnly_;
        for (const auto& frame : batch.frames)
            slot.link->send(frame);
        sent += batch.messages;
    }
    all_ = {};
    messagesOnly_.frames.clear(); // keeps its capacity for the next channel
    messagesOnly_.messages = 0;
    return sent;
}

void Fanout::encode(Batch& batch, const std::vector<PublicationRef>& publications, Dialect dialect,
                    bool joinLeave) {
    std::string bytes;
    std::uint32_t messages = 0;
    for (const auto& publication : publications) {
        if (!isWanted(*publication, dialect, joinLeave))
            continue;
        const auto& frame = publication->frame(dialect);
        if (messages != 0 && bytes.size() + frame.size() > batchBytes) {
            batch.frames.emplace_back(std::exchange(bytes, {}), messages);
            messages = 0;
        }
        bytes += frame;
        ++messages;
        ++batch.messages;
    }
    if (messages != 0)
        batch.frames.emplace_back(std::move(bytes), messages);
}

} // namespace chinwag::hub
