// What outlives the program: what was written and may not have arrived, and the end of each room's past. The
// port behind which it is kept; offline::SqliteStore keeps it in files.
#pragma once

#include "sdk/Link.h"

#include <QDateTime>
#include <QList>
#include <QObject>
#include <QString>

namespace chinwag::sdk {

/// A message that was written and has not come back from the server. Its id counts for nothing here, its
/// clientId names it.
struct KeptOutgoing {
    Outgoing item{};
    QDateTime writtenAt{};
    QDateTime sentAt{}; ///< when it was first handed to a connection; null: it never was
    bool failed = false;
};

struct KeptRoom {
    QString room{};
    Resume resume{};               ///< where the stream stood behind the last of the messages
    QList<Publication> messages{}; ///< oldest first
};

struct Kept {
    QString device{}; ///< under which this machine has been writing; empty the first time
    QList<KeptRoom> rooms{};
    QList<KeptOutgoing> outbox{}; ///< in the order in which it was written
};

/// Used on one thread. What is written goes to the disk in its order and is waited for by nobody; when that
/// fails, failed() says so, and everything goes on as if nothing could be kept.
class OfflineStore : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// Opens what is kept of `person` on `server` and reads it, which blocks for as long as that takes; what
    /// was open before is closed. Empty when nothing was kept, or when it cannot be read, and then failed()
    /// says so.
    virtual Kept open(const QUrl& server, const QString& person) = 0;
    /// Nothing more is kept until the next open().
    virtual void close() = 0;
    /// What this machine writes under from now on.
    virtual void setDevice(const QString& device) = 0;
    /// Adds messages, or what became of them, and notes where the stream stands after them. Those without an
    /// id are left out.
    virtual void keep(const QString& room, const QList<Publication>& messages, const Resume& resume) = 0;
    /// One has left it.
    virtual void forgetRoom(const QString& room) = 0;
    /// Adds the message, or what has changed of it.
    virtual void put(const KeptOutgoing& message) = 0;
    /// It has arrived, or is not wanted any more.
    virtual void drop(const QString& clientId) = 0;
    /// Deletes what is kept of everybody on this machine. What is open begins anew.
    virtual void clearAll() = 0;

Q_SIGNALS:
    /// For the person: what is wrong, where, and what it means. Once for each reason.
    void failed(const QString& sentence);
};

} // namespace chinwag::sdk
