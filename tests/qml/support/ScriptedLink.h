// A connection that does what a test says, so that a test can stand at any point of its life.
#pragma once

#include "sdk/Client.h"

#include <QPointer>

namespace chinwag::test {

class ScriptedLink : public sdk::Link {
    Q_OBJECT

public:
    struct Said {
        quint64 id;
        QString text;
    };

    void open(const sdk::Destination& destination) override { destination_ = destination; }
    void close() override { closed_ = true; }
    bool publish(quint64 id, const QString& text) override;

    void accept() { Q_EMIT opened(); }
    void refuse(const sdk::Fault& fault) { Q_EMIT ended(fault); }
    void hear(const QString& nick, const QString& text) { Q_EMIT received({nick, text, 0}); }
    /// Lets message `index` of said() come back.
    void echo(qsizetype index);

    const QList<Said>& said() const { return said_; }
    const sdk::Destination& destination() const { return destination_; }
    bool isClosed() const { return closed_; }

private:
    sdk::Destination destination_;
    QList<Said> said_;
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
