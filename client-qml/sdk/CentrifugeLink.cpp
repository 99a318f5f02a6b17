#include "sdk/CentrifugeLink.h"

#include "sdk/CloseRule.h"
#include "sdk/centrifuge/Codes.h"

#include <QCoreApplication>
#include <QJsonObject>

#include <algorithm>
#include <utility>

namespace chinwag::sdk {

namespace {

constexpr int pageSize = 50;
constexpr std::chrono::milliseconds peopleTogether{150}; // a crowd that comes at once is told of once

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

} // namespace

CentrifugeLink::CentrifugeLink(QObject* parent) : CentrifugeLink(Timing{}, parent) {}

CentrifugeLink::CentrifugeLink(Timing timing, QObject* parent) : Link(parent), timing_(timing) {
    peopleSoon_.setSingleShot(true);
    openSoon_.setSingleShot(true);
    connect(&peopleSoon_, &QTimer::timeout, this, [this] { Q_EMIT peopleChanged(people_.nicks()); });
    connect(&openSoon_, &QTimer::timeout, this, [this] { Q_EMIT opened(complete_); });
}

CentrifugeLink::~CentrifugeLink() {
    if (client_)
        client_->disconnect(this);
}

QUrl CentrifugeLink::endpoint(const QUrl& server) {
    QUrl url = server;
    url.setPath(url.path() + QLatin1String("/connection/websocket"));
    return url;
}

void CentrifugeLink::open(const Destination& destination, const Resume& resume) {
    resume_ = resume;
    centrifuge::ClientOptions options;
    options.endpoint = endpoint(destination.server);
    options.name = QStringLiteral("chinwag");
    options.version = QCoreApplication::applicationVersion();
    if (!destination.nick.isEmpty())
        options.data = QJsonObject{{QStringLiteral("nick"), destination.nick}};
    options.token = destination.token;
    options.timeout = timing_.reply;
    options.maxPingDelay = timing_.maxPingDelay;
    client_ = std::make_unique<centrifuge::Client>(options);
    centrifuge::SubscriptionOptions wanted;
    wanted.joinLeave = true;
    wanted.hasSince = resume.known;
    wanted.since = {resume.offset, resume.epoch};
    room_ = client_->newSubscription(QStringLiteral("chat:") + destination.room, wanted);
    listen();
    room_->subscribe();
    client_->connectToServer();
}

void CentrifugeLink::listen() {
    using centrifuge::Client;
    using centrifuge::Subscription;
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
    connect(room_, &Subscription::subscribed, this, &CentrifugeLink::onSubscribed);
    connect(room_, &Subscription::unsubscribed, this,
            [this](int, const QString& reason) { end(rejected(reason)); });
    connect(room_, &Subscription::published, this, &CentrifugeLink::onPublished);
    connect(room_, &Subscription::joined, this, [this](const centrifuge::ClientInfo& info) {
        people_.add(info.client, chat::nickOf(info));
        peopleSoon_.start(peopleTogether);
    });
    connect(room_, &Subscription::left, this, [this](const centrifuge::ClientInfo& info) {
        people_.remove(info.client);
        peopleSoon_.start(peopleTogether);
    });
}

void CentrifugeLink::close() {
    if (over_)
        return;
    over_ = true;
    openSoon_.stop();
    peopleSoon_.stop();
    if (client_) {
        client_->disconnect(this);
        room_->disconnect(this);
        client_->disconnectFromServer();
    }
}

Resume CentrifugeLink::resume() const {
    Resume resume = resume_;
    if (room_ != nullptr && !room_->position().epoch.isEmpty()) {
        resume.known = true;
        resume.offset = room_->position().offset;
        resume.epoch = room_->position().epoch;
    }
    return resume;
}

// --- the way in ---

void CentrifugeLink::onSubscribed(const centrifuge::SubscribeResult& result) {
    askPeople();
    if (result.recovered) {
        becomeOpen(true); // in a later turn, and so after what was recovered
        return;
    }
    holding_ = true;
    history(0, [this](const centrifuge::Result<QJsonValue>& page) { onLatest(page); });
}

// Rooms that are not kept have no past, and what was missed there is lost.
void CentrifugeLink::onLatest(const centrifuge::Result<QJsonValue>& result) {
    const bool isFirst = !resume_.known && !open_;
    bool complete = isFirst;
    if (result) {
        const chat::HistoryPage page = chat::readHistory(result.value());
        // All that was missed is in it when it begins before that, or nothing is older.
        const auto isNewest = [this](const Publication& message) { return message.id == resume_.newestId; };
        complete = complete || page.next == 0 ||
                   (!resume_.newestId.isEmpty() &&
                    std::any_of(page.messages.begin(), page.messages.end(), isNewest));
        if (isFirst)
            resume_.olderThan = page.next;
        Q_EMIT pageReceived({page.messages, resume_.olderThan != 0, !complete, true});
        if (!page.messages.isEmpty())
            resume_.newestId = page.messages.last().id;
        const auto isInPage = [&page](const Publication& message) {
            return std::any_of(page.messages.begin(), page.messages.end(), [&](const Publication& other) {
                return message.kind == Publication::Kind::Message && other.id == message.id;
            });
        };
        held_.removeIf(isInPage);
    }
    holding_ = false;
    for (const Publication& publication : std::exchange(held_, {}))
        Q_EMIT received(publication);
    becomeOpen(complete);
}

void CentrifugeLink::becomeOpen(bool complete) {
    complete_ = complete;
    if (!std::exchange(open_, true))
        openSoon_.start(0);
}

void CentrifugeLink::history(quint64 before, centrifuge::Callback<QJsonValue> done) {
    QJsonObject parameters{{QStringLiteral("channel"), room_->channel()},
                           {QStringLiteral("limit"), pageSize}};
    if (before != 0)
        parameters.insert(QStringLiteral("before"), static_cast<qint64>(before));
    client_->rpc(QStringLiteral("chat.history"), parameters, this, std::move(done));
}

void CentrifugeLink::askPeople() {
    room_->presence(this, [this](const centrifuge::Result<centrifuge::PresenceResult>& result) {
        if (!result)
            return;
        people_.clear();
        const auto& clients = result.value().clients;
        for (auto client = clients.begin(); client != clients.end(); ++client)
            people_.add(client.key(), chat::nickOf(client.value()));
        Q_EMIT peopleChanged(people_.nicks());
    });
}

// --- while it lasts ---

void CentrifugeLink::onPublished(const centrifuge::Publication& publication) {
    const auto message = chat::readPublication(publication);
    if (!message) {
        onSignal(publication);
        return;
    }
    if (message->kind == Publication::Kind::Message)
        resume_.newestId = message->id;
    if (holding_)
        held_.append(*message);
    else
        Q_EMIT received(*message);
}

void CentrifugeLink::onSignal(const centrifuge::Publication& publication) {
    if (const QString nick = chat::readTyping(publication.data); !nick.isEmpty()) {
        if (publication.info.client != client_->clientId())
            Q_EMIT typingHeard(nick);
        return;
    }
    if (publication.data[QLatin1String("type")].toString() == QLatin1String("nick")) {
        people_.add(publication.info.client, publication.data[QLatin1String("nick")].toString());
        peopleSoon_.start(peopleTogether);
    }
}

bool CentrifugeLink::publish(const Outgoing& message) {
    if (!open_ || over_)
        return false;
    QJsonObject data{{QStringLiteral("text"), message.text}, {QStringLiteral("client_id"), message.clientId}};
    if (!message.replyTo.isEmpty())
        data.insert(QStringLiteral("reply_to"), message.replyTo);
    room_->publish(data, this, [this, message](const centrifuge::Result<centrifuge::PublishResult>& result) {
        onPublishReply(message, result);
    });
    return true;
}

// The publication is the receipt, and has come by now. What was refused for now, or had no answer in time, is
// sent again: within one connection the server tells nobody twice what is called the same.
void CentrifugeLink::onPublishReply(const Outgoing& message,
                                    const centrifuge::Result<centrifuge::PublishResult>& result) {
    if (result || over_)
        return;
    if (result.error().temporary)
        QTimer::singleShot(timing_.again, this, [this, message] { publish(message); });
    else
        Q_EMIT refused(message.id, presentable(result.error().message));
}

bool CentrifugeLink::ask(const MessageRequest& request) {
    if (!open_ || over_)
        return false;
    QJsonObject parameters{{QStringLiteral("channel"), room_->channel()},
                           {QStringLiteral("id"), request.messageId}};
    QString method = QStringLiteral("chat.redact");
    if (request.kind == MessageRequest::Kind::Edit) {
        method = QStringLiteral("chat.edit");
        parameters.insert(QStringLiteral("text"), request.text);
    } else if (request.kind == MessageRequest::Kind::Report) {
        method = QStringLiteral("chat.report");
        parameters.insert(QStringLiteral("reason"), request.text);
    }
    client_->rpc(method, parameters, this, [this, request](const centrifuge::Result<QJsonValue>& result) {
        if (!over_)
            Q_EMIT answered(request, result ? QString() : presentable(result.error().message));
    });
    return true;
}

void CentrifugeLink::tellTyping() {
    if (open_ && !over_)
        client_->rpc(QStringLiteral("chat.typing"),
                     QJsonObject{{QStringLiteral("channel"), room_->channel()}}, this, {});
}

void CentrifugeLink::askOlder() {
    if (!open_ || asking_ || resume_.olderThan == 0)
        return;
    asking_ = true;
    history(resume_.olderThan, [this](const centrifuge::Result<QJsonValue>& result) {
        asking_ = false;
        if (!result) {
            Q_EMIT pageReceived({{}, true, false, false}); // it can be asked for again
            return;
        }
        const chat::HistoryPage page = chat::readHistory(result.value());
        resume_.olderThan = page.next;
        Q_EMIT pageReceived({page.messages, page.next != 0, false, false});
    });
}

void CentrifugeLink::end(const Fault& fault) {
    if (over_)
        return;
    close();
    Q_EMIT ended(fault);
}

} // namespace chinwag::sdk
