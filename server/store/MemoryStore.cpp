#include "store/MemoryStore.h"

#include "hub/WallClock.h"
#include "store/ExportFile.h"
#include "store/NoSuchMessage.h"
#include "store/SearchWords.h"
#include "store/UserPurge.h"

#include <algorithm>
#include <limits>
#include <set>

namespace chinwag::store {

namespace {

using hub::StoredMessage;
using hub::StoreDone;
using hub::StoreError;
using hub::StoreNothing;
using hub::StoreResult;
using State = StoredMessage::State;

void makeTombstone(StoredMessage& message) {
    message.state = State::Redacted;
    hub::StoredPublication& p = message.publication;
    for (std::string* const text : {&p.data, &p.info, &p.tags, &p.clientId, &p.text})
        text->clear();
}

StoredMessage readBack(StoredMessage message) {
    message.publication.text.clear();
    return message;
}

} // namespace

MemoryStore::MemoryStore() : queue_(std::numeric_limits<std::size_t>::max()), thread_([this] { loop(); }) {}

MemoryStore::~MemoryStore() {
    queue_.close();
    thread_.join();
}

void MemoryStore::put(Task task) {
    // Full it never is, and closed only when nobody may call any more.
    static_cast<void>(queue_.push(task, 1));
}

void MemoryStore::loop() {
    std::vector<Task> tasks;
    while (queue_.take(tasks, 1)) {
        tasks.front()();
        tasks.clear();
    }
}

MemoryStore::Entry* MemoryStore::entry(const std::string& channel, const std::string& id) {
    const auto found = std::find_if(entries_.begin(), entries_.end(), [&](const Entry& e) {
        return !id.empty() && e.state != State::Change && e.publication.channel == channel &&
               e.publication.id == id;
    });
    return found == entries_.end() ? nullptr : &*found;
}

MemoryStore::Stream& MemoryStore::stream(const std::string& channel, const std::string& epoch) {
    auto& streams = streams_[channel];
    const auto found =
        std::find_if(streams.begin(), streams.end(), [&](const Stream& s) { return s.epoch == epoch; });
    return found != streams.end() ? *found : streams.emplace_back(Stream{epoch, 0});
}

std::optional<StoreError> MemoryStore::keep(const hub::StoredPublication& publication) {
    const auto twin = std::find_if(entries_.begin(), entries_.end(), [&](const Entry& e) {
        return e.publication.channel == publication.channel && e.publication.epoch == publication.epoch &&
               e.publication.offset == publication.offset;
    });
    if (twin != entries_.end()) {
        if (twin->publication.id == publication.id && twin->publication.time == publication.time)
            return std::nullopt;
        return StoreError{StoreError::Kind::Refused, "another publication has this offset"};
    }
    Stream& place = stream(publication.channel, publication.epoch);
    place.top = std::max(place.top, publication.offset);
    addMembers(publication.channel);
    Entry& kept = entries_.emplace_back(
        Entry{++lastSeq_, publication.isChange ? State::Change : State::Kept, publication});
    kept.publication.text = searchWords(publication.text);
    return std::nullopt;
}

std::vector<StoredMessage> MemoryStore::newest(const std::string& channel, std::uint64_t before,
                                               std::size_t limit,
                                               const std::function<bool(const Entry&)>& wanted) const {
    std::vector<StoredMessage> out;
    for (auto e = entries_.rbegin(); e != entries_.rend() && out.size() < limit; ++e) {
        if (e->publication.channel == channel && (before == 0 || e->seq < before) && wanted(*e))
            out.push_back(readBack(*e));
    }
    return out;
}

std::vector<StoredMessage> MemoryStore::following(const hub::PageQuery& query) const {
    std::vector<StoredMessage> out;
    for (auto e = entries_.begin(); e != entries_.end() && out.size() < query.limit; ++e) {
        if (e->publication.channel == query.channel && e->seq > query.after && e->state != State::Change)
            out.push_back(readBack(*e));
    }
    std::reverse(out.begin(), out.end());
    return out;
}

StoredMessage MemoryStore::asItIsNow(const Entry& one) {
    auto message = readBack(one);
    const Entry* const changed = entry(one.publication.channel, one.publication.id);
    if (one.state == State::Change && changed != nullptr)
        message.publication.data = changed->publication.data;
    return message;
}

hub::History MemoryStore::read(const hub::HistoryQuery& query) {
    hub::History out;
    const auto streams = streams_.find(query.channel);
    if (streams == streams_.end())
        return out;
    for (const Stream& s : streams->second) {
        if (query.epoch.empty() || s.epoch == query.epoch)
            out = {s.epoch, s.top, {}};
    }
    for (const Entry& e : entries_) {
        const bool beyond = query.since && (query.reverse ? e.publication.offset >= *query.since
                                                          : e.publication.offset <= *query.since);
        if (e.publication.channel == query.channel && e.publication.epoch == out.epoch && !beyond)
            out.messages.push_back(asItIsNow(e));
    }
    if (query.reverse)
        std::reverse(out.messages.begin(), out.messages.end());
    if (out.messages.size() > query.limit)
        out.messages.resize(query.limit);
    return out;
}

std::uint64_t MemoryStore::redactWhere(const std::function<bool(const Entry&)>& wanted) {
    std::uint64_t count = 0;
    for (Entry& e : entries_) {
        if (!wanted(e))
            continue;
        makeTombstone(e);
        ++count;
    }
    return count;
}

std::uint64_t MemoryStore::drop(const hub::RetentionRule& rule) {
    std::map<std::string, std::size_t> seen;
    std::set<std::uint64_t> gone;
    // Newest first: those are the ones that stay.
    const auto last = std::remove_if(entries_.rbegin(), entries_.rend(), [&](const Entry& e) {
        const auto limits = rule(e.publication.channel);
        const bool tooMany = limits.maxCount > 0 && ++seen[e.publication.channel] > limits.maxCount;
        if (!tooMany && e.publication.time >= limits.olderThan)
            return false;
        return gone.insert(e.seq).second; // nobody shares its number
    });
    entries_.erase(entries_.begin(), last.base());
    std::erase_if(reports_, [&](const FlaggedMessage& report) { return gone.contains(report.seq); });
    return gone.size();
}

void MemoryStore::setPositions(std::vector<hub::ChannelPosition> positions, StoreDone<StoreNothing> done) {
    postWrite<StoreNothing>(std::move(done),
                            [this, positions = std::move(positions)]() -> StoreResult<StoreNothing> {
                                for (const hub::ChannelPosition& position : positions) {
                                    Stream& place = stream(position.channel, position.epoch);
                                    place.top = std::max(place.top, position.top);
                                }
                                return StoreNothing{};
                            });
}

void MemoryStore::append(std::shared_ptr<const hub::StoredPublication> publication,
                         std::function<void(std::optional<StoreError>)> done) {
    const auto answer = [this, done = std::move(done)](const StoreResult<StoreNothing>& result) {
        const auto* const error = std::get_if<StoreError>(&result);
        ++(error != nullptr ? refused_ : appended_);
        done(error != nullptr ? std::optional(*error) : std::nullopt);
    };
    postWrite<StoreNothing>(answer, [this, publication]() -> StoreResult<StoreNothing> {
        if (auto error = keep(*publication))
            return *error;
        return StoreNothing{};
    });
}

void MemoryStore::history(hub::HistoryQuery query, StoreDone<hub::History> done) {
    post<hub::History>(std::move(done), [this, query = std::move(query)] { return read(query); });
}

void MemoryStore::page(hub::PageQuery query, StoreDone<std::vector<StoredMessage>> done) {
    post<std::vector<StoredMessage>>(std::move(done), [this, query = std::move(query)] {
        if (query.after != 0)
            return following(query);
        return newest(query.channel, query.before, query.limit,
                      [](const Entry& e) { return e.state != State::Change; });
    });
}

void MemoryStore::search(hub::SearchQuery query, StoreDone<std::vector<StoredMessage>> done) {
    post<std::vector<StoredMessage>>(std::move(done), [this, query = std::move(query)] {
        const SearchPhrases phrases(query.text);
        return newest(query.channel, query.before, query.limit,
                      [&](const Entry& e) { return phrases.matches(e.publication.text); });
    });
}

void MemoryStore::find(std::string channel, std::string id, StoreDone<StoredMessage> done) {
    post<StoredMessage>(
        std::move(done),
        [this, channel = std::move(channel), id = std::move(id)]() -> StoreResult<StoredMessage> {
            const Entry* const found = entry(channel, id);
            if (found == nullptr)
                return noSuchMessage();
            return readBack(*found);
        });
}

void MemoryStore::clientIdsSince(hub::StoreTime time, StoreDone<std::vector<hub::KnownClientId>> done) {
    post<std::vector<hub::KnownClientId>>(std::move(done), [this, time] {
        std::vector<hub::KnownClientId> out;
        for (auto e = entries_.rbegin(); e != entries_.rend() && e->publication.time >= time; ++e) {
            const hub::StoredPublication& p = e->publication;
            if (!p.clientId.empty())
                out.push_back({p.channel, p.clientId, p.user, p.id, p.epoch, p.offset, p.time});
        }
        return out;
    });
}

hub::StoreState MemoryStore::state() const {
    const std::lock_guard lock(mutex_);
    return state_;
}

void MemoryStore::setState(hub::StoreState state) {
    const std::lock_guard lock(mutex_);
    state_ = std::move(state);
}

hub::StoreFacts MemoryStore::facts() const {
    return {appended_, refused_, appended_, 0};
}

void MemoryStore::edit(std::string channel, std::string id, std::string data, std::string text,
                       StoreDone<StoreNothing> done) {
    auto work = [this, channel = std::move(channel), id = std::move(id), data = std::move(data),
                 text = std::move(text)]() -> StoreResult<StoreNothing> {
        Entry* const found = entry(channel, id);
        if (found == nullptr || found->state == State::Redacted)
            return noSuchMessage();
        found->state = State::Edited;
        found->publication.data = data;
        found->publication.text = searchWords(text);
        return StoreNothing{};
    };
    postWrite<StoreNothing>(std::move(done), std::move(work));
}

StoreResult<StoreNothing> MemoryStore::redactOne(const std::string& channel, const std::string& id) {
    Entry* const found = entry(channel, id);
    if (found == nullptr)
        return noSuchMessage();
    makeTombstone(*found);
    return StoreNothing{};
}

void MemoryStore::redact(std::string channel, std::string id, StoreDone<StoreNothing> done) {
    postWrite<StoreNothing>(std::move(done), [this, channel = std::move(channel), id = std::move(id)] {
        return redactOne(channel, id);
    });
}

void MemoryStore::purgeUser(std::string user, std::string channel, StoreDone<std::uint64_t> done) {
    postWrite<std::uint64_t>(std::move(done), [this, user = std::move(user), channel = std::move(channel)] {
        return redactWhere([&](const Entry& e) {
            return e.publication.user == user && e.state != State::Redacted &&
                   (channel.empty() || e.publication.channel == channel);
        });
    });
}

void MemoryStore::eraseUser(std::string user, std::string by, StoreDone<hub::Erasure> done) {
    postWrite<hub::Erasure>(std::move(done), [this, user = std::move(user), by = std::move(by)] {
        const auto theirs = [&](const Entry& e) { return e.publication.user == user; };
        hub::Erasure erasure{erasureSubject(user), by, hub::wallMilliseconds(), redactWhere(theirs)};
        for (Entry& e : entries_) {
            if (theirs(e))
                e.publication.user.clear();
        }
        for (FlaggedMessage& report : reports_) {
            if (report.reporter == user)
                report.reporter = report.reason = {};
        }
        markers_.erase(user);
        memberships_.erase(user);
        erasures_.insert(erasures_.begin(), erasure);
        return erasure;
    });
}

void MemoryStore::erasures(StoreDone<std::vector<hub::Erasure>> done) {
    post<std::vector<hub::Erasure>>(std::move(done), [this] { return erasures_; });
}

void MemoryStore::trimAll(hub::RetentionRule rule, StoreDone<std::uint64_t> done) {
    postWrite<std::uint64_t>(std::move(done), [this, rule = std::move(rule)] { return drop(rule); });
}

void MemoryStore::exportTo(std::string path, std::function<void(std::uint64_t, std::uint64_t)> progress,
                           StoreDone<std::uint64_t> done) {
    auto work = [this, path = std::move(path),
                 progress = std::move(progress)]() -> StoreResult<std::uint64_t> {
        ExportFile file(path);
        if (auto error = file.open())
            return *error;
        std::uint64_t written = 0;
        for (const Entry& e : entries_) {
            if (e.state == State::Change)
                continue;
            if (auto error = file.write(e))
                return *error;
            ++written;
        }
        if (auto error = file.finish())
            return *error;
        if (progress)
            progress(written, written);
        return written;
    };
    post<std::uint64_t>(std::move(done), std::move(work));
}

void MemoryStore::backupTo(std::string, StoreDone<StoreNothing> done) {
    post<StoreNothing>(std::move(done), []() -> StoreResult<StoreNothing> {
        return StoreError{StoreError::Kind::Unsupported, "what is in memory alone is not backed up"};
    });
}

} // namespace chinwag::store
