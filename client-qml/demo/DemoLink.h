// A chat without a network, for looking around: some people talk in some rooms, and what one says comes back.
#pragma once

#include "demo/DemoScript.h"
#include "sdk/Link.h"

#include <QMap>
#include <QTimer>

#include <deque>

namespace chinwag::demo {

class DemoLink : public sdk::Link {
    Q_OBJECT

public:
    explicit DemoLink(QObject* parent = nullptr);

    void open(const sdk::Destination& destination, const QList<sdk::RoomStart>& rooms) override;
    void close() override;
    void enter(const sdk::RoomStart& start) override;
    void exit(const QString& room) override { rooms_.remove(room); }
    bool publish(const sdk::Outgoing& message) override;
    bool ask(const sdk::MessageRequest& request) override;
    void tellTyping(const QString& /*room*/) override {} // nobody is there to see it
    void markRead(const QString& /*room*/, const QString& /*messageId*/) override {}
    void askOlder(const QString& room) override;
    void askRooms() override {}
    void call(const QString& method, const QJsonObject& parameters, sdk::CallAnswer answer) override;
    bool isStaff() const override { return false; }
    sdk::Resume resume(const QString& /*room*/) const override { return {}; }

private:
    struct Room {
        QList<sdk::Publication> meanwhile{};
        qsizetype next = 0;  ///< of them
        int lastMessage = 0; ///< the number that the last one got
    };
    struct Said {
        QString room;
        sdk::Publication publication;
    };

    QJsonObject answerTo(const QString& method, const QJsonObject& parameters);
    void greet();
    void bring(const DemoRoom& room);
    void tell(const QString& room, sdk::Publication publication);
    void speak();
    void echo();

    QTimer greeting_;
    QTimer talk_;
    QTimer echo_;
    QMap<QString, Room> rooms_;
    QStringList wanted_;                    ///< rooms that one is not in yet
    std::deque<Said> said_;                 ///< by us, not come back yet
    std::deque<sdk::MessageRequest> asked_; ///< and not answered yet
    QString nick_;
    qsizetype turn_ = 0; ///< of the rooms, to speak
};

} // namespace chinwag::demo
