#include "hub/Past.h"

#include <limits>
#include <utility>

namespace chinwag::hub {

namespace {

// Whether what is remembered of a channel is all that was asked for.
bool isComplete(const ChannelHistory& history, const HistoryFilter& filter) {
    const auto& found = history.publications;
    if (filter.limit == 0 || history.position.offset == 0)
        return true;
    if (filter.reverse)
        return found.size() == filter.limit || (!found.empty() && found.back()->offset == 1) ||
               (filter.since && filter.since->offset <= 1);
    const std::uint64_t first = filter.since ? filter.since->offset + 1 : 1;
    return first > history.position.offset || (!found.empty() && found.front()->offset == first);
}

} // namespace

PastPublication pastOf(const Publication& publication) {
    return {dataOf(publication), infoOf(publication), publication.tags, publication.offset, publication.time};
}

std::string dataOf(const StoredMessage& message) {
    using State = StoredMessage::State;
    const auto& publication = message.publication;
    const bool isChange = message.state == State::Change;
    const auto changed = isChange ? protocol::parseChatMessage(publication.data) : std::nullopt;
    if (changed)
        return protocol::editNotice(*changed);
    if (!publication.id.empty() && (isChange || message.state == State::Redacted))
        return protocol::redactNotice(publication.id);
    return publication.data.empty() ? "{}" : publication.data;
}

PastPublication pastOf(const StoredMessage& message) {
    const auto& publication = message.publication;
    return {dataOf(message), publication.info, publication.tags, publication.offset, publication.time};
}

std::vector<protocol::PublicationView> viewsOf(const std::vector<PastPublication>& publications) {
    std::vector<protocol::PublicationView> views;
    views.reserve(publications.size());
    for (const auto& one : publications)
        views.push_back({one.data, one.info, one.tags, one.offset, one.time});
    return views;
}

std::optional<PastResult> recall(Hub& hub, Channel& channel, const HistoryFilter& filter) {
    const auto history = channel.history(filter);
    if (!history.sameEpoch)
        return PastError::OtherEpoch;
    if (hub.keeps(channel) && !isComplete(history, filter))
        return std::nullopt;
    PastPage page{history.position, {}};
    page.publications.reserve(history.publications.size());
    for (const auto& publication : history.publications)
        page.publications.push_back(pastOf(*publication));
    return page;
}

void lookUp(Hub& hub, Channel& channel, const HistoryFilter& filter, std::function<void(PastResult)> done) {
    const auto position = channel.currentPosition();
    const auto since = filter.since ? std::optional(filter.since->offset) : std::nullopt;
    hub.store()->history({channel.name(), position.epoch, since, filter.limit, filter.reverse},
                         [position, done = std::move(done)](StoreResult<History> result) {
                             const auto* const history = std::get_if<History>(&result);
                             if (history == nullptr) {
                                 done(PastError::Unavailable);
                                 return;
                             }
                             PastPage page{position, {}};
                             page.publications.reserve(history->messages.size());
                             for (const auto& message : history->messages)
                                 page.publications.push_back(pastOf(message));
                             done(std::move(page));
                         });
}

void forget(Hub& hub, Channel& channel, std::function<void(bool)> done) {
    channel.removeHistory();
    if (!hub.keeps(channel)) {
        done(true);
        return;
    }
    Retention everything;
    everything.channel = channel.name();
    everything.olderThan = std::numeric_limits<StoreTime>::max();
    hub.store()->trim(std::move(everything),
                      [done = std::move(done)](const StoreResult<std::uint64_t>& result) {
                          done(std::holds_alternative<std::uint64_t>(result));
                      });
}

} // namespace chinwag::hub
