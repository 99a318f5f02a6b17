// Which clients are connected and who they are, so that what is meant for them reaches them.
#pragma once

#include "hub/Channel.h"
#include "hub/WallClock.h"
#include "protocol/ChannelOverrides.h"
#include "protocol/CloseCode.h"

#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <variant>
#include <vector>

namespace chinwag::hub {

struct DisconnectClient {
    protocol::CloseCode code = protocol::CloseCode::ForceDisconnect;
    std::string reason;
};
struct SubscribeClient {
    std::string channel;
    std::string info{}; ///< of the subscription: JSON text, or empty
    std::optional<std::chrono::system_clock::time_point> expiresAt{};
    std::string data{};                              ///< told to the client: JSON text, or empty
    std::optional<protocol::StreamPosition> since{}; ///< it is told what was published after this
    protocol::ChannelOverrides overrides{};
};
struct UnsubscribeClient {
    std::string channel;
};
struct RefreshClient {
    /// When the connection ends unless it is refreshed; nothing: it does not end by itself.
    std::optional<std::chrono::system_clock::time_point> expiresAt{};
    std::string info{}; ///< what others are told of it from now on: JSON text; empty: what they were
};
using ClientCommand = std::variant<DisconnectClient, SubscribeClient, UnsubscribeClient, RefreshClient>;

/// Port: a session that takes commands, on its worker's thread.
class CommandedClient {
public:
    CommandedClient() = default;
    CommandedClient(const CommandedClient&) = delete;
    CommandedClient& operator=(const CommandedClient&) = delete;
    virtual ~CommandedClient() = default;
    virtual void obey(const ClientCommand& command) = 0;
};

/// Whom a command is for.
struct ClientSelection {
    std::string user;     ///< empty: somebody anonymous, who is known by `client`
    std::string client{}; ///< that one only; empty: all of the user's
    std::vector<std::string> exceptClients{};
};

/// Thread-safe.
class Clients {
public:
    /// A client's entry from when it is known who it is until it goes; confined to its worker's thread.
    class Entry {
    public:
        Entry(Clients& clients, WorkerIndex worker, CommandedClient& client, std::string id, std::string user,
              bool isStaff = false);
        ~Entry();
        Entry(const Entry&) = delete;
        Entry& operator=(const Entry&) = delete;

        /// It has done something.
        void touch() { activeAt_.store(wallMilliseconds(), std::memory_order_relaxed); }
        void setStaff(bool isStaff) { isStaff_.store(isStaff, std::memory_order_relaxed); }

    private:
        friend class Clients;

        Clients& clients_;
        const WorkerIndex worker_;
        const std::string id_;
        const std::string user_;
        const std::int64_t since_;
        std::atomic<std::int64_t> activeAt_; // read by others
        std::atomic<bool> isStaff_;          // likewise
    };

    /// What others may know of a client. Times are milliseconds since 1970.
    struct Activity {
        std::int64_t since = 0;  ///< when it has connected
        std::int64_t active = 0; ///< when it last did something
        bool isStaff = false;    ///< by its token
    };
    /// Nothing when there is no such client (any more).
    std::optional<Activity> activityOf(const std::string& user, const std::string& client) const;

    /// When somebody last did something, on whichever of a user's connections.
    struct LastActive {
        std::string user;   ///< empty: somebody anonymous
        std::string client; ///< that one's; empty for a user
        std::int64_t active = 0;
    };
    /// Of those in `people`, each user once; not of who is no such client (any more).
    std::vector<LastActive> lastActive(const std::vector<protocol::ClientInfo>& people) const;

    /// `mailboxes`, one a worker, must outlive it.
    explicit Clients(std::vector<Mailbox*> mailboxes);

    /// Sends `command` to those selected; each obeys in its worker's next turn, if it is still there.
    /// Returns how many there were.
    std::size_t tell(const ClientSelection& selection, const ClientCommand& command);

    /// Calls `action` with the client called `id` in the next turn of `worker`, if it is still there.
    void run(WorkerIndex worker, std::string id, std::function<void(CommandedClient&)> action);

    std::size_t clientCount() const;
    /// Users with a name.
    std::size_t userCount() const;

private:
    struct Seat {
        std::string client;
        WorkerIndex worker;
    };
    std::vector<Seat> select(const ClientSelection& selection) const;
    // mutex_ is held, for as long as what it calls is called.
    void eachOf(const ClientSelection& selection, const std::function<void(const Entry&)>& take) const;
    // mutex_ is held. 0: there is no such client.
    std::int64_t lastActiveOf(const ClientSelection& selection) const;

    const std::vector<Mailbox*> mailboxes_;
    mutable std::mutex mutex_; // guards what follows, but for perWorker_
    std::size_t count_ = 0;
    std::unordered_map<std::string, std::vector<const Entry*>> users_;
    std::unordered_map<std::string, const Entry*> anonymous_;                  // by client
    std::vector<std::unordered_map<std::string, CommandedClient*>> perWorker_; // each its worker's own
};

} // namespace chinwag::hub
