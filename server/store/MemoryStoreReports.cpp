// The part of MemoryStore that is about reports.
#include "hub/WallClock.h"
#include "store/MemoryStore.h"

#include "store/NoSuchMessage.h"

#include <algorithm>

namespace chinwag::store {

using hub::StoreDone;
using hub::StoreNothing;
using hub::StoreResult;

namespace {

hub::StoredMessage withoutText(hub::StoredMessage message) {
    message.publication.text.clear();
    return message;
}

} // namespace

void MemoryStore::addReport(std::string channel, std::string id, std::string reporter, std::string reason,
                            StoreDone<StoreNothing> done) {
    auto work = [this, channel = std::move(channel), id = std::move(id), reporter = std::move(reporter),
                 reason = std::move(reason)]() -> StoreResult<StoreNothing> {
        const Entry* const found = entry(channel, id);
        if (found == nullptr)
            return noSuchMessage();
        const bool again =
            !reporter.empty() && std::any_of(reports_.begin(), reports_.end(), [&](const auto& r) {
                return r.seq == found->seq && r.reporter == reporter;
            });
        const std::uint64_t number = reports_.empty() ? 1 : reports_.back().number + 1;
        if (!again)
            reports_.push_back({number, found->seq, reporter, reason, hub::wallMilliseconds()});
        return StoreNothing{};
    };
    postWrite<StoreNothing>(std::move(done), std::move(work));
}

void MemoryStore::reports(hub::ReportQuery query, StoreDone<std::vector<hub::Report>> done) {
    using Wanted = hub::ReportQuery::State;
    post<std::vector<hub::Report>>(std::move(done), [this, query] {
        std::vector<hub::Report> out;
        for (auto r = reports_.rbegin(); r != reports_.rend() && out.size() < query.limit; ++r) {
            const auto state = r->outcome == hub::Report::Outcome::Open ? Wanted::Open : Wanted::Resolved;
            if ((query.before != 0 && r->number >= query.before) ||
                (query.state != Wanted::Any && query.state != state))
                continue;
            const auto message = std::find_if(entries_.begin(), entries_.end(),
                                              [&](const Entry& e) { return e.seq == r->seq; });
            out.push_back({r->number, r->reporter, r->reason, r->time, withoutText(*message), r->outcome,
                           r->resolvedBy, r->note, r->resolvedAt});
        }
        return out;
    });
}

} // namespace chinwag::store
