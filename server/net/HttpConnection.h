// The front door: a connection before it is a WebSocket, and for as long as it speaks HTTP.
#pragma once

#include "net/ConnectionCensus.h"
#include "net/FrontDoor.h"
#include "net/Peer.h"
#include "net/RequestBody.h"
#include "net/RequestHead.h"
#include "net/TimerWheel.h"
#include "net/Transport.h"
#include "protocol/Address.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace chinwag::net {

class Reactor;

/// Confined to its reactor's thread. Holds every limit on every request of the connection, the first and
/// the hundredth alike: nothing but a complete and unambiguous request leaves here.
///
/// A head is peeked at, not read, until it is complete: then exactly its bytes are taken, and what the
/// peer has sent behind it waits in the socket for whoever comes next, a body, a request or a WebSocket.
class HttpConnection final : public Peer, private TransportUser, private Deadline {
public:
    HttpConnection(Reactor& reactor, FrontDoor& door, std::unique_ptr<Transport> transport, Arrival arrival);
    ~HttpConnection() override;

    /// To be called once it has been adopted.
    void start();

    /// The answer to the request at hand.
    void answer(const protocol::HttpAnswer& answer);

    void shutDown() override;

private:
    enum class State : std::uint8_t {
        Head,      // a head is awaited or incomplete
        Body,      // head_ is known, its body is incomplete
        Answering, // the request has been handed on
        Writing,   // out_ is on its way
        Finishing, // the answer was the last one; the peer's end is awaited
        Gone,      // buried, or its transport has become a WebSocket's
    };

    void onReadable() override;
    void onWritable() override;
    void onDeadline() override;

    void readHead();
    void judge();
    bool admitAddress();
    void judgeWebSocket(const std::vector<std::string>& subprotocols);
    void openWebSocket(const hub::SessionMaker& makeSession, const std::string& subprotocol);
    void beginBody();
    void readBody();
    void handOn();
    void refuse(metrics::Refusal why, const protocol::HttpAnswer& answer);
    void write(std::string bytes);
    void written();
    void drainInput();
    void awaitNextRequest();
    void end();
    bool skip(std::size_t bytes);

    Reactor& reactor_;
    FrontDoor& door_;
    std::unique_ptr<Transport> transport_;
    Arrival arrival_;
    protocol::Address client_;
    State state_ = State::Head;
    bool keepAlive_ = true; // after the answer at hand
    bool headOnly_ = false;
    bool idle_ = false;          // between two requests
    bool interim_ = false;       // out_ is a 100 Continue, after which the body is read
    std::uint64_t exchange_ = 0; // under which the answer comes back, 0 when none is awaited
    SteadyTime vettedAt_{};
    RequestHead head_;
    std::optional<RequestBody> body_;
    std::string out_;
    std::size_t outWritten_ = 0;
};

} // namespace chinwag::net
