#include "sdk/CentrifugeRoom.h"

#include "sdk/CloseRule.h"

#include <QJsonObject>

#include <algorithm>
#include <utility>

namespace chinwag::sdk {

namespace {

constexpr int pageSize = 50;
constexpr std::chrono::milliseconds peopleTogether{150}; // a crowd that comes at once is told of once
constexpr int endedByServer = 2000;                      // a push, which does not say why
// In replies of a server.
constexpr int alreadySubscribed = 105;
constexpr int tooManyRequests = 111;

bool contains(const QList<Publication>& messages, const QString& id) {
    return std::any_of(messages.begin(), messages.end(), [&](const Publication& message) {
        return message.kind == Publication::Kind::Message && message.id == id;
    });
}

} // namespace

CentrifugeRoom::CentrifugeRoom(centrifuge::Client& client, const RoomStart& start,
                               std::chrono::milliseconds again, QObject* parent)
    : QObject(parent), client_(client), channel_(start.room), again_(again), resume_(start.resume) {
    peopleSoon_.setSingleShot(true);
    openSoon_.setSingleShot(true);
    connect(&peopleSoon_, &QTimer::timeout, this, [this] { Q_EMIT peopleChanged(people_.list()); });
    connect(&openSoon_, &QTimer::timeout, this, [this] { Q_EMIT opened(complete_); });
}

void CentrifugeRoom::subscribe() {
    centrifuge::SubscriptionOptions wanted;
    wanted.joinLeave = true;
    wanted.hasSince = resume_.known && !resume_.epoch.isEmpty();
    wanted.since = {resume_.offset, resume_.epoch};
    subscription_ = client_.newSubscription(channel_, wanted);
    if (!subscription_)
        return;
    listen();
    subscription_->subscribe();
}

void CentrifugeRoom::listen() {
    using centrifuge::Subscription;
    connect(subscription_, &Subscription::subscribed, this,
            [this](const centrifuge::SubscribeResult& result) { onSubscribed(result.recovered); });
    connect(subscription_, &Subscription::unsubscribed, this, &CentrifugeRoom::onUnsubscribed);
    connect(subscription_, &Subscription::failed, this, &CentrifugeRoom::delayed);
    connect(subscription_, &Subscription::published, this, &CentrifugeRoom::onPublished);
    connect(subscription_, &Subscription::joined, this, &CentrifugeRoom::onJoined);
    connect(subscription_, &Subscription::left, this, &CentrifugeRoom::onLeft);
}

// What the server has done by itself may have crossed what was asked for. What it has told until the refusal
// came was told to nobody, so the past is asked for.
void CentrifugeRoom::onUnsubscribed(int code, const QString& reason) {
    if (code == alreadySubscribed && adopted_) {
        client_.removeSubscription(subscription_);
        subscription_.clear();
        onSubscribed(false);
        return;
    }
    const bool wasOpen = std::exchange(open_, false);
    openSoon_.stop();
    if (wasOpen && code == endedByServer) {
        askWhy();
        return;
    }
    Q_EMIT closed(presentable(reason));
}

// Who is put out is refused from then on, and a refusal has a reason. Who is let in after all is not meant to
// be here nevertheless, and leaves.
void CentrifugeRoom::askWhy() {
    asksWhy_ = true;
    subscription_->subscribe();
}

void CentrifugeRoom::adopt(const centrifuge::SubscribeResult& result) {
    adopted_ = true;
    resume_.epoch = result.position.epoch;
    resume_.offset = result.position.offset;
    if (!subscription_)
        onSubscribed(false);
}

void CentrifugeRoom::leave() {
    disconnect(this, nullptr, nullptr, nullptr);
    peopleSoon_.stop();
    openSoon_.stop();
    if (subscription_)
        client_.removeSubscription(subscription_);
}

Resume CentrifugeRoom::resume() const {
    Resume resume = resume_;
    if (subscription_ && !subscription_->position().epoch.isEmpty()) {
        resume.offset = subscription_->position().offset;
        resume.epoch = subscription_->position().epoch;
    }
    resume.known = resume.known || !resume.epoch.isEmpty();
    return resume;
}

// --- the way in ---

void CentrifugeRoom::onSubscribed(bool recovered) {
    if (asksWhy_) {
        Q_EMIT closed({});
        return;
    }
    askPeople();
    recovered_ = recovered;
    if (recovered && !resume_.restored) {
        becomeOpen(true); // in a later turn, and so after what was recovered
    } else {
        holding_ = !recovered;
        askLatest();
    }
    askRules();
}

void CentrifugeRoom::askLatest() {
    history(0, [this](const centrifuge::Result<QJsonValue>& page) { onLatest(page); });
}

// Rooms that are not kept have no past, and what was missed there is lost.
void CentrifugeRoom::onLatest(const centrifuge::Result<QJsonValue>& result) {
    if (!result && result.error().code == tooManyRequests) {
        QTimer::singleShot(again_, this, &CentrifugeRoom::askLatest);
        return;
    }
    const bool isFirst = !resume_.known && !open_;
    const bool isStart = std::exchange(resume_.restored, false) || isFirst;
    bool complete = isFirst || recovered_;
    if (result) {
        const chat::HistoryPage page = chat::readHistory(result.value());
        // All that was missed is in it when it begins before that, or nothing is older.
        complete = complete || page.next == 0 ||
                   (!resume_.newestId.isEmpty() && contains(page.messages, resume_.newestId));
        showLatest(page, complete, isStart);
    }
    holding_ = false;
    for (const Publication& publication : std::exchange(held_, {}))
        Q_EMIT received(publication);
    becomeOpen(complete);
}

void CentrifugeRoom::showLatest(const chat::HistoryPage& page, bool complete, bool isStart) {
    if (isStart)
        resume_.olderThan = page.next;
    Q_EMIT pageReceived({page.messages, resume_.olderThan != 0, !complete, true});
    if (!page.messages.isEmpty())
        resume_.newestId = page.messages.last().id;
    const auto isInPage = [&page](const Publication& message) { return contains(page.messages, message.id); };
    held_.removeIf(isInPage);
}

void CentrifugeRoom::becomeOpen(bool complete) {
    complete_ = complete;
    if (!std::exchange(open_, true))
        openSoon_.start(0);
}

QJsonObject CentrifugeRoom::parameters() const {
    return {{QStringLiteral("channel"), channel_}};
}

void CentrifugeRoom::history(quint64 before, centrifuge::Callback<QJsonValue> done) {
    QJsonObject wanted = parameters();
    wanted.insert(QStringLiteral("limit"), pageSize);
    if (before != 0)
        wanted.insert(QStringLiteral("before"), static_cast<qint64>(before));
    client_.rpc(QStringLiteral("chat.history"), wanted, this, std::move(done));
}

void CentrifugeRoom::askPeople() {
    client_.presence(channel_, this, [this](const centrifuge::Result<centrifuge::PresenceResult>& result) {
        if (!result)
            return;
        people_.clear();
        const auto& clients = result.value().clients;
        for (auto client = clients.begin(); client != clients.end(); ++client)
            people_.add(client.key(), chat::personOf(client.value()));
        Q_EMIT peopleChanged(people_.list());
    });
}

// A server from before they were told refuses that, and shows them when one writes.
void CentrifugeRoom::askRules() {
    client_.rpc(QStringLiteral("chat.rules"), parameters(), this,
                [this](const centrifuge::Result<QJsonValue>& result) {
                    if (result)
                        Q_EMIT rulesChanged(chat::readRules(result.value()));
                });
}

// --- while it lasts ---

void CentrifugeRoom::onPublished(const centrifuge::Publication& publication) {
    resume_.offset = std::max(resume_.offset, publication.offset);
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

void CentrifugeRoom::onJoined(const centrifuge::ClientInfo& info) {
    people_.add(info.client, chat::personOf(info));
    peopleSoon_.start(peopleTogether);
}

void CentrifugeRoom::onLeft(const centrifuge::ClientInfo& info) {
    people_.remove(info.client);
    peopleSoon_.start(peopleTogether);
}

void CentrifugeRoom::onSignal(const centrifuge::Publication& publication) {
    if (publication.info.client == client_.clientId())
        return;
    if (const QString nick = chat::readTyping(publication.data); !nick.isEmpty()) {
        Q_EMIT typingHeard(nick);
    } else if (const QString id = chat::readMarker(publication.data); !id.isEmpty()) {
        Q_EMIT readUpTo(publication.info.user, id);
    } else if (const auto rules = chat::readRulesNotice(publication.data)) {
        Q_EMIT rulesChanged(*rules);
    } else if (publication.data[QLatin1String("type")].toString() == QLatin1String("nick")) {
        people_.rename(publication.info.client, publication.data[QLatin1String("nick")].toString());
        peopleSoon_.start(peopleTogether);
    }
}

bool CentrifugeRoom::publish(const Outgoing& message) {
    if (!open_)
        return false;
    QJsonObject data{{QStringLiteral("text"), message.text}, {QStringLiteral("client_id"), message.clientId}};
    if (!message.replyTo.isEmpty())
        data.insert(QStringLiteral("reply_to"), message.replyTo);
    const auto done = [this, message](const centrifuge::Result<centrifuge::PublishResult>& result) {
        onPublishReply(message, result);
    };
    // A subscription that is being made again keeps it until it is made.
    if (subscription_)
        subscription_->publish(data, this, done);
    else
        client_.publish(channel_, data, this, done);
    return true;
}

// The publication is the receipt, and has come by now. What was refused for now, or had no answer in time, is
// sent again: within one connection the server tells nobody twice what is called the same.
void CentrifugeRoom::onPublishReply(const Outgoing& message,
                                    const centrifuge::Result<centrifuge::PublishResult>& result) {
    if (result)
        return;
    if (result.error().temporary)
        QTimer::singleShot(again_, this, [this, message] { publish(message); });
    else
        Q_EMIT refused(message.id, presentable(result.error().message));
}

bool CentrifugeRoom::ask(const MessageRequest& request) {
    if (!open_)
        return false;
    QJsonObject wanted = parameters();
    wanted.insert(QStringLiteral("id"), request.messageId);
    QString method = QStringLiteral("chat.redact");
    if (request.kind == MessageRequest::Kind::Edit) {
        method = QStringLiteral("chat.edit");
        wanted.insert(QStringLiteral("text"), request.text);
    } else if (request.kind == MessageRequest::Kind::Report) {
        method = QStringLiteral("chat.report");
        wanted.insert(QStringLiteral("reason"), request.text);
    }
    client_.rpc(method, wanted, this, [this, request](const centrifuge::Result<QJsonValue>& result) {
        Q_EMIT answered(request, result ? QString() : presentable(result.error().message));
    });
    return true;
}

void CentrifugeRoom::tellTyping() {
    if (open_)
        client_.rpc(QStringLiteral("chat.typing"), parameters(), this, {});
}

void CentrifugeRoom::markRead(const QString& messageId) {
    if (!open_)
        return;
    QJsonObject wanted = parameters();
    wanted.insert(QStringLiteral("id"), messageId);
    client_.rpc(QStringLiteral("chat.read"), wanted, this, {});
}

void CentrifugeRoom::askOlder() {
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

} // namespace chinwag::sdk
