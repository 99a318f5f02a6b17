#include "models/ChatController.h"

#include "models/DeviceName.h"
#include "models/Links.h"
#include "sdk/Endpoint.h"
#include "sdk/RoomName.h"
#include "sdk/TokenClaims.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QUrl>

#include <algorithm>
#include <utility>

namespace chinwag::models {

namespace {

constexpr int tickMs = 250;

} // namespace

ChatController::ChatController(sdk::Client::LinkMaker makeLink, std::unique_ptr<Preferences> preferences,
                               sdk::Backoff backoff, QObject* parent)
    : QObject(parent),
      preferences_(std::move(preferences)),
      tokens_(form_, *preferences_),
      client_(std::move(makeLink), std::move(backoff)),
      ignored_(*preferences_),
      rooms_(client_, ignored_, *preferences_),
      list_(rooms_),
      nowhere_(client_, ignored_, RoomNote{}),
      directory_(client_),
      sanctions_(client_),
      profile_(client_, ignored_),
      activity_(client_),
      room_(&nowhere_) {
    const auto place = preferences_->lastPlace();
    form_.setAddress(place.server);
    form_.setNick(place.nick);
    form_.setRoom(place.room);
    connect(&client_, &sdk::Client::stateChanged, this, &ChatController::onStateChanged);
    // There is something to read, connection or not.
    connect(&client_, &sdk::Client::restored, this, [this] { inChat_ = true; });
    connect(&rooms_, &RoomsModel::removed, this, &ChatController::onRemoved);
    connect(&rooms_, &RoomsModel::totalsChanged, this, &ChatController::totalsChanged);
    connect(&rooms_, &RoomsModel::heard, this, &ChatController::heard);
    const auto tell = [this](const QString& sentence) { room_->notify(sentence); };
    connect(&profile_, &Profile::told, this, tell);
    connect(&tokens_, &TokenMemory::told, this, tell);
    connect(&countdown_, &QTimer::timeout, this, &ChatController::tick);
}

ChatController::~ChatController() {
    client_.disconnect(this);
    rooms_.disconnect(this);
}

// --- the connection ---

ChatController::Link ChatController::link() const {
    switch (client_.state()) {
    case sdk::Client::State::Connecting: return Connecting;
    case sdk::Client::State::Connected: return Online;
    case sdk::Client::State::Waiting: return Waiting;
    case sdk::Client::State::Disconnected: break;
    }
    return Offline;
}

QString ChatController::serverName() const {
    return sdk::Endpoint{client_.destination().server, {}, {}}.name();
}

QString ChatController::nick() const {
    const sdk::Destination& destination = client_.destination();
    const QString byToken = sdk::readTokenClaims(destination.token).nick;
    return byToken.isEmpty() ? destination.nick : byToken;
}

bool ChatController::isNickFixed() const {
    return !sdk::readTokenClaims(client_.destination().token).nick.isEmpty();
}

void ChatController::enter() {
    tokens_.fill([this] { enterNow(); });
}

void ChatController::enterNow() {
    auto aim = form_.check();
    if (!aim)
        return;
    aim->destination.device = deviceName(*preferences_, aim->destination.server);
    go(*aim);
}

void ChatController::go(const ConnectForm::Aim& aim) {
    const bool isHere = inChat_ && aim.destination == client_.destination();
    if (isHere && link() == Online) {
        join(aim.room);
        return;
    }
    if (!isHere) {
        ignored_.open(aim.destination.server);
        rooms_.open(aim.destination.server);
    }
    Room* const room = rooms_.room(sdk::roomCalled(aim.room));
    setRoom(room);
    client_.connectTo(aim.destination, rooms_.channels());
}

void ChatController::leave() {
    inChat_ = false;
    tokens_.cancel();
    preferences_->setInside(false);
    client_.leave();
    rooms_.clear();
}

void ChatController::retryNow() {
    client_.retryNow();
}

void ChatController::onStateChanged() {
    if (client_.state() == sdk::Client::State::Connected) {
        inChat_ = true;
        preferences_->remember({form_.address(), form_.nick(), form_.room()});
        tokens_.onEntered(client_.destination());
    }
    if (client_.fault().kind == sdk::Fault::Kind::Token)
        tokens_.onRefused(client_.destination());
    if (client_.state() == sdk::Client::State::Waiting)
        countdown_.start(tickMs);
    else
        countdown_.stop();
    tick();
    Q_EMIT stateChanged();
}

void ChatController::tick() {
    const auto left = std::chrono::ceil<std::chrono::seconds>(client_.untilRetry());
    if (std::exchange(secondsToRetry_, static_cast<int>(left.count())) != secondsToRetry_)
        Q_EMIT secondsToRetryChanged();
}

// --- the rooms ---

void ChatController::setRoom(Room* room) {
    if (room == room_)
        return;
    room_->putAway();
    room_ = room;
    rooms_.setCurrent(room->channel());
    // Whoever shows it may find that its end is not in sight.
    Q_EMIT roomChanged();
    room_->setWatched(watching_);
}

void ChatController::setWatching(bool watching) {
    if (std::exchange(watching_, watching) == watching)
        return;
    room_->setWatched(watching);
    Q_EMIT watchingChanged();
}

QString ChatController::join(const QString& name) {
    QString fault = ConnectForm::faultOfRoom(name);
    if (!fault.isEmpty())
        return fault;
    const QString channel = sdk::roomCalled(name);
    rooms_.room(channel);
    client_.enter(channel);
    show(channel);
    return {};
}

void ChatController::show(const QString& channel) {
    Room* const room = rooms_.find(channel);
    if (room == nullptr)
        return;
    room->setHidden(false);
    setRoom(room);
    if (room->isDirect())
        return;
    // The next start of the program leads here.
    form_.setRoom(room->name());
    if (inChat_)
        preferences_->remember({form_.address(), form_.nick(), form_.room()});
}

void ChatController::talkTo(const QString& user) {
    const auto show = [this](const QJsonObject& result, const QString& refusal) {
        const QString channel = result.value(QLatin1String("channel")).toString();
        if (!refusal.isEmpty())
            room_->notify(tr("There is no room of you two: %1").arg(refusal));
        else if (!channel.isEmpty()) {
            // The server brings us there, if we were not there before.
            rooms_.room(channel);
            this->show(channel);
        }
    };
    if (!client_.call(QStringLiteral("chat.direct"), {{QStringLiteral("user"), user}}, this, show))
        room_->notify(tr("There is no room of you two without a connection."));
}

void ChatController::part(const QString& channel) {
    const Room* const room = rooms_.find(channel);
    if (room != nullptr && !room->isDirect())
        client_.exit(channel);
    rooms_.remove(channel);
}

void ChatController::knock(const QString& channel) {
    client_.enter(channel);
}

// Where one was is gone: the first of the list is next.
void ChatController::onRemoved(const Room* room) {
    if (room != room_)
        return;
    Room* const next = rooms_.find(list_.channelAt(0));
    setRoom(next != nullptr ? next : &nowhere_);
}

void ChatController::step(int by) {
    const int count = list_.count();
    if (count == 0)
        return;
    const int row = list_.rowOf(room_->channel());
    const int from = row >= 0 ? row : by > 0 ? -1 : 0;
    show(list_.channelAt(((from + by) % count + count) % count));
}

QString ChatController::nextUnread(bool personal) const {
    const int count = list_.count();
    const int from = std::max(list_.rowOf(room_->channel()), 0);
    for (int i = 1; i <= count; ++i) {
        const QString channel = list_.channelAt((from + i) % count);
        const Room* const room = rooms_.find(channel);
        if (room == nullptr || room == room_)
            continue;
        if (personal ? room->mentions() > 0 : room->unread() > 0 && !room->isMuted())
            return channel;
    }
    return {};
}

void ChatController::stepToUnread() {
    QString channel = nextUnread(true);
    if (channel.isEmpty())
        channel = nextUnread(false);
    show(channel);
}

// --- the rest ---

int ChatController::maxMessageLength() {
    return sdk::maxMessageCharacters;
}

int ChatController::messageLength(const QString& text) const {
    return static_cast<int>(text.toUcs4().size());
}

void ChatController::copy(const QString& text) {
    QGuiApplication::clipboard()->setText(text);
}

void ChatController::openAddress(const QString& address) {
    if (isWebAddress(address) && !QDesktopServices::openUrl(QUrl(address, QUrl::StrictMode)))
        room_->notify(tr("No program on this computer opens %1.").arg(address));
}

} // namespace chinwag::models
