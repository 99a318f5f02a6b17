#include "net/Connection.h"

#include "net/Closings.h"
#include "net/Reactor.h"
#include "net/SteadyWallClock.h"

#include <array>
#include <utility>

namespace chinwag::net {

using metrics::Closing;
using protocol::CloseCode;
using protocol::Opcode;

namespace {

constexpr std::size_t vectorsPerWrite = 64;
constexpr std::uint16_t noCode = 1005; // RFC 6455 section 7.1.5: the peer gave none; never on the wire

} // namespace

Connection::Connection(Reactor& reactor, ConnectionCensus::Entry entry, const protocol::Address& client,
                       const hub::SessionMaker& makeSession)
    : reactor_(reactor),
      entry_(std::move(entry)),
      client_(client),
      connectedAt_(steadyWallClock()),
      session_(makeSession(*this, reactor.index())),
      reader_(reactor.settings().maxMessage) {}

Connection::~Connection() {
    if (!transport_)
        return;
    transport_->setUser(nullptr);
    reactor_.connections().remove(place_);
    auto& metrics = reactor_.metrics();
    metrics.openWebSockets.add(-1);
    if (transport_->isSecure())
        metrics.openSecureWebSockets.add(-1);
    metrics.queueBytes.add(-static_cast<std::int64_t>(accountedBytes_));
}

void Connection::start(std::unique_ptr<Transport> transport, std::string& leftover) {
    transport_ = std::move(transport);
    transport_->setUser(this);
    tally_.begin(reactor_.now());
    place_ = reactor_.connections().add(*this);
    reactor_.metrics().openWebSockets.add(1);
    if (transport_->isSecure())
        reactor_.metrics().openSecureWebSockets.add(1);
    if (!transport_->setInterest({.read = true, .write = false})) {
        vanish(Closing::Gone);
        return;
    }
    const auto& settings = reactor_.settings();
    reactor_.schedule(*this, session_ && !session_->isEstablished() ? settings.headTimeout : settings.ping);
    if (!queue_.empty())
        flush();
    receive(leftover);
    if (transport_->mustReadOn())
        onReadable();
}

// --- reading ---

void Connection::onReadable() {
    const auto buffer = reactor_.receiveBuffer();
    while (state_ != State::Gone && !throttled_) {
        const auto result = transport_->read(buffer);
        if (result.status == Transport::Status::Blocked)
            return;
        if (result.status != Transport::Status::Ok) {
            vanish(Closing::Gone);
            return;
        }
        reactor_.metrics().bytesIn.add(result.bytes);
        tally_.counts.bytesIn += result.bytes;
        heard_ = true;
        if (state_ != State::Finishing)
            receive(buffer.first(result.bytes));
        if (!transport_->mustReadOn())
            return;
    }
}

void Connection::receive(std::span<char> bytes) {
    while (state_ == State::Open || state_ == State::Closing) {
        const auto event = reader_.next(bytes);
        if (!handle(event))
            break;
        const bool message = event == FrameReader::Event::Text || event == FrameReader::Event::Binary;
        if (message && !mayReadOn()) {
            throttle(bytes);
            break;
        }
    }
    const auto fragments = reader_.takeFragmentCount();
    if (fragments != 0 && !fragments_.take(reactor_.settings().fragments, reactor_.now(), fragments))
        close(CloseCode::PolicyViolation, "too many fragments");
}

bool Connection::handle(FrameReader::Event event) {
    if (trace_) [[unlikely]]
        traceIncoming(event);
    switch (event) {
    case FrameReader::Event::NeedMore: return false;
    case FrameReader::Event::Text: return handleMessage(true);
    case FrameReader::Event::Binary: return handleMessage(false);
    case FrameReader::Event::Ping:
    case FrameReader::Event::Pong: return handleControl(event);
    case FrameReader::Event::Close: {
        const auto code = reader_.closeCode();
        if (state_ == State::Open)
            beginClosing(code == 0 ? noCode : code, {}, Closing::Peer, State::Finishing);
        else
            finish();
        return false;
    }
    case FrameReader::Event::Violation: {
        const auto code = reader_.violation();
        if (state_ == State::Open)
            beginClosing(static_cast<std::uint16_t>(code), protocol::closeReason(code), closingFor(code),
                         State::Finishing);
        else
            finish();
        return false;
    }
    }
    return false;
}

bool Connection::handleMessage(bool text) {
    if (state_ != State::Open)
        return true; // after our close frame the peer's messages are of no interest, its close frame is
    const auto message = reader_.payload();
    auto& metrics = reactor_.metrics();
    metrics.messagesIn.add();
    metrics.messageBytesIn.add(message.size());
    ++tally_.counts.messagesIn;
    tally_.lastMessage = reactor_.now();
    if (text)
        session_->onText(message);
    else
        session_->onBinary(message);
    return true;
}

bool Connection::handleControl(FrameReader::Event event) {
    if (state_ != State::Open)
        return true;
    if (!controlFrames_.take(reactor_.settings().controlFrames, reactor_.now())) {
        close(CloseCode::PolicyViolation, "too many control frames");
        return false;
    }
    if (event == FrameReader::Event::Pong)
        pongReceived();
    if (event == FrameReader::Event::Ping)
        queue(hub::FrameRef(protocol::makeFrame(Opcode::Pong, reader_.payload()), 0));
    return true;
}

bool Connection::withinRate() {
    if (messages_.take(reactor_.settings().messages, reactor_.now()))
        return true;
    // Others are read more slowly, and lose nothing.
    if (session_ && session_->keepsRate())
        ++tally_.refused;
    return false;
}

bool Connection::mayReadOn() {
    return state_ != State::Open || session_->keepsRate() || withinRate();
}

// Nothing is lost: what was read waits here, the rest waits in the kernel and, in time, at the sender.
void Connection::throttle(std::span<char> rest) {
    backlog_.assign(rest.data(), rest.size());
    throttled_ = true;
    if (!resume_)
        resume_ = std::make_unique<Resume>(*this);
    reactor_.schedule(*resume_, TimerWheel::tick);
    if (!transport_->setInterest({.read = false, .write = blocked_}))
        vanish(Closing::Gone);
}

void Connection::resumeReading() {
    if (state_ == State::Gone)
        return;
    if (!mayReadOn()) {
        reactor_.schedule(*resume_, TimerWheel::tick);
        return;
    }
    throttled_ = false;
    if (!transport_->setInterest({.read = true, .write = blocked_})) {
        vanish(Closing::Gone);
        return;
    }
    std::string bytes = std::exchange(backlog_, {});
    receive(bytes);
    if (transport_->mustReadOn())
        onReadable();
}

// --- writing ---

void Connection::send(const hub::FrameRef& frame) {
    if (state_ == State::Open)
        queue(frame);
}

void Connection::queue(const hub::FrameRef& frame) {
    if (trace_) [[unlikely]]
        trace_->addOutgoing(frame.bytes());
    queue_.push(frame);
    tally_.counts.messagesOut += frame.messages();
    if (blocked_) {
        accountQueue();
        if (state_ == State::Open && queue_.bytes() > reactor_.settings().maxQueue)
            closeSlow();
        return;
    }
    if (!dirty_ && transport_) { // before start() it only waits
        dirty_ = true;
        reactor_.markDirty(*this);
    }
}

void Connection::flush() {
    dirty_ = false;
    std::array<iovec, vectorsPerWrite> vectors{};
    while (state_ != State::Gone && !queue_.empty()) {
        const std::size_t count = queue_.gather(vectors);
        const auto result = transport_->write(std::span(vectors).first(count));
        if (result.status == Transport::Status::Broken || result.status == Transport::Status::Ended) {
            vanish(Closing::Gone);
            return;
        }
        if (result.status == Transport::Status::Blocked)
            break;
        reactor_.metrics().bytesOut.add(result.bytes);
        tally_.counts.bytesOut += result.bytes;
        queue_.consume(result.bytes);
    }
    if (state_ == State::Gone)
        return;
    const bool nowBlocked = !queue_.empty();
    if (nowBlocked != blocked_) {
        blocked_ = nowBlocked;
        if (!transport_->setInterest({.read = !throttled_, .write = blocked_})) {
            vanish(Closing::Gone);
            return;
        }
    }
    accountQueue();
    if (blocked_ && state_ == State::Open && queue_.bytes() > reactor_.settings().maxQueue)
        closeSlow();
    if (!blocked_ && state_ == State::Finishing && !writingDone_) {
        writingDone_ = true;
        transport_->finishWriting();
    }
}

void Connection::accountQueue() {
    if (queue_.bytes() == accountedBytes_)
        return;
    reactor_.metrics().queueBytes.add(static_cast<std::int64_t>(queue_.bytes()) -
                                      static_cast<std::int64_t>(accountedBytes_));
    accountedBytes_ = queue_.bytes();
}

// --- ending ---

void Connection::close(CloseCode code, std::string_view reason) {
    if (state_ == State::Open)
        beginClosing(static_cast<std::uint16_t>(code), reason, closingFor(code), State::Closing);
}

void Connection::shutDown() {
    close(CloseCode::Shutdown, protocol::closeReason(CloseCode::Shutdown));
}

// Room for the close frame is made by dropping what the peer has not begun to receive.
void Connection::closeSlow() {
    queue_.truncate();
    close(CloseCode::Slow, protocol::closeReason(CloseCode::Slow));
}

void Connection::beginClosing(std::uint16_t code, std::string_view reason, Closing why, State next) {
    state_ = next;
    reactor_.metrics().closed(why);
    leave();
    std::string frame =
        code == noCode ? protocol::makeFrame(Opcode::Close, {}) : protocol::makeCloseFrame(code, reason);
    queue(hub::FrameRef(std::move(frame), 0));
    endTrace("closed");
    reactor_.schedule(*this, reactor_.settings().closeTimeout);
    if (throttled_ && next == State::Closing) {
        // The peer's close frame is behind what it was not yet allowed to say.
        throttled_ = false;
        backlog_.clear();
        resume_->cancel();
        if (!transport_->setInterest({.read = true, .write = blocked_}))
            vanish(Closing::Gone);
    }
}

// The closing handshake is over, or there cannot be one.
void Connection::finish() {
    state_ = State::Finishing;
    if (!blocked_ && !dirty_) {
        dirty_ = true;
        reactor_.markDirty(*this);
    }
}

void Connection::vanish(Closing why) {
    if (state_ == State::Gone)
        return;
    if (state_ == State::Open)
        reactor_.metrics().closed(why);
    state_ = State::Gone;
    leave();
    endTrace("closed");
    transport_->setInterest({.read = false, .write = false});
    cancel();
    reactor_.bury(*this);
}

void Connection::setTimer(std::chrono::milliseconds delay) {
    if (!sessionTimer_)
        sessionTimer_ = std::make_unique<SessionTimer>(*this);
    reactor_.schedule(*sessionTimer_, delay);
}

bool Connection::pongReceived() {
    if (!std::exchange(pinged_, false))
        return false;
    if (awaitingPong_)
        tally_.addRoundTrip(reactor_.now());
    return true;
}

// Whether it is still there.
void Connection::ask() {
    heard_ = false;
    pinged_ = true;
    tally_.pinged = reactor_.now();
    tally_.sample(tally_.pinged);
    auto frame = session_->pingFrame();
    if (!frame)
        frame = hub::FrameRef(protocol::makeFrame(Opcode::Ping, {}), 0);
    queue(frame);
}

// From now on it takes no part, though it may still say goodbye.
void Connection::leave() {
    if (session_)
        reactor_.retire(std::move(session_));
    reactor_.connections().remove(place_);
    place_ = {};
    if (sessionTimer_)
        sessionTimer_->cancel();
}

void Connection::onDeadline() {
    if (state_ != State::Open) {
        reactor_.metrics().aborts.add();
        transport_->abort();
        vanish(Closing::Gone);
        return;
    }
    const auto& settings = reactor_.settings();
    if (!session_->isEstablished()) {
        close(CloseCode::Stale, protocol::closeReason(CloseCode::Stale));
        return;
    }
    if (awaitingPong_ && !heard_ && !throttled_) {
        close(CloseCode::NoPong, protocol::closeReason(CloseCode::NoPong));
        return;
    }
    awaitingPong_ = !awaitingPong_;
    if (awaitingPong_) {
        ask();
        if (state_ == State::Open)
            reactor_.schedule(*this, settings.pong);
    } else {
        reactor_.schedule(*this,
                          settings.ping > settings.pong ? settings.ping - settings.pong : settings.ping);
    }
}

} // namespace chinwag::net
