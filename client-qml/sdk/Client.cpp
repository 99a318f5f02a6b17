#include "sdk/Client.h"

#include <algorithm>
#include <utility>

namespace chinwag::sdk {

namespace {

// Only a connection that lived this long starts the back-off anew; one that breaks at once backs off further.
constexpr std::chrono::milliseconds settledAfter{5'000};
// What a server passes on is one in a second, and those who hear of it show it for longer.
constexpr std::chrono::milliseconds typingEvery{2'500};

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
        resume_ = {};
    }
    wasOpen_ = false;
    backoff_.reset();
    attempt();
}

void Client::leave() {
    dropLink();
    outbox_.clear();
    destination_ = {};
    resume_ = {};
    change(State::Disconnected);
}

void Client::retryNow() {
    const bool idle = state_ == State::Waiting || state_ == State::Disconnected;
    if (idle && !destination_.server.isEmpty())
        attempt();
}

quint64 Client::publish(const QString& text, const QString& replyTo) {
    const quint64 id = outbox_.add(text, replyTo);
    // Later, so that the caller knows the id before it hears of it.
    flushSoon_.start(0);
    return id;
}

bool Client::ask(const MessageRequest& request) {
    return state_ == State::Connected && link_->ask(request);
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
    connect(link_.get(), &Link::pageReceived, this, &Client::onPage);
    connect(link_.get(), &Link::refused, this, &Client::onRefused);
    connect(link_.get(), &Link::answered, this, &Client::answered);
    connect(link_.get(), &Link::typingHeard, this, &Client::typingHeard);
    connect(link_.get(), &Link::peopleChanged, this, &Client::peopleChanged);
    change(State::Connecting);
    link_->open(destination_, resume_);
}

void Client::tellTyping() {
    const bool recently =
        typingTold_.isValid() && std::chrono::milliseconds(typingTold_.elapsed()) < typingEvery;
    if (state_ != State::Connected || recently)
        return;
    typingTold_.start();
    link_->tellTyping();
}

void Client::askOlder() {
    if (state_ == State::Connected)
        link_->askOlder();
}

void Client::onOpened(bool complete) {
    wasOpen_ = true;
    complete_ = complete;
    if (!complete) {
        for (const quint64 id : outbox_.failDoubtful())
            Q_EMIT messageChanged(id, MessageState::Failed);
    }
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

// Which of ours it is; it has arrived then.
Publication Client::recognised(Publication publication) {
    if (publication.clientId.isEmpty())
        return publication;
    publication.own = outbox_.isOwn(publication.clientId);
    if (publication.ownId == 0)
        publication.ownId = outbox_.find(publication.clientId);
    if (publication.ownId != 0)
        outbox_.remove(publication.ownId);
    return publication;
}

void Client::onReceived(const Publication& publication) {
    Q_EMIT received(recognised(publication));
}

void Client::onPage(Page page) {
    for (Publication& publication : page.messages)
        publication = recognised(publication);
    Q_EMIT pageReceived(page);
}

void Client::onRefused(quint64 id, const QString& reason) {
    if (!outbox_.fail(id))
        return;
    Q_EMIT messageChanged(id, MessageState::Failed);
    Q_EMIT messageRefused(id, reason);
}

// A link may be in the middle of a signal when it is given up, so it goes when that is over.
void Client::dropLink() {
    retry_.stop();
    if (!link_)
        return;
    Link* const old = link_.release();
    old->disconnect(this);
    if (wasOpen_)
        resume_ = old->resume();
    old->close();
    old->deleteLater();
    for (const quint64 id : outbox_.interrupt())
        Q_EMIT messageChanged(id, MessageState::Waiting);
}

void Client::flush() {
    while (state_ == State::Connected) {
        const auto item = outbox_.takeWaiting();
        if (!item)
            return;
        if (!link_->publish(*item)) {
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
