#include "sdk/Client.h"

#include "sdk/TokenClaims.h"

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
    connect(&flushSoon_, &QTimer::timeout, this, qOverload<>(&Client::flush));
    connect(&retry_, &QTimer::timeout, this, &Client::attempt);
}

Client::~Client() {
    if (link_)
        link_->disconnect(this);
}

// --- the connection ---

void Client::connectTo(const Destination& destination, const QStringList& rooms) {
    dropLink();
    asked_.clear(); // whoever goes elsewhere does not wait for it
    bool wasHere = false;
    if (!(destination == destination_)) {
        outbox_.clear();
        places_.clear();
        destination_ = destination;
        staff_ = false;
        user_ = readTokenClaims(destination.token).user;
        wasHere = restore(rooms);
    }
    const QStringList before = places_.keys();
    for (const QString& room : before) {
        if (!rooms.contains(room))
            exit(room);
    }
    for (const QString& room : rooms)
        places_[room].refusal.clear();
    wasOpen_ = wasHere; // in an earlier run
    backoff_.reset();
    attempt();
    refuseUnanswered();
}

void Client::leave() {
    dropLink();
    asked_.clear();
    outbox_.clear();
    places_.clear();
    if (store_)
        store_->close();
    destination_ = {};
    user_.clear();
    staff_ = false;
    change(State::Disconnected);
    refuseUnanswered();
}

void Client::retryNow() {
    const bool idle = state_ == State::Waiting || state_ == State::Disconnected;
    if (idle && !destination_.server.isEmpty())
        attempt();
}

void Client::attempt() {
    dropLink();
    link_ = makeLink_();
    listen();
    change(State::Connecting);
    QList<RoomStart> starts;
    for (auto place = places_.begin(); place != places_.end(); ++place)
        starts.append({place.key(), place->resume});
    link_->open(destination_, starts);
}

void Client::listen() {
    connect(link_.get(), &Link::opened, this, &Client::onOpened);
    connect(link_.get(), &Link::ended, this, &Client::onEnded);
    connect(link_.get(), &Link::roomOpened, this, &Client::onRoomOpened);
    connect(link_.get(), &Link::roomClosed, this, &Client::onRoomClosed);
    connect(link_.get(), &Link::received, this, &Client::onReceived);
    connect(link_.get(), &Link::pageReceived, this, &Client::onPage);
    connect(link_.get(), &Link::refused, this, &Client::onRefused);
    connect(link_.get(), &Link::answered, this, &Client::onAnswered);
    connect(link_.get(), &Link::typingHeard, this, &Client::typingHeard);
    connect(link_.get(), &Link::peopleChanged, this, &Client::peopleChanged);
    connect(link_.get(), &Link::rulesChanged, this, &Client::rulesChanged);
    connect(link_.get(), &Link::readElsewhere, this, &Client::readElsewhere);
    connect(link_.get(), &Link::roomsListed, this, &Client::roomsListed);
}

// Why a chat without a room is none; empty when there is one, or nobody wants any.
QString Client::refusalOfAll() const {
    QString refusal;
    for (const Place& place : places_) {
        if (place.open)
            return {};
        if (refusal.isEmpty())
            refusal = place.refusal;
    }
    return refusal;
}

void Client::onOpened() {
    const QString refusal = wasOpen_ ? QString() : refusalOfAll();
    if (!refusal.isEmpty()) {
        onEnded({Fault::Kind::Rejected, refusal, false, 0});
        return;
    }
    wasOpen_ = true;
    staff_ = link_->isStaff();
    openSince_.start();
    change(State::Connected);
    if (state_ == State::Connected)
        link_->askRooms();
}

void Client::onEnded(const Fault& fault) {
    if (state_ == State::Connected && std::chrono::milliseconds(openSince_.elapsed()) >= settledAfter)
        backoff_.reset();
    dropLink();
    const bool again = fault.mayRetry && wasOpen_;
    if (again)
        retry_.start(nextWait(fault));
    change(again ? State::Waiting : State::Disconnected, fault);
    refuseUnanswered();
}

std::chrono::milliseconds Client::nextWait(const Fault& fault) {
    return std::max(backoff_.next(),
                    std::chrono::milliseconds(std::chrono::seconds(fault.retryAfterSeconds)));
}

std::chrono::milliseconds Client::untilRetry() const {
    return std::max(retry_.remainingTimeAsDuration(), std::chrono::milliseconds(0));
}

// A link may be in the middle of a signal when it is given up, so it goes when that is over.
void Client::dropLink() {
    retry_.stop();
    if (!link_)
        return;
    Link* const old = link_.release();
    old->disconnect(this);
    for (auto place = places_.begin(); place != places_.end(); ++place) {
        // What was never shown goes on from nowhere.
        if (wasOpen_ && place->open)
            place->resume = old->resume(place.key());
        place->open = false;
    }
    old->close();
    old->deleteLater();
    for (const quint64 id : outbox_.interrupt())
        Q_EMIT messageChanged(id, MessageState::Waiting);
}

void Client::change(State state, const Fault& fault) {
    state_ = state;
    fault_ = fault;
    Q_EMIT stateChanged();
}

// --- its rooms ---

void Client::enter(const QString& room) {
    Place& place = places_[room];
    if (link_ && !place.open) {
        place.refusal.clear();
        link_->enter({room, place.resume});
    }
}

void Client::exit(const QString& room) {
    if (places_.remove(room) == 0)
        return;
    outbox_.forgetRoom(room);
    if (store_)
        store_->forgetRoom(room);
    if (link_)
        link_->exit(room);
}

bool Client::isOpen(const QString& room) const {
    const auto place = places_.constFind(room);
    return place != places_.constEnd() && place->open;
}

void Client::onRoomOpened(const QString& room, bool complete) {
    Place& place = places_[room];
    place.open = true;
    place.refusal.clear();
    if (!complete)
        failDoubtful(room);
    Q_EMIT roomOpened(room, complete);
    flush(room);
}

void Client::onRoomClosed(const QString& room, const QString& reason) {
    Place& place = places_[room];
    if (place.open)
        place.resume = link_->resume(room);
    place.open = false;
    place.refusal = reason;
    Q_EMIT roomClosed(room, reason);
}

// Which of ours it is; it has arrived then.
Publication Client::recognised(Publication publication) {
    publication.own = !user_.isEmpty() && publication.user == user_;
    if (publication.clientId.isEmpty())
        return publication;
    publication.own = publication.own || outbox_.isOwn(publication.clientId);
    if (publication.ownId == 0)
        publication.ownId = outbox_.find(publication.clientId);
    if (publication.ownId != 0)
        dropOutgoing(publication.ownId);
    return publication;
}

void Client::onReceived(const QString& room, const Publication& publication) {
    const Publication known = recognised(publication);
    if (store_)
        store_->keep(room, {known}, link_->resume(room));
    Q_EMIT received(room, known);
}

void Client::onPage(const QString& room, Page page) {
    for (Publication& publication : page.messages)
        publication = recognised(publication);
    // What one pages back to is not kept: it is there to be asked for.
    if (store_ && page.latest)
        store_->keep(room, page.messages, link_->resume(room));
    Q_EMIT pageReceived(room, page);
}

void Client::tellTyping(const QString& room) {
    const auto place = places_.find(room);
    if (place == places_.end() || !place->open)
        return;
    const QElapsedTimer& told = place->typingTold;
    if (told.isValid() && std::chrono::milliseconds(told.elapsed()) < typingEvery)
        return;
    place->typingTold.start();
    link_->tellTyping(room);
}

void Client::markRead(const QString& room, const QString& messageId) {
    if (!user_.isEmpty() && isOpen(room))
        link_->markRead(room, messageId);
}

void Client::askOlder(const QString& room) {
    if (isOpen(room))
        link_->askOlder(room);
}

// --- what is kept ---

QString Client::person() const {
    return user_.isEmpty() ? u"nick " + destination_.nick : u"user " + user_;
}

void Client::setOfflineStore(OfflineStore* store) {
    if (store_ == store)
        return;
    if (store_)
        store_->close();
    store_ = store;
    if (!store_ || destination_.server.isEmpty())
        return;
    store_->open(destination_.server, person());
    store_->setDevice(outbox_.device());
    const QList<KeptOutgoing> all = outbox_.keptAll();
    for (const KeptOutgoing& message : all)
        store_->put(message);
}

bool Client::restore(const QStringList& rooms) {
    if (!store_)
        return false;
    Kept kept = store_->open(destination_.server, person());
    if (kept.device.isEmpty())
        store_->setDevice(outbox_.device());
    else
        outbox_.setDevice(kept.device);
    kept.rooms.removeIf([&](const KeptRoom& each) { return !rooms.contains(each.room); });
    kept.outbox.removeIf([&](const KeptOutgoing& each) { return !rooms.contains(each.item.room); });
    for (const KeptRoom& each : std::as_const(kept.rooms)) {
        Resume& resume = places_[each.room].resume;
        resume = each.resume;
        resume.known = resume.restored = true;
    }
    const QList<quint64> ids = outbox_.restore(kept.outbox);
    for (qsizetype i = 0; i < ids.size(); ++i)
        kept.outbox[i].item.id = ids.at(i);
    if (kept.rooms.isEmpty() && kept.outbox.isEmpty())
        return false;
    Q_EMIT restored(kept);
    return true;
}

} // namespace chinwag::sdk
