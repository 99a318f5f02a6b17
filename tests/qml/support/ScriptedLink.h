// A connection that does what a test says, so that a test can stand at any point of its life.
#pragma once

#include "sdk/Client.h"

#include <QMap>
#include <QPointer>

namespace chinwag::test {

class ScriptedLink : public sdk::Link {
    Q_OBJECT

public:
    struct Call {
        QString method;
        QJsonObject parameters;
        sdk::CallAnswer answer;
    };

    void open(const sdk::Destination& destination, const QList<sdk::RoomStart>& rooms) override;
    void close() override { closed_ = true; }
    void enter(const sdk::RoomStart& start) override { rooms_.append(start); }
    void exit(const QString& room) override;
    bool publish(const sdk::Outgoing& message) override;
    bool ask(const sdk::MessageRequest& request) override {
        asked_.append(request);
        return true;
    }
    void tellTyping(const QString& /*room*/) override { ++typingTold_; }
    void markRead(const QString& room, const QString& messageId) override { read_.insert(room, messageId); }
    void askOlder(const QString& /*room*/) override { ++olderAsked_; }
    void askRooms() override { ++roomsAsked_; }
    void call(const QString& method, const QJsonObject& parameters, sdk::CallAnswer answer) override {
        calls_.append({method, parameters, std::move(answer)});
    }
    bool isStaff() const override { return staff_; }
    sdk::Resume resume(const QString& room) const override { return resumes_.value(room); }

    /// What is told from now on, and of which room; at first it is the first one that the link was opened
    /// with.
    ScriptedLink& in(const QString& name);

    /// All rooms are open, and then the connection is.
    void accept(bool complete = true);
    void openRoom(bool complete = true) { Q_EMIT roomOpened(room_, complete); }
    void closeRoom(const QString& reason) { Q_EMIT roomClosed(room_, reason); }
    /// The server says so when it accepts.
    void setStaff(bool staff) { staff_ = staff; }
    void acceptWithoutRooms() { Q_EMIT opened(); }
    void refuse(const sdk::Fault& fault) { Q_EMIT ended(fault); }
    void hear(const QString& nick, const QString& text) { hear(said(nick, text)); }
    void hear(const sdk::Publication& publication) { Q_EMIT received(room_, publication); }
    void give(const sdk::Page& page) { Q_EMIT pageReceived(room_, page); }
    void refuseMessage(qsizetype index, const QString& reason) { Q_EMIT refused(said_.at(index).id, reason); }
    /// Says what became of the last request; an empty `refusal` says that it was done.
    void answer(const QString& refusal) { Q_EMIT answered(asked_.last(), refusal); }
    void showTyping(const QString& nick) { Q_EMIT typingHeard(room_, nick); }
    void showPeople(const QStringList& nicks);
    void showPeople(const QList<sdk::Person>& people) { Q_EMIT peopleChanged(room_, people); }
    void rule(const sdk::RoomRules& rules) { Q_EMIT rulesChanged(room_, rules); }
    void readAway(const QString& messageId) { Q_EMIT readElsewhere(room_, messageId); }
    void listRooms(const QList<sdk::RoomSummary>& rooms) { Q_EMIT roomsListed(rooms); }
    void setResume(const sdk::Resume& resume) { resumes_.insert(room_, resume); }
    /// A message as a server tells it.
    static sdk::Publication said(const QString& nick, const QString& text, const QString& id = {});
    /// Lets message `index` of said() come back.
    void echo(qsizetype index);

    const QList<sdk::Outgoing>& said() const { return said_; }
    const sdk::Destination& destination() const { return destination_; }
    /// The rooms that it is to be in, by their channels.
    QStringList rooms() const;
    /// Where the one that is spoken of was to go on.
    sdk::Resume resumed() const;
    const QList<sdk::MessageRequest>& asked() const { return asked_; }
    /// The message up to which a room was read, by its channel.
    const QMap<QString, QString>& read() const { return read_; }
    /// What was called for, in order.
    const QList<Call>& calls() const { return calls_; }
    int typingTold() const { return typingTold_; }
    int olderAsked() const { return olderAsked_; }
    int roomsAsked() const { return roomsAsked_; }
    bool isClosed() const { return closed_; }

private:
    sdk::Destination destination_;
    QList<sdk::RoomStart> rooms_;
    QString room_; ///< that is spoken of
    QMap<QString, sdk::Resume> resumes_;
    QMap<QString, QString> read_;
    QList<sdk::Outgoing> said_;
    QList<sdk::MessageRequest> asked_;
    QList<Call> calls_;
    int typingTold_ = 0;
    int olderAsked_ = 0;
    int roomsAsked_ = 0;
    bool closed_ = false;
    bool staff_ = false;
};

/// Makes a client's links and keeps hold of the last one. It must outlive the client.
class LinkScript {
public:
    sdk::Client::LinkMaker maker();
    /// Servers say from now on that we are staff, or that we are not.
    void setStaff(bool staff) { staff_ = staff; }
    ScriptedLink* link() const { return link_.data(); }
    int made() const { return made_; }

private:
    QPointer<ScriptedLink> link_;
    int made_ = 0;
    bool staff_ = false;
};

sdk::Fault lost();
sdk::Fault kicked();

} // namespace chinwag::test
