#include "offline/Database.h"

#include "offline/Schema.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>

#include <algorithm>
#include <functional>

namespace chinwag::offline {

namespace {

using Kind = sdk::Publication::Kind;

class Text {
    Q_DECLARE_TR_FUNCTIONS(OfflineStore)
};

constexpr int slack = 50; // that many more before a room is trimmed

// Of SQLite: "database disk image is malformed" and "file is not a database".
bool isDamage(const QSqlError& error) {
    const int code = error.nativeErrorCode().toInt() & 0xFF; // without what an extended code adds
    return code == 11 || code == 26;
}

QVariant moment(const QDateTime& at) {
    return at.isNull() ? QVariant() : QVariant(at.toMSecsSinceEpoch());
}

QDateTime momentOf(const QVariant& value) {
    return value.isNull() ? QDateTime() : QDateTime::fromMSecsSinceEpoch(value.toLongLong());
}

// A null QString would be a NULL.
QString filled(const QString& text) {
    return text.isNull() ? QStringLiteral("") : text;
}

// What others of this machine must not read is never theirs, not even for a moment.
QString makePrivate(const QString& path) {
    const QString folder = QFileInfo(path).path();
    constexpr auto mine = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
    if (!QDir().mkpath(folder) || !QFile::setPermissions(folder, mine | QFileDevice::ExeOwner))
        return Text::tr("the folder cannot be made");
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite))
        return file.errorString();
    return file.setPermissions(mine) ? QString() : file.errorString();
}

} // namespace

Database::Database() : connection_(QUuid::createUuid().toString(QUuid::WithoutBraces)) {}

Database::~Database() {
    if (!database_.isValid())
        return;
    database_.close();
    database_ = {};
    QSqlDatabase::removeDatabase(connection_);
}

QString Database::open(const QString& path) {
    if (QString fault = makePrivate(path); !fault.isEmpty())
        return fault;
    database_ = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), connection_);
    if (!database_.isValid())
        return Text::tr("Qt's driver for SQLite is not installed");
    database_.setDatabaseName(path);
    database_.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=2000"));
    if (!database_.open())
        return faultOf(database_.lastError());
    return configure();
}

QString Database::faultOf(const QSqlError& error) {
    damaged_ = isDamage(error);
    return error.text();
}

QString Database::configure() {
    // A crash of the program loses nothing of what was written; one of the machine may lose the last moments.
    for (const char* each :
         {"PRAGMA journal_mode = WAL", "PRAGMA synchronous = NORMAL", "PRAGMA secure_delete = ON"}) {
        if (const QString fault = run(QString::fromLatin1(each), {}); !fault.isEmpty())
            return fault;
    }
    return prepare(database_);
}

// --- reading ---

QString Database::read(sdk::Kept& kept) {
    QSqlQuery query(database_);
    if (!query.exec(QStringLiteral("SELECT value FROM fact WHERE name = 'device'")))
        return faultOf(query.lastError());
    if (query.next())
        kept.device = query.value(0).toString();
    const QString fault = readRooms(kept);
    return fault.isEmpty() ? readOutbox(kept) : fault;
}

QString Database::readRooms(sdk::Kept& kept) {
    QSqlQuery query(database_);
    if (!query.exec(QStringLiteral("SELECT room, stream_offset, epoch, newest_id FROM room ORDER BY room")))
        return faultOf(query.lastError());
    while (query.next()) {
        sdk::KeptRoom room;
        room.room = query.value(0).toString();
        room.resume.offset = static_cast<quint64>(std::max<qint64>(query.value(1).toLongLong(), 0));
        room.resume.epoch = query.value(2).toString();
        room.resume.newestId = query.value(3).toString();
        room.resume.known = !room.resume.epoch.isEmpty();
        if (const QString fault = readMessages(room); !fault.isEmpty())
            return fault;
        kept.rooms.append(room);
    }
    return {};
}

QString Database::readMessages(sdk::KeptRoom& room) {
    QSqlQuery query(database_);
    query.prepare(QStringLiteral("SELECT id, at, nick, user, text, reply_to, kind, edited, own FROM message "
                                 "WHERE room = ? ORDER BY at DESC, rowid DESC LIMIT %1")
                      .arg(messagesPerRoom));
    query.addBindValue(room.room);
    if (!query.exec())
        return faultOf(query.lastError());
    while (query.next()) {
        sdk::Publication message;
        message.id = query.value(0).toString();
        message.at = momentOf(query.value(1));
        message.nick = query.value(2).toString();
        message.user = query.value(3).toString();
        message.text = query.value(4).toString();
        message.replyTo = query.value(5).toString();
        const int kind = query.value(6).toInt();
        message.kind = kind == static_cast<int>(Kind::Notice)     ? Kind::Notice
                       : kind == static_cast<int>(Kind::Redacted) ? Kind::Redacted
                                                                  : Kind::Message;
        message.edited = query.value(7).toBool();
        message.own = query.value(8).toBool();
        room.messages.prepend(message);
    }
    return {};
}

QString Database::readOutbox(sdk::Kept& kept) {
    QSqlQuery query(database_);
    if (!query.exec(QStringLiteral("SELECT client_id, room, text, reply_to, written_at, sent_at, failed "
                                   "FROM outbox ORDER BY rowid")))
        return faultOf(query.lastError());
    while (query.next()) {
        sdk::KeptOutgoing message;
        message.item.clientId = query.value(0).toString();
        message.item.room = query.value(1).toString();
        message.item.text = query.value(2).toString();
        message.item.replyTo = query.value(3).toString();
        message.writtenAt = momentOf(query.value(4));
        message.sentAt = momentOf(query.value(5));
        message.failed = query.value(6).toBool();
        kept.outbox.append(message);
    }
    return {};
}

// --- writing ---

QString Database::run(const QString& sql, const QVariantList& values) {
    QSqlQuery query(database_);
    if (!query.prepare(sql))
        return faultOf(query.lastError());
    for (const QVariant& value : values)
        query.addBindValue(value);
    return query.exec() ? QString() : faultOf(query.lastError());
}

QString Database::inTransaction(const std::function<QString()>& work) {
    if (!database_.transaction())
        return faultOf(database_.lastError());
    QString fault = work();
    if (fault.isEmpty() && !database_.commit())
        fault = faultOf(database_.lastError());
    if (!fault.isEmpty())
        database_.rollback();
    return fault;
}

QString Database::setDevice(const QString& device) {
    return run(QStringLiteral("INSERT OR REPLACE INTO fact (name, value) VALUES ('device', ?)"), {device});
}

QString Database::keep(const QString& room, const QList<sdk::Publication>& messages,
                       const sdk::Resume& resume) {
    return inTransaction([&] {
        QString fault =
            run(QStringLiteral("INSERT OR REPLACE INTO room (room, stream_offset, epoch, newest_id) "
                               "VALUES (?, ?, ?, ?)"),
                {room, static_cast<qint64>(resume.offset), filled(resume.known ? resume.epoch : QString()),
                 filled(resume.newestId)});
        for (const sdk::Publication& message : messages) {
            if (fault.isEmpty() && !message.id.isEmpty())
                fault = keepOne(room, message);
        }
        added_[room] += static_cast<int>(messages.size());
        return fault.isEmpty() && added_[room] > slack ? trim(room) : fault;
    });
}

QString Database::keepOne(const QString& room, const sdk::Publication& message) {
    switch (message.kind) {
    case Kind::Edited:
        return run(
            QStringLiteral("UPDATE message SET text = ?, edited = 1 WHERE room = ? AND id = ? AND kind <> ?"),
            {filled(message.text), room, message.id, static_cast<int>(Kind::Redacted)});
    case Kind::Redacted: // of one that is not here, nothing is to be kept
        return run(QStringLiteral("UPDATE message SET text = '', kind = ? WHERE room = ? AND id = ?"),
                   {static_cast<int>(Kind::Redacted), room, message.id});
    case Kind::Message:
    case Kind::Notice: break;
    }
    const QDateTime at = message.at.isNull() ? QDateTime::currentDateTime() : message.at;
    return run(
        QStringLiteral("INSERT INTO message (room, id, at, nick, user, text, reply_to, kind, edited, own) "
                       "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
                       "ON CONFLICT (room, id) DO UPDATE SET text = excluded.text, edited = excluded.edited "
                       "WHERE message.kind = excluded.kind"),
        {room, message.id, moment(at), filled(message.nick), filled(message.user), filled(message.text),
         filled(message.replyTo), static_cast<int>(message.kind), message.edited ? 1 : 0,
         message.own || message.ownId != 0 ? 1 : 0});
}

QString Database::trim(const QString& room) {
    added_[room] = 0;
    return run(
        QStringLiteral("DELETE FROM message WHERE room = ? AND rowid NOT IN "
                       "(SELECT rowid FROM message WHERE room = ? ORDER BY at DESC, rowid DESC LIMIT %1)")
            .arg(messagesPerRoom),
        {room, room});
}

QString Database::forgetRoom(const QString& room) {
    return inTransaction([&] {
        for (const char* table : {"message", "outbox", "room"}) {
            const QString sql = QStringLiteral("DELETE FROM %1 WHERE room = ?").arg(QLatin1String(table));
            if (const QString fault = run(sql, {room}); !fault.isEmpty())
                return fault;
        }
        return QString();
    });
}

QString Database::put(const sdk::KeptOutgoing& message) {
    return run(
        QStringLiteral("INSERT INTO outbox (client_id, room, text, reply_to, written_at, sent_at, failed) "
                       "VALUES (?, ?, ?, ?, ?, ?, ?) "
                       "ON CONFLICT (client_id) DO UPDATE SET sent_at = excluded.sent_at, "
                       "failed = excluded.failed"),
        {message.item.clientId, message.item.room, filled(message.item.text), filled(message.item.replyTo),
         moment(message.writtenAt), moment(message.sentAt), message.failed ? 1 : 0});
}

QString Database::drop(const QString& clientId) {
    return run(QStringLiteral("DELETE FROM outbox WHERE client_id = ?"), {clientId});
}

} // namespace chinwag::offline
