#include "net/HttpConnection.h"

#include "net/Connection.h"
#include "net/HttpWriter.h"
#include "net/Reactor.h"
#include "net/WebSocketOpening.h"

#include <algorithm>
#include <utility>
#include <variant>

namespace chinwag::net {

using metrics::Refusal;
using protocol::problem;

namespace {

Refusal refusalFor(int status) {
    switch (status) {
    case 401: return Refusal::Unauthorized;
    case 404: return Refusal::NotFound;
    case 413: return Refusal::BodyTooLarge;
    case 426: return Refusal::UpgradeRequired;
    case 431: return Refusal::HeadTooLarge;
    default: return Refusal::BadRequest;
    }
}

// The subprotocol to answer with: none but the route's own is ever told, and so nothing of a token.
std::string spoken(const WebSocketRoute& route, const std::vector<std::string>& offered) {
    const bool isOffered = std::find(offered.begin(), offered.end(), route.subprotocol) != offered.end();
    return isOffered ? route.subprotocol : std::string();
}

} // namespace

HttpConnection::HttpConnection(Reactor& reactor, FrontDoor& door, std::unique_ptr<Transport> transport,
                               Arrival arrival)
    : reactor_(reactor),
      door_(door),
      transport_(std::move(transport)),
      arrival_(std::move(arrival)),
      client_(arrival_.peer) {
    reactor_.metrics().openHttp.add(1);
}

HttpConnection::~HttpConnection() {
    if (transport_)
        transport_->setUser(nullptr);
    if (exchange_ != 0)
        door_.forget(exchange_);
    reactor_.metrics().openHttp.add(-1);
}

void HttpConnection::start() {
    transport_->setUser(this);
    // One from an address with too many connections is refused when it says what it wants; until then it
    // may not hold on for long.
    const auto& settings = reactor_.settings();
    const bool welcome = arrival_.entry.assign(arrival_.peer, settings.maxConnectionsPerAddress);
    reactor_.schedule(*this, welcome ? settings.headTimeout : settings.closeTimeout);
    if (!transport_->setInterest({.read = true, .write = false}))
        end();
}

void HttpConnection::onReadable() {
    switch (state_) {
    case State::Head: readHead(); break;
    case State::Body: readBody(); break;
    case State::Finishing: drainInput(); break;
    case State::Answering:
    case State::Writing:
    case State::Gone: break;
    }
}

// --- the request ---

void HttpConnection::readHead() {
    const auto buffer = reactor_.receiveBuffer();
    const auto peeked = transport_->peek(buffer);
    if (peeked.status == Transport::Status::Blocked)
        return;
    if (peeked.status != Transport::Status::Ok) {
        if (!transport_->isEstablished())
            reactor_.metrics().refused(Refusal::TlsHandshake);
        end();
        return;
    }
    if (idle_) {
        idle_ = false;
        reactor_.schedule(*this, reactor_.settings().headTimeout);
    }
    const auto& settings = reactor_.settings();
    auto result =
        parseRequestHead(std::string_view(buffer.data(), peeked.bytes), settings.maxHead, settings.maxBody);
    switch (result.status) {
    case HeadResult::Status::Incomplete: return;
    case HeadResult::Status::Complete:
        head_ = std::move(result.head);
        judge();
        return;
    case HeadResult::Status::Bad:
    case HeadResult::Status::TooLarge:
        refuse(refusalFor(result.answerStatus), problem(result.answerStatus, result.reason));
        return;
    }
}

void HttpConnection::judge() {
    headOnly_ = head_.method == "HEAD";
    keepAlive_ = head_.keepAlive;
    vettedAt_ = reactor_.now();
    if (!admitAddress())
        return;
    const auto opening = judgeOpening(head_);
    switch (opening.verdict) {
    case WebSocketOpening::Verdict::Wrong: refuse(refusalFor(opening.answer.status), opening.answer); return;
    case WebSocketOpening::Verdict::Right: judgeWebSocket(opening.subprotocols); return;
    case WebSocketOpening::Verdict::NotAsked: break;
    }
    if (door_.webSocketRoute(head_.path()) != nullptr)
        refuse(Refusal::UpgradeRequired, upgradeRequired("A WebSocket is to be opened here."));
    else
        beginBody();
}

bool HttpConnection::admitAddress() {
    const auto& settings = reactor_.settings();
    client_ = settings.trustedProxies.clientAddress(arrival_.peer, head_.headers);
    if (!arrival_.entry.assign(client_, settings.maxConnectionsPerAddress)) {
        refuse(Refusal::AddressLimit,
               problem(429, "There are too many connections from this address; at most " +
                                std::to_string(settings.maxConnectionsPerAddress) + " are allowed."));
        return false;
    }
    if (settings.maxConnections != 0 && arrival_.entry.total() > settings.maxConnections) {
        auto answer = problem(503, "The server has as many connections as it may; try again later.");
        answer.headers.push_back({"Retry-After", "5"});
        refuse(Refusal::ConnectionLimit, answer);
        return false;
    }
    return true;
}

void HttpConnection::judgeWebSocket(const std::vector<std::string>& subprotocols) {
    const auto* const route = door_.webSocketRoute(head_.path());
    if (route == nullptr || (arrival_.internal && !route->isInside)) {
        refuse(Refusal::NotFound, problem(404, "No WebSocket is to be opened at this path."));
        return;
    }
    if (door_.isDraining()) {
        auto answer = problem(503, "The server is shutting down; try again.");
        answer.headers.push_back({"Retry-After", "1"});
        refuse(Refusal::Draining, answer);
        return;
    }
    const auto origin = protocol::headerValue(head_.headers, "Origin");
    const auto host = protocol::headerValue(head_.headers, "Host");
    if (!reactor_.settings().origins.allows(origin, host, transport_->isSecure())) {
        refuse(Refusal::Origin, problem(403, "Pages of this origin may not connect here."));
        return;
    }
    const hub::Opening opening{head_.query(), head_.headers,          subprotocols,
                               client_,       transport_->isSecure(), arrival_.internal};
    auto admission = route->admit(opening);
    if (auto* const answer = std::get_if<protocol::HttpAnswer>(&admission))
        refuse(refusalFor(answer->status), *answer);
    else
        openWebSocket(std::get<hub::SessionMaker>(admission), spoken(*route, subprotocols));
}

void HttpConnection::openWebSocket(const hub::SessionMaker& makeSession, const std::string& subprotocol) {
    if (!skip(head_.size)) {
        end();
        return;
    }
    auto connection = std::make_unique<Connection>(reactor_, std::move(arrival_.entry), client_, makeSession);
    transport_->setUser(nullptr);
    auto opened = door_.opener().open(std::move(transport_), head_, subprotocol);
    state_ = State::Gone;
    cancel();
    reactor_.bury(*this);
    if (!opened)
        return;
    auto& metrics = reactor_.metrics();
    metrics.acceptedWebSockets.add();
    metrics.handshake.record(std::chrono::steady_clock::now() - arrival_.acceptedAt);
    auto& started = *connection;
    reactor_.adopt(std::move(connection));
    started.start(std::move(opened->transport), opened->leftover);
}

void HttpConnection::beginBody() {
    if (!skip(head_.size)) {
        end();
        return;
    }
    body_.emplace(head_, reactor_.settings().maxBody);
    state_ = State::Body;
    if (body_->status() == RequestBody::Status::NeedMore &&
        protocol::headerHasToken(head_.headers, "Expect", "100-continue")) {
        interim_ = true;
        write("HTTP/1.1 100 Continue\r\n\r\n");
        return;
    }
    readBody();
}

void HttpConnection::readBody() {
    const auto buffer = reactor_.receiveBuffer();
    while (body_->status() == RequestBody::Status::NeedMore) {
        const auto peeked = transport_->peek(buffer);
        if (peeked.status == Transport::Status::Blocked)
            return;
        if (peeked.status != Transport::Status::Ok ||
            !skip(body_->feed(std::string_view(buffer.data(), peeked.bytes)))) {
            end();
            return;
        }
    }
    switch (body_->status()) {
    case RequestBody::Status::Done: handOn(); break;
    case RequestBody::Status::TooLarge: refuse(Refusal::BodyTooLarge, problem(413, body_->reason())); break;
    case RequestBody::Status::Bad: refuse(Refusal::BadRequest, problem(400, body_->reason())); break;
    case RequestBody::Status::NeedMore: break;
    }
}

void HttpConnection::handOn() {
    protocol::HttpRequest request;
    request.method = std::move(head_.method);
    request.target = std::move(head_.target);
    request.minorVersion = head_.minorVersion;
    request.headers = std::move(head_.headers);
    request.body = body_->take();
    request.peerAddress = client_.toString();
    request.secure = transport_->isSecure();
    request.internal = arrival_.internal;
    body_.reset();
    state_ = State::Answering;
    cancel(); // how long an answer takes is the handler's business
    reactor_.metrics().httpRequests.add();
    exchange_ = door_.handOn(std::move(request), *this);
}

// Takes bytes that have been peeked at.
bool HttpConnection::skip(std::size_t bytes) {
    const auto buffer = reactor_.receiveBuffer();
    while (bytes > 0) {
        const auto taken = transport_->read(buffer.first(std::min(bytes, buffer.size())));
        if (taken.status != Transport::Status::Ok)
            return false;
        reactor_.metrics().bytesIn.add(taken.bytes);
        bytes -= taken.bytes;
    }
    return true;
}

// --- the answer ---

void HttpConnection::answer(const protocol::HttpAnswer& answer) {
    exchange_ = 0;
    keepAlive_ = keepAlive_ && !door_.isDraining();
    const auto group = static_cast<std::size_t>(answer.status / 100);
    auto& counters = reactor_.metrics().httpAnswers;
    counters[group < counters.size() ? group : 0].add();
    reactor_.metrics().request.record(std::chrono::steady_clock::now() - vettedAt_);
    write(writeAnswer(answer, keepAlive_, headOnly_));
}

// After a refusal nothing that the peer has sent or will send can be told apart, so it is the last answer.
void HttpConnection::refuse(Refusal why, const protocol::HttpAnswer& answer) {
    reactor_.metrics().refused(why);
    reactor_.metrics().httpAnswers[static_cast<std::size_t>(answer.status / 100) % 6].add();
    keepAlive_ = false;
    write(writeAnswer(answer, false, headOnly_));
}

void HttpConnection::write(std::string bytes) {
    out_ = std::move(bytes);
    outWritten_ = 0;
    state_ = State::Writing;
    reactor_.schedule(*this, reactor_.settings().idleTimeout);
    onWritable();
}

void HttpConnection::onWritable() {
    if (state_ != State::Writing)
        return;
    while (outWritten_ < out_.size()) {
        const iovec vector{out_.data() + outWritten_, out_.size() - outWritten_};
        const auto result = transport_->write(std::span(&vector, 1));
        if (result.status == Transport::Status::Blocked) {
            if (!transport_->setInterest({.read = true, .write = true}))
                end();
            return;
        }
        if (result.status != Transport::Status::Ok) {
            end();
            return;
        }
        reactor_.metrics().bytesOut.add(result.bytes);
        outWritten_ += result.bytes;
    }
    std::string().swap(out_);
    written();
}

void HttpConnection::written() {
    if (!transport_->setInterest({.read = true, .write = false})) {
        end();
        return;
    }
    if (std::exchange(interim_, false)) {
        state_ = State::Body;
        reactor_.schedule(*this, reactor_.settings().headTimeout);
        readBody();
    } else if (keepAlive_) {
        awaitNextRequest();
    } else {
        // Reading on until the peer ends keeps a reset from destroying the answer on its way.
        state_ = State::Finishing;
        transport_->finishWriting();
        reactor_.schedule(*this, reactor_.settings().closeTimeout);
        drainInput();
    }
}

void HttpConnection::awaitNextRequest() {
    state_ = State::Head;
    idle_ = true;
    headOnly_ = false;
    head_ = {};
    reactor_.schedule(*this, reactor_.settings().idleTimeout);
    readHead(); // a pipelined request may be there already
}

// --- the end ---

void HttpConnection::drainInput() {
    const auto buffer = reactor_.receiveBuffer();
    while (true) {
        const auto result = transport_->read(buffer);
        if (result.status == Transport::Status::Blocked)
            return;
        if (result.status != Transport::Status::Ok) {
            end();
            return;
        }
    }
}

void HttpConnection::onDeadline() {
    const bool waiting = (state_ == State::Head && !idle_) || state_ == State::Body;
    if (waiting && transport_->isEstablished()) {
        refuse(Refusal::Timeout, problem(408, "The request did not arrive in time."));
        return;
    }
    if (waiting)
        reactor_.metrics().refused(Refusal::TlsHandshake);
    if (state_ == State::Writing || state_ == State::Finishing) {
        reactor_.metrics().aborts.add();
        transport_->abort();
    }
    end();
}

void HttpConnection::shutDown() {
    if (state_ == State::Head)
        end();
    keepAlive_ = false;
}

void HttpConnection::end() {
    if (state_ == State::Gone)
        return;
    state_ = State::Gone;
    cancel();
    transport_->setInterest({.read = false, .write = false});
    reactor_.bury(*this);
}

} // namespace chinwag::net
