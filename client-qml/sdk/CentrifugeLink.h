// A room of a Chinwag server, over the Centrifuge protocol. The library comes back by itself; here one
// connection is one link, and it is sdk::Client who says when there is another, since a first attempt that
// fails is not repeated.
#pragma once

#include "sdk/ChatCodec.h"
#include "sdk/Link.h"
#include "sdk/People.h"
#include "sdk/centrifuge/Client.h"
#include "sdk/centrifuge/Subscription.h"

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

    void open(const Destination& destination, const Resume& resume) override;
    void close() override;
    bool publish(const Outgoing& message) override;
    bool ask(const MessageRequest& request) override;
    void tellTyping() override;
    void askOlder() override;
    Resume resume() const override;

    static QUrl endpoint(const QUrl& server);

private:
    void listen();
    void onSubscribed(const centrifuge::SubscribeResult& result);
    void onLatest(const centrifuge::Result<QJsonValue>& result);
    void onPublished(const centrifuge::Publication& publication);
    void onSignal(const centrifuge::Publication& publication);
    void onPublishReply(const Outgoing& message, const centrifuge::Result<centrifuge::PublishResult>& result);
    void askPeople();
    void history(quint64 before, centrifuge::Callback<QJsonValue> done);
    void becomeOpen(bool complete);
    void end(const Fault& fault);

    Timing timing_;
    std::unique_ptr<centrifuge::Client> client_;
    centrifuge::Subscription* room_ = nullptr; ///< the client's
    Resume resume_;
    People people_;
    QTimer peopleSoon_;
    QTimer openSoon_;
    QList<Publication> held_; ///< what came while the past was being asked for
    bool holding_ = false;
    bool open_ = false;
    bool complete_ = true;
    bool asking_ = false; ///< for an older page
    bool over_ = false;
};

} // namespace chinwag::sdk
