#include "sdk/Client.h"

#include <algorithm>
#include <utility>

namespace chinwag::sdk {

namespace {

// Only a connection that lived this long starts the back-off anew; one that breaks at once backs off further.
constexpr std::chrono::milliseconds settledAfter{5'000};

} // namespace

Client::Client(LinkMaker makeLink, Backoff backoff, QObject* parent)
    : QObject(parent), makeLink_(std::move(makeLink)), backoff_(std::move(backoff)) {
    retry_.setSingleShot(true);
    retry_.setTimerType(Qt::PreciseTimer); // people see the seconds run
    flushSoon_.setSingleShot(true);
    connect(&flushSoon_, &QTimer::timeout, this, &Client::flush);
    connect(&retry_, &QTimer::timeout, this, &Client::attempt);
}

Client::~Client() {
    if (link_)
        link_->disconnect(this);
}

void Client::connectTo(const Destination& destination) {
    dropLink();
    if (!(destination == destination_)) {
        outbox_.clear();
        destination_ = destination;
    }
    wasOpen_ = false;
    backoff_.reset();
    attempt();
}

void Client::leave() {
    dropLink();
    outbox_.clear();
    destination_ = {};
    change(State::Disconnected);
}

void Client::retryNow() {
    const bool idle = state_ == State::Waiting || state_ == State::Disconnected;
    if (idle && !destination_.server.isEmpty())
        attempt();
}

quint64 Client::publish(const QString& text) {
    const quint64 id = outbox_.add(text);
    // Later, so that the caller knows the id before it hears of it.
    flushSoon_.start(0);
    return id;
}

bool Client::resend(quint64 id) {
    if (!outbox_.retry(id))
        return false;
    Q_EMIT messageChanged(id, MessageState::Waiting);
    flush();
    return true;
}

std::chrono::milliseconds Client::untilRetry() const {
    return std::max(retry_.remainingTimeAsDuration(), std::chrono::milliseconds(0));
}

void Client::attempt() {
    dropLink();
    link_ = makeLink_();
    connect(link_.get(), &Link::opened, this, &Client::onOpened);
    connect(link_.get(), &Link::ended, this, &Client::onEnded);
    connect(link_.get(), &Link::received, this, &Client::onReceived);
    change(State::Connecting);
    link_->open(destination_);
}

void Client::onOpened() {
    wasOpen_ = true;
    openSince_.start();
    change(State::Connected);
    flush();
}

void Client::onEnded(const Fault& fault) {
    if (state_ == State::Connected && std::chrono::milliseconds(openSince_.elapsed()) >= settledAfter)
        backoff_.reset();
    dropLink();
    if (!fault.mayRetry || !wasOpen_) {
        change(State::Disconnected, fault);
        return;
    }
    retry_.start(nextWait(fault));
    change(State::Waiting, fault);
}

std::chrono::milliseconds Client::nextWait(const Fault& fault) {
    return std::max(backoff_.next(),
                    std::chrono::milliseconds(std::chrono::seconds(fault.retryAfterSeconds)));
}

void Client::onReceived(const Publication& publication) {
    if (publication.ownId != 0)
        outbox_.remove(publication.ownId);
    Q_EMIT received(publication);
}

// A link may be in the middle of a signal when it is given up, so it goes when that is over.
void Client::dropLink() {
    retry_.stop();
    if (!link_)
        return;
    Link* const old = link_.release();
    old->disconnect(this);
    old->close();
    old->deleteLater();
    for (const quint64 id : outbox_.fail())
        Q_EMIT messageChanged(id, MessageState::Failed);
}

void Client::flush() {
    while (state_ == State::Connected) {
        const auto item = outbox_.takeWaiting();
        if (!item)
            return;
        if (!link_->publish(item->id, item->text)) {
            outbox_.putBack(item->id);
            return;
        }
        Q_EMIT messageChanged(item->id, MessageState::Sending);
    }
}

void Client::change(State state, const Fault& fault) {
    state_ = state;
    fault_ = fault;
    Q_EMIT stateChanged();
}

} // namespace chinwag::sdk
