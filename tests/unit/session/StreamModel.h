// A server with durable channels and the clients of it, driven at random, and what must hold of them.
#pragma once

#include "HeldStore.h"
#include "RecordingLink.h"
#include "auth/TokenVerifier.h"
#include "hub/Fanout.h"
#include "hub/Hub.h"
#include "protocol/StreamPosition.h"
#include "session/CentrifugeSession.h"

#include <rapidjson/document.h>

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace chinwag::test {

/// What came about, so that a test can see that it was a test.
struct StreamTally {
    int acknowledged = 0;
    int refused = 0;
    int recovered = 0;         ///< with something that was missed
    int recoveredFromDisk = 0; ///< more than is remembered
    int notRecovered = 0;
    int restarts = 0;
    int crashes = 0;
    int lostSeats = 0;
};

/// Every client says only numbers, which grow; so what is kept of a channel grows too.
class StreamModel {
public:
    explicit StreamModel(std::uint32_t seed);
    ~StreamModel();
    StreamModel(const StreamModel&) = delete;
    StreamModel& operator=(const StreamModel&) = delete;

    /// One random thing happens, and all that follows from it.
    void step();
    /// Everybody comes back, all is kept, the server stops, and everything is looked at.
    void finish();

    /// What did not hold; empty: all did.
    const std::string& fault() const { return fault_; }
    const StreamTally& tally() const { return tally_; }

private:
    struct Heard {
        std::uint64_t offset;
        int number;
    };
    // A client as the SDKs are.
    struct Client {
        RecordingLink link;
        std::unique_ptr<session::CentrifugeSession> session; // null while it is away
        bool subscribed = false;
        std::optional<protocol::StreamPosition> position; // what it has seen
        std::optional<protocol::StreamPosition> asked;    // what it asked to recover from
        std::vector<Heard> heard;                         // all since it last began anew
        std::map<std::uint32_t, int> said;                // numbers by command
        std::uint32_t lastCommand = 0;
    };

    std::size_t below(std::size_t limit);
    void start();
    void stopCleanly();
    void crash();
    void endSessions();

    void connect(Client& client);
    void disconnect(Client& client);
    void subscribe(Client& client);
    void unsubscribe(Client& client);
    void publish(Client& client);
    // Retention deletes what is oldest on disk.
    void trim();

    void settle();
    void hear(Client& client);
    void take(Client& client, const rapidjson::Document& message, bool loses);
    void takeSubscribed(Client& client, const rapidjson::Value& reply);
    void takePublication(Client& client, const rapidjson::Value& publication);
    void note(const protocol::StreamPosition& at, int number);
    std::vector<int> keptNumbers();
    void check(bool holds, std::string_view what);

    std::mt19937 random_;
    HeldDisk disk_;
    RecordingMailbox mailbox_;
    std::optional<HeldStore> store_;
    std::optional<hub::Hub> hub_;
    hub::Fanout fanout_{0};
    session::CentrifugeSettings settings_;
    auth::TokenVerifier verifier_{auth::TokenRules()};
    session::TokenGate tokens_{verifier_};
    std::vector<std::unique_ptr<Client>> clients_;

    int lastNumber_ = 0;
    int trimmedTo_ = 0;
    std::vector<int> acknowledged_;
    std::map<std::pair<std::string, std::uint64_t>, int> places_; // what was heard where
    StreamTally tally_;
    std::string fault_;
};

} // namespace chinwag::test
