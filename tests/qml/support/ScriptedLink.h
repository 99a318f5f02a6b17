// A connection that does what a test says, so that a test can stand at any point of its life.
#pragma once

#include "sdk/Client.h"

#include <QPointer>

namespace chinwag::test {

class ScriptedLink : public sdk::Link {
    Q_OBJECT

public:
    void open(const sdk::Destination& destination, const sdk::Resume& resume) override {
        destination_ = destination;
        resumed_ = resume;
    }
    void close() override { closed_ = true; }
    bool publish(const sdk::Outgoing& message) override;
    bool ask(const sdk::MessageRequest& request) override {
        asked_.append(request);
        return true;
    }
    void tellTyping() override { ++typingTold_; }
    void askOlder() override { ++olderAsked_; }
    sdk::Resume resume() const override { return resume_; }

    void accept(bool complete = true) { Q_EMIT opened(complete); }
    void refuse(const sdk::Fault& fault) { Q_EMIT ended(fault); }
    void hear(const QString& nick, const QString& text) { hear(said(nick, text)); }
    void hear(const sdk::Publication& publication) { Q_EMIT received(publication); }
    void give(const sdk::Page& page) { Q_EMIT pageReceived(page); }
    void refuseMessage(qsizetype index, const QString& reason) { Q_EMIT refused(said_.at(index).id, reason); }
    /// Says what became of the last request; an empty `refusal` says that it was done.
    void answer(const QString& refusal) { Q_EMIT answered(asked_.last(), refusal); }
    void showTyping(const QString& nick) { Q_EMIT typingHeard(nick); }
    void showPeople(const QStringList& nicks) { Q_EMIT peopleChanged(nicks); }
    void setResume(const sdk::Resume& resume) { resume_ = resume; }
    /// A message as a server tells it.
    static sdk::Publication said(const QString& nick, const QString& text, const QString& id = {});
    /// Lets message `index` of said() come back.
    void echo(qsizetype index);

    const QList<sdk::Outgoing>& said() const { return said_; }
    const sdk::Destination& destination() const { return destination_; }
    const sdk::Resume& resumed() const { return resumed_; }
    const QList<sdk::MessageRequest>& asked() const { return asked_; }
    int typingTold() const { return typingTold_; }
    int olderAsked() const { return olderAsked_; }
    bool isClosed() const { return closed_; }

private:
    sdk::Destination destination_;
    sdk::Resume resume_;
    sdk::Resume resumed_;
    QList<sdk::Outgoing> said_;
    QList<sdk::MessageRequest> asked_;
    int typingTold_ = 0;
    int olderAsked_ = 0;
    bool closed_ = false;
};

/// Makes a client's links and keeps hold of the last one. It must outlive the client.
class LinkScript {
public:
    sdk::Client::LinkMaker maker();
    ScriptedLink* link() const { return link_.data(); }
    int made() const { return made_; }

private:
    QPointer<ScriptedLink> link_;
    int made_ = 0;
};

sdk::Fault lost();
sdk::Fault kicked();

} // namespace chinwag::test
