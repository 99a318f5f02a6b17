// One console a server address and user: a second start raises the first.
#pragma once

#include <QLocalServer>
#include <QObject>
#include <QString>

namespace chinwag::admin {

/// On its user's machine, and for that user alone.
class SingleInstance : public QObject {
    Q_OBJECT
public:
    /// `address` is what the console was started with, and may be empty; spellings of one address that
    /// RestClient::parseAddress() makes equal are one.
    explicit SingleInstance(const QString& address, QObject* parent = nullptr);

    /// True when there is another one for this address: it has been asked to come to the front. Otherwise
    /// this is the one from now on, or, where the system gives no socket, one beside others.
    bool hasRaisedAnother();

Q_SIGNALS:
    /// A second start wants this one to be seen.
    void raiseRequested();

private:
    const QString name_;
    QLocalServer server_;
};

} // namespace chinwag::admin
