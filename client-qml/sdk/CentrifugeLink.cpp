#include "sdk/CentrifugeLink.h"

#include "sdk/CloseRule.h"
#include "sdk/RoomName.h"
#include "sdk/TokenClaims.h"
#include "sdk/centrifuge/Codes.h"

#include <QCoreApplication>
#include <QJsonObject>

#include <utility>

namespace chinwag::sdk {

namespace {

Fault rejected(const QString& reason) {
    return {Fault::Kind::Rejected, CentrifugeLink::tr("The server says: %1").arg(presentable(reason)), false,
            0};
}

Fault tokenExpired() {
    return {
        Fault::Kind::Token,
        CentrifugeLink::tr("Your log-in token has expired. You get a fresh one where this one came from."),
        false, 0};
}

QJsonObject introduction(const Destination& destination) {
    QJsonObject data;
    if (!destination.nick.isEmpty())
        data.insert(QStringLiteral("nick"), destination.nick);
    if (!destination.device.isEmpty())
        data.insert(QStringLiteral("device"), destination.device);
    return data;
}

} // namespace

CentrifugeLink::CentrifugeLink(QObject* parent) : CentrifugeLink(Timing{}, parent) {}

CentrifugeLink::CentrifugeLink(Timing timing, QObject* parent) : Link(parent), timing_(timing) {
    openSoon_.setSingleShot(true);
    connect(&openSoon_, &QTimer::timeout, this, &CentrifugeLink::opened);
}

// Rooms use the client, so they go first.
CentrifugeLink::~CentrifugeLink() {
    if (client_)
        client_->disconnect(this);
    qDeleteAll(std::exchange(rooms_, {}));
}

QUrl CentrifugeLink::endpoint(const QUrl& server) {
    QUrl url = server;
    url.setPath(url.path() + QLatin1String("/connection/websocket"));
    return url;
}

// --- the connection ---

void CentrifugeLink::open(const Destination& destination, const QList<RoomStart>& rooms) {
    centrifuge::ClientOptions options;
    options.endpoint = endpoint(destination.server);
    options.name = QStringLiteral("chinwag");
    options.version = QCoreApplication::applicationVersion();
    options.data = introduction(destination);
    options.token = destination.token;
    options.timeout = timing_.reply;
    options.maxPingDelay = timing_.maxPingDelay;
    user_ = readTokenClaims(destination.token).user;
    client_ = std::make_unique<centrifuge::Client>(options);
    listen();
    listenToServerSubscriptions();
    for (const RoomStart& start : rooms) {
        awaited_.insert(start.room);
        enter(start);
    }
    client_->connectToServer();
}

void CentrifugeLink::listen() {
    using centrifuge::Client;
    const auto lost = [this](int code, const QString& reason) {
        if (code == centrifuge::connecting::connectCalled)
            return;
        const bool isCode = code >= centrifuge::server::firstDisconnect;
        end(client_->fault().isFault() ? client_->fault()
                                       : judgeClose(isCode ? static_cast<quint16>(code) : 1006, reason));
    };
    connect(client_.get(), &Client::connecting, this, lost);
    connect(client_.get(), &Client::failed, this, [lost](const centrifuge::Error& error) {
        lost(centrifuge::connecting::transportClosed, error.message);
    });
    connect(client_.get(), &Client::disconnected, this, [this](int code, const QString& reason) {
        const Fault fault = client_->fault();
        if (fault.isFault())
            end(fault);
        else if (code == centrifuge::disconnected::unauthorized)
            end(tokenExpired());
        else
            end(centrifuge::isTerminal(code) ? judgeClose(static_cast<quint16>(code), reason)
                                             : rejected(reason));
    });
    connect(client_.get(), &Client::connected, this, [this](const centrifuge::ConnectResult& result) {
        connected_ = true;
        staff_ = result.data[QLatin1String("staff")].toBool();
        settle({});
    });
}

void CentrifugeLink::close() {
    if (over_)
        return;
    over_ = true;
    openSoon_.stop();
    for (CentrifugeRoom* const room : std::as_const(rooms_))
        room->disconnect(this);
    if (client_) {
        client_->disconnect(this);
        client_->disconnectFromServer();
    }
}

void CentrifugeLink::end(const Fault& fault) {
    if (over_)
        return;
    close();
    Q_EMIT ended(fault);
}

// --- its rooms ---

void CentrifugeLink::enter(const RoomStart& start) {
    if (over_ || rooms_.contains(start.room))
        return;
    open(start)->subscribe();
}

CentrifugeRoom* CentrifugeLink::open(const RoomStart& start) {
    auto made = std::make_unique<CentrifugeRoom>(*client_, start, timing_.again, this);
    CentrifugeRoom* const room = made.release(); // this is its parent
    rooms_.insert(start.room, room);
    listen(*room, start.room);
    return room;
}

void CentrifugeLink::listen(CentrifugeRoom& room, const QString& name) {
    using Room = CentrifugeRoom;
    connect(&room, &Room::opened, this, [this, name](bool complete) {
        Q_EMIT roomOpened(name, complete);
        settle(name);
    });
    connect(&room, &Room::closed, this, [this, name](const QString& reason) {
        Q_EMIT roomClosed(name, reason.isEmpty() ? tr("You are not in this room any more.")
                                                 : tr("The server says: %1").arg(reason));
        drop(name);
        settle(name);
    });
    connect(&room, &Room::delayed, this, [this, name] { settle(name); });
    connect(&room, &Room::received, this,
            [this, name](const Publication& publication) { Q_EMIT received(name, publication); });
    connect(&room, &Room::pageReceived, this,
            [this, name](const Page& page) { Q_EMIT pageReceived(name, page); });
    connect(&room, &Room::refused, this, &CentrifugeLink::refused);
    connect(&room, &Room::answered, this, &CentrifugeLink::answered);
    connect(&room, &Room::typingHeard, this,
            [this, name](const QString& nick) { Q_EMIT typingHeard(name, nick); });
    connect(&room, &Room::peopleChanged, this,
            [this, name](const QList<Person>& people) { Q_EMIT peopleChanged(name, people); });
    connect(&room, &Room::rulesChanged, this,
            [this, name](const RoomRules& rules) { Q_EMIT rulesChanged(name, rules); });
    connect(&room, &Room::readUpTo, this, [this, name](const QString& user, const QString& messageId) {
        if (!user.isEmpty() && user == user_)
            Q_EMIT readElsewhere(name, messageId);
    });
}

// A room may be in the middle of a signal.
void CentrifugeLink::drop(const QString& name) {
    if (CentrifugeRoom* const room = rooms_.take(name)) {
        room->leave();
        room->deleteLater();
    }
}

void CentrifugeLink::exit(const QString& room) {
    if (over_)
        return;
    drop(room);
    settle(room);
}

void CentrifugeLink::settle(const QString& room) {
    awaited_.remove(room);
    if (connected_ && awaited_.isEmpty() && !over_ && !std::exchange(open_, true))
        openSoon_.start(0);
}

void CentrifugeLink::listenToServerSubscriptions() {
    using centrifuge::Client;
    connect(client_.get(), &Client::serverSubscribed, this, &CentrifugeLink::onServerSubscribed);
    connect(client_.get(), &Client::serverUnsubscribed, this, [this](const QString& channel) {
        if (!rooms_.contains(channel))
            return;
        Q_EMIT roomClosed(channel, tr("You are not in this room any more."));
        drop(channel);
    });
    connect(client_.get(), &Client::serverPublished, this,
            [this](const QString& channel, const centrifuge::Publication& publication) {
                if (CentrifugeRoom* const room = this->room(channel))
                    room->onPublished(publication);
            });
    connect(client_.get(), &Client::serverJoined, this,
            [this](const QString& channel, const centrifuge::ClientInfo& info) {
                if (CentrifugeRoom* const room = this->room(channel))
                    room->onJoined(info);
            });
    connect(client_.get(), &Client::serverLeft, this,
            [this](const QString& channel, const centrifuge::ClientInfo& info) {
                if (CentrifugeRoom* const room = this->room(channel))
                    room->onLeft(info);
            });
}

// Applications subscribe their users to other things than rooms, too.
void CentrifugeLink::onServerSubscribed(const QString& channel, const centrifuge::SubscribeResult& result) {
    if (over_ || nameOfRoom(channel).isEmpty())
        return;
    CentrifugeRoom* room = this->room(channel);
    if (room == nullptr)
        room = open(RoomStart{channel, {}});
    room->adopt(result);
}

// --- what is done in them ---

bool CentrifugeLink::publish(const Outgoing& message) {
    CentrifugeRoom* const room = this->room(message.room);
    return room != nullptr && room->publish(message);
}

bool CentrifugeLink::ask(const MessageRequest& request) {
    CentrifugeRoom* const room = this->room(request.room);
    return room != nullptr && room->ask(request);
}

void CentrifugeLink::tellTyping(const QString& room) {
    if (CentrifugeRoom* const here = this->room(room))
        here->tellTyping();
}

void CentrifugeLink::markRead(const QString& room, const QString& messageId) {
    if (CentrifugeRoom* const here = this->room(room))
        here->markRead(messageId);
}

void CentrifugeLink::askOlder(const QString& room) {
    if (CentrifugeRoom* const here = this->room(room))
        here->askOlder();
}

void CentrifugeLink::askRooms() {
    if (open_ && !over_ && !user_.isEmpty())
        askRooms({}, {});
}

// Page by page, and told in one.
void CentrifugeLink::askRooms(const QString& after, const QList<RoomSummary>& before) {
    QJsonObject wanted;
    if (!after.isEmpty())
        wanted.insert(QStringLiteral("after"), after);
    client_->rpc(QStringLiteral("chat.rooms"), wanted, this,
                 [this, before](const centrifuge::Result<QJsonValue>& result) {
                     if (!result || over_)
                         return;
                     const chat::RoomsPage page = chat::readRooms(result.value());
                     const QList<RoomSummary> all = before + page.rooms;
                     if (page.next.isEmpty())
                         Q_EMIT roomsListed(all);
                     else
                         askRooms(page.next, all);
                 });
}

void CentrifugeLink::call(const QString& method, const QJsonObject& parameters, CallAnswer answer) {
    if (!client_ || over_)
        return;
    client_->rpc(method, parameters, this,
                 [this, answer = std::move(answer)](const centrifuge::Result<QJsonValue>& result) {
                     if (over_)
                         return;
                     if (result)
                         answer(result.value().toObject(), {});
                     else
                         answer({}, presentable(result.error().message));
                 });
}

Resume CentrifugeLink::resume(const QString& room) const {
    const CentrifugeRoom* const here = rooms_.value(room);
    return here != nullptr ? here->resume() : Resume{};
}

} // namespace chinwag::sdk
