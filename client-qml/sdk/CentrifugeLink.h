// The rooms of a Chinwag server, over one connection of the Centrifuge protocol. The library comes back by
// itself; here one connection is one link, and it is sdk::Client who says when there is another, since a
// first attempt that fails is not repeated.
#pragma once

#include "sdk/CentrifugeRoom.h"
#include "sdk/Link.h"
#include "sdk/centrifuge/Client.h"

#include <QMap>
#include <QSet>
#include <QTimer>

#include <chrono>
#include <memory>

namespace chinwag::sdk {

class CentrifugeLink : public Link {
    Q_OBJECT

public:
    struct Timing {
        std::chrono::milliseconds reply{10'000};        ///< for a reply of the server
        std::chrono::milliseconds maxPingDelay{10'000}; ///< a ping of the server may be so late
        std::chrono::milliseconds again{1'000}; ///< before a message that was refused for now is sent again
    };

    explicit CentrifugeLink(QObject* parent = nullptr);
    explicit CentrifugeLink(Timing timing, QObject* parent = nullptr);
    ~CentrifugeLink() override;

    void open(const Destination& destination, const QList<RoomStart>& rooms) override;
    void close() override;
    void enter(const RoomStart& start) override;
    void exit(const QString& room) override;
    bool publish(const Outgoing& message) override;
    bool ask(const MessageRequest& request) override;
    void tellTyping(const QString& room) override;
    void markRead(const QString& room, const QString& messageId) override;
    void askOlder(const QString& room) override;
    void askRooms() override;
    void call(const QString& method, const QJsonObject& parameters, CallAnswer answer) override;
    bool isStaff() const override { return staff_; }
    Resume resume(const QString& room) const override;

    static QUrl endpoint(const QUrl& server);

private:
    void listen();
    void listenToServerSubscriptions();
    CentrifugeRoom* open(const RoomStart& start);
    void listen(CentrifugeRoom& room, const QString& name);
    void onServerSubscribed(const QString& channel, const centrifuge::SubscribeResult& result);
    void drop(const QString& name);
    void settle(const QString& room);
    void askRooms(const QString& after, const QList<RoomSummary>& before);
    CentrifugeRoom* room(const QString& name) const { return over_ ? nullptr : rooms_.value(name); }
    void end(const Fault& fault);

    Timing timing_;
    QString user_;
    std::unique_ptr<centrifuge::Client> client_;
    QMap<QString, CentrifugeRoom*> rooms_; ///< children of this object
    QSet<QString> awaited_;                ///< of those that this was opened with
    QTimer openSoon_;
    bool connected_ = false;
    bool staff_ = false;
    bool open_ = false;
    bool over_ = false;
};

} // namespace chinwag::sdk
