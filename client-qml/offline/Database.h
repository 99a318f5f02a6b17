// The offline file of one person on one server. Used on one thread, from its making to its end.
#pragma once

#include "sdk/OfflineStore.h"

#include <QHash>
#include <QSqlDatabase>
#include <QString>
#include <QVariantList>

#include <functional>

class QSqlError;

namespace chinwag::offline {

/// What goes wrong is told as a text for a person; empty when nothing has.
class Database {
public:
    /// So many messages of a room are kept, and some more until they are counted the next time.
    static constexpr int messagesPerRoom = 200;

    Database();
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    /// Makes the file where there is none. It and its folder are for the user alone.
    QString open(const QString& path);
    /// The last fault was the file's own: it is none of ours any more, and may be set aside.
    bool isDamaged() const { return damaged_; }
    QString read(sdk::Kept& kept);
    QString setDevice(const QString& device);
    QString keep(const QString& room, const QList<sdk::Publication>& messages, const sdk::Resume& resume);
    QString forgetRoom(const QString& room);
    QString put(const sdk::KeptOutgoing& message);
    QString drop(const QString& clientId);

private:
    QString configure();
    QString readRooms(sdk::Kept& kept);
    QString readMessages(sdk::KeptRoom& room);
    QString readOutbox(sdk::Kept& kept);
    QString inTransaction(const std::function<QString()>& work);
    QString keepOne(const QString& room, const sdk::Publication& message);
    QString trim(const QString& room);
    QString faultOf(const QSqlError& error);
    /// Runs it with those values in its places, in their order.
    QString run(const QString& sql, const QVariantList& values);

    QString connection_;
    QSqlDatabase database_;
    QHash<QString, int> added_; ///< to a room since it was last trimmed
    bool damaged_ = false;
};

} // namespace chinwag::offline
