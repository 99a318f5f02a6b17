// One room on the connection of a CentrifugeLink: its stream, its past and who is there. The client
// subscribes to it, or the server has done that by itself; from then on it is the same.
#pragma once

#include "sdk/ChatCodec.h"
#include "sdk/Link.h"
#include "sdk/People.h"
#include "sdk/centrifuge/Client.h"
#include "sdk/centrifuge/Subscription.h"

#include <QPointer>
#include <QTimer>

#include <chrono>

namespace chinwag::sdk {

class CentrifugeRoom : public QObject {
    Q_OBJECT

public:
    /// `again`: before something that was refused for now is asked for again. `client` outlives it.
    CentrifugeRoom(centrifuge::Client& client, const RoomStart& start, std::chrono::milliseconds again,
                   QObject* parent);

    void subscribe();
    /// The server has subscribed this client by itself.
    void adopt(const centrifuge::SubscribeResult& result);
    /// Nothing is signalled any more.
    void leave();

    // What the server tells in a room to which it has subscribed us.
    void onPublished(const centrifuge::Publication& publication);
    void onJoined(const centrifuge::ClientInfo& info);
    void onLeft(const centrifuge::ClientInfo& info);

    bool isOpen() const { return open_; }
    Resume resume() const;
    bool publish(const Outgoing& message);
    bool ask(const MessageRequest& request);
    void tellTyping();
    void markRead(const QString& messageId);
    void askOlder();

Q_SIGNALS:
    void opened(bool complete);
    void closed(const QString& reason);
    /// It does not let us in for now; it is asked again.
    void delayed();
    void received(const chinwag::sdk::Publication& publication);
    void pageReceived(const chinwag::sdk::Page& page);
    void refused(quint64 id, const QString& reason);
    void answered(const chinwag::sdk::MessageRequest& request, const QString& refusal);
    void typingHeard(const QString& nick);
    void peopleChanged(const QList<chinwag::sdk::Person>& people);
    void rulesChanged(const chinwag::sdk::RoomRules& rules);
    /// By that user.
    void readUpTo(const QString& user, const QString& messageId);

private:
    void listen();
    void onUnsubscribed(int code, const QString& reason);
    void askWhy();
    void onSubscribed(bool recovered);
    void askLatest();
    void onLatest(const centrifuge::Result<QJsonValue>& result);
    void showLatest(const chat::HistoryPage& page, bool complete, bool isStart);
    void onSignal(const centrifuge::Publication& publication);
    void onPublishReply(const Outgoing& message, const centrifuge::Result<centrifuge::PublishResult>& result);
    void askPeople();
    void askRules();
    void history(quint64 before, centrifuge::Callback<QJsonValue> done);
    void becomeOpen(bool complete);
    QJsonObject parameters() const;

    centrifuge::Client& client_;
    QString channel_;
    std::chrono::milliseconds again_;
    QPointer<centrifuge::Subscription>
        subscription_; ///< the client's; none where the server has subscribed us
    Resume resume_;
    People people_;
    QTimer peopleSoon_;
    QTimer openSoon_;
    QList<Publication> held_; ///< what came while the past was being asked for
    bool recovered_ = false;  ///< with this connection, by position
    bool holding_ = false;
    bool open_ = false;
    bool complete_ = true;
    bool asking_ = false;  ///< for an older page
    bool adopted_ = false; ///< the server has subscribed us
    bool asksWhy_ = false; ///< it was put out, and wants to be told the reason
};

} // namespace chinwag::sdk
