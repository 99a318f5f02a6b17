// Port: what the hub wants of durable history. The store room implements it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace chinwag::hub {

class ModerationStore;

/// Milliseconds since 1970, UTC.
using StoreTime = std::int64_t;

struct StoreError {
    enum class Kind : std::uint8_t {
        Busy,        ///< too much waits already; to be tried again
        Unavailable, ///< disk full, database out of reach, closing: to be tried again later
        NotFound,    ///< there is no such message
        Refused,     ///< this one cannot be kept as it is; the same again would fail again
        Unsupported, ///< this kind of store has no such thing
        Failed,      ///< a defect of the store or of its file; the text is for the log
    };
    Kind kind = Kind::Failed;
    std::string text; ///< for operators, not for clients

    /// Whether the same may succeed later without anybody changing it.
    bool temporary() const { return kind == Kind::Busy || kind == Kind::Unavailable; }
};

/// For results that carry nothing.
struct StoreNothing {};

template <typename T>
using StoreResult = std::variant<T, StoreError>;

/// Called exactly once, on one of the store's threads: it must not block, nor wait for the store.
template <typename T>
using StoreDone = std::function<void(StoreResult<T>)>;

/// One publication as it is kept. All text is UTF-8; none has a NUL or begins with U+FEFF.
struct StoredPublication {
    std::string channel;
    std::string epoch;        ///< of the channel's stream: offsets begin again with another one
    std::uint64_t offset = 0; ///< from 1
    StoreTime time = 0;
    std::string data;     ///< JSON
    std::string info;     ///< JSON of who published, or empty
    std::string tags;     ///< JSON object, or empty
    std::string id;       ///< of the message, unique in its channel; empty when it has none
    std::string clientId; ///< what the publisher called it, or empty
    std::string user;     ///< who published, or empty
    std::string text;     ///< what a search finds it by; empty: nothing does. Not read back.
    /// It tells that the message `id` has changed, and has no content of its own.
    bool isChange = false;
    bool awaited = true; ///< whether somebody waits for it to be on disk; if not, the store may take its time
};

/// A publication that was read back. `publication.text` is empty.
struct StoredMessage {
    enum class State : std::uint8_t {
        Kept = 0,
        Edited = 1,
        Redacted = 2, ///< a tombstone: place, id, time and perhaps user are left
        Change = 3,   ///< of the message `id`, whose data it has now; none when that was redacted or is gone
    };
    std::uint64_t seq = 0; ///< grows with every message of the store, through all epochs: the cursor
    State state = State::Kept;
    StoredPublication publication;
};

/// Publications of one stream of a channel, by offset.
struct HistoryQuery {
    std::string channel;
    std::string epoch;                  ///< empty: the latest
    std::optional<std::uint64_t> since; ///< exclusive; absent: from the beginning, or the end in reverse
    std::size_t limit = 100;
    bool reverse = false; ///< newest first, below `since`
};

/// Tombstones are included, so that offsets have no gap that was not there. A gap that *was* there (a
/// publication that could not be written) shows as one: whoever promises continuity looks at the offsets.
struct History {
    std::string epoch; ///< of the stream; empty when there is none
    std::uint64_t top = 0;
    std::vector<StoredMessage> messages;
};

/// Messages of a channel through all epochs, newest first: to page backwards. They come as they are now, so
/// changes are no part of it, nor of what the other questions but history() answer.
struct PageQuery {
    std::string channel;
    std::uint64_t before = 0; ///< exclusive `seq`; 0: from the newest
    std::size_t limit = 50;
    std::uint64_t after = 0; ///< exclusive `seq`; unless 0, the next ones after it, `before` apart
};

struct SearchQuery {
    std::string channel;
    std::string text; ///< all its words, the last one as a beginning; case and accents do not matter
    std::uint64_t before = 0;
    std::size_t limit = 50;
};

struct ChannelPosition {
    std::string channel;
    std::string epoch;
    std::uint64_t top = 0;
    StoreTime lastSaid = 0; ///< when something was last said there, of what is kept; 0: never. Read only.
};

/// A client's name for something that it published: the first one of the pair (channel, clientId) counts.
struct KnownClientId {
    std::string channel;
    std::string clientId;
    std::string user;
    std::string id;
    std::string epoch;
    std::uint64_t offset = 0;
    StoreTime time = 0;
};

struct ReadMarker {
    std::string channel;
    std::string id; ///< of the latest message that was read
    std::uint64_t seq = 0;
    StoreTime time = 0;
};

/// The rooms to tell a user of, by name: those with a marker of it, the direct ones that have it as a member
/// (DirectRoom.h), and `channels` besides.
struct RoomsQuery {
    std::string user; ///< empty: somebody anonymous, who has no markers
    std::vector<std::string> channels;
    std::string after; ///< exclusive; empty: from the first
    std::size_t limit = 50;
    std::string nick{}; ///< what the user is called, for Room::mentions
};

/// As its user has left it.
struct Room {
    std::string channel;
    std::optional<ReadMarker> marker;
    /// What others have said since, of the `mostUnread` publications behind the marker; without one, of those
    /// from the first one on.
    std::size_t unread = 0;
    bool more = false;  ///< there are publications behind those
    StoreTime last = 0; ///< when something was last said; 0: never
    /// Those of the unread that name the user (protocol/Mention.h) or answer what it has said.
    std::size_t mentions = 0;
};
inline constexpr std::size_t mostUnread = 1'000;

struct Report {
    enum class Outcome : std::uint8_t {
        Open = 0,
        Dismissed = 1,
        Acted = 2, ///< an operator has done something about it
    };
    std::uint64_t number = 0; ///< grows: the cursor
    std::string reporter;     ///< empty after the reporter was erased
    std::string reason;
    StoreTime time = 0;
    StoredMessage message; ///< as it is now
    Outcome outcome = Outcome::Open;
    std::string resolvedBy{}; ///< the operator
    std::string note{};       ///< theirs
    StoreTime resolvedAt = 0;
};

struct ReportQuery {
    enum class State : std::uint8_t { Any, Open, Resolved };
    State state = State::Any;
    std::uint64_t before = 0; ///< exclusive number; 0: from the newest
    std::size_t limit = 50;
};

/// What a purge has redacted.
struct PurgedMessages {
    static constexpr std::size_t mostIds = 500;
    std::uint64_t count = 0;
    /// By channel, the ids of up to so many of the newest, the newest last.
    std::map<std::string, std::deque<std::string>> ids{};

    void add(const std::string& channel, std::string id) {
        ++count;
        if (id.empty())
            return;
        auto& known = ids[channel];
        known.push_back(std::move(id));
        if (known.size() > mostIds)
            known.pop_front();
    }
};

/// What may stay. Both limits hold; 0 is none.
struct Retention {
    std::string channel; ///< a channel, or the beginning of many
    bool prefix = false;
    std::size_t maxCount = 0; ///< of each channel
    StoreTime olderThan = 0;  ///< what was published before goes
};

/// What may stay of one channel. Both limits hold; 0 is none.
struct RetentionLimits {
    std::size_t maxCount = 0;
    StoreTime olderThan = 0; ///< what was published before goes
};

/// The limits of the channel of that name. Called on one of the store's threads.
using RetentionRule = std::function<RetentionLimits(std::string_view channel)>;

/// The proof that a user's data was erased. It does not name the user again.
struct Erasure {
    std::string subject; ///< SHA-256 of the user, hexadecimal
    std::string by;      ///< the operator
    StoreTime time = 0;
    std::uint64_t messages = 0;
};

struct StoreState {
    bool writable = true;
    std::string reason; ///< why not
};

/// For metrics.
struct StoreFacts {
    std::uint64_t appended = 0;
    std::uint64_t refused = 0; ///< appends that ended with an error
    std::uint64_t commits = 0;
    std::size_t waitingBytes = 0;
    std::uint64_t trimmed = 0; ///< messages that retention has deleted
};

/// Any thread may call. What is written is written in the order of the calls, and a read that begins
/// after a write was answered sees it. Destroying a store answers what waits.
class Store {
public:
    Store() = default;
    Store(const Store&) = delete;
    Store& operator=(const Store&) = delete;
    virtual ~Store() = default;

    /// Where every channel's latest stream stood when the store was opened. To be taken once.
    virtual std::vector<ChannelPosition> takePositions() = 0;
    /// Whether everything that was handed out before has been kept. If not, clients may have seen
    /// offsets that the store has not: the hub begins new epochs.
    virtual bool stoppedCleanly() const = 0;
    /// Remembers streams in which nothing durable was published, or whose top is beyond the last one kept.
    virtual void setPositions(std::vector<ChannelPosition> positions, StoreDone<StoreNothing> done) = 0;

    /// `done` comes when it is on disk, without a value, or with the error. Appending the same twice
    /// (channel, epoch, offset and id) keeps it once; another one at the same place is Refused.
    virtual void append(std::shared_ptr<const StoredPublication> publication,
                        std::function<void(std::optional<StoreError>)> done) = 0;

    virtual void history(HistoryQuery query, StoreDone<History> done) = 0;
    virtual void page(PageQuery query, StoreDone<std::vector<StoredMessage>> done) = 0;
    virtual void search(SearchQuery query, StoreDone<std::vector<StoredMessage>> done) = 0;
    virtual void find(std::string channel, std::string id, StoreDone<StoredMessage> done) = 0;
    /// What clients called their messages since then, newest first: for recognising them again.
    virtual void clientIdsSince(StoreTime time, StoreDone<std::vector<KnownClientId>> done) = 0;

    /// Replaces data and text; a tombstone is NotFound.
    virtual void edit(std::string channel, std::string id, std::string data, std::string text,
                      StoreDone<StoreNothing> done) = 0;
    /// Leaves a tombstone. Doing it again is no error.
    virtual void redact(std::string channel, std::string id, StoreDone<StoreNothing> done) = 0;
    /// Redacts all that `user` published, in one channel or (empty) in all; answers how many.
    virtual void purgeUser(std::string user, std::string channel, StoreDone<std::uint64_t> done) = 0;
    /// Redacts, takes the user's name off the tombstones and reports, deletes the markers and memberships,
    /// and records it. The name of a direct room stays.
    virtual void eraseUser(std::string user, std::string by, StoreDone<Erasure> done) = 0;
    virtual void erasures(StoreDone<std::vector<Erasure>> done) = 0;
    /// Deletes for good; answers how many. Positions stay.
    virtual void trim(Retention retention, StoreDone<std::uint64_t> done) = 0;
    /// Likewise in every channel, by its own limits.
    virtual void trimAll(RetentionRule rule, StoreDone<std::uint64_t> done) = 0;

    /// A marker never goes back: an older message than the marked one is accepted and changes nothing.
    virtual void setReadMarker(std::string user, std::string channel, std::string id,
                               StoreDone<StoreNothing> done) = 0;
    virtual void readMarkers(std::string user, StoreDone<std::vector<ReadMarker>> done) = 0;
    /// Makes both users of a direct room members of it. So does what is appended there.
    virtual void addRoom(std::string channel, StoreDone<StoreNothing> done) = 0;
    /// In the order of the names' bytes.
    virtual void rooms(RoomsQuery query, StoreDone<std::vector<Room>> done) = 0;
    /// The same reporter's second report of a message changes nothing.
    virtual void addReport(std::string channel, std::string id, std::string reporter, std::string reason,
                           StoreDone<StoreNothing> done) = 0;
    /// Newest first.
    virtual void reports(ReportQuery query, StoreDone<std::vector<Report>> done) = 0;

    /// Writes all messages to a new file, JSON Lines; answers how many. `progress` gets (done, of all).
    virtual void exportTo(std::string path, std::function<void(std::uint64_t, std::uint64_t)> progress,
                          StoreDone<std::uint64_t> done) = 0;
    /// Copies the store to a new file while it is in use.
    virtual void backupTo(std::string path, StoreDone<StoreNothing> done) = 0;

    /// The rules of operators and their record; lives as long as the store.
    virtual ModerationStore& moderation() = 0;

    virtual StoreState state() const = 0;
    virtual StoreFacts facts() const = 0;
};

} // namespace chinwag::hub
