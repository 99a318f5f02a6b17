#include "offline/SqliteStore.h"

#include "offline/Database.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QMetaObject>
#include <QUrl>

#include <utility>

namespace chinwag::offline {

namespace {

constexpr QLatin1String suffix(".sqlite");
constexpr QLatin1String asideSuffix(".damaged");

// What SQLite keeps beside its file.
const QStringList& companions() {
    static const QStringList list{QString(), QStringLiteral("-wal"), QStringLiteral("-shm")};
    return list;
}

} // namespace

SqliteStore::SqliteStore(QString folder, QObject* parent)
    : OfflineStore(parent), folder_(std::move(folder)), context_(std::make_unique<QObject>()) {
    thread_.setObjectName(QStringLiteral("offline"));
    context_->moveToThread(&thread_);
    thread_.start();
}

SqliteStore::~SqliteStore() {
    close();
    thread_.quit();
    thread_.wait();
}

QString SqliteStore::fileFor(const QUrl& server, const QString& person) const {
    const QByteArray whose = server.toEncoded(QUrl::StripTrailingSlash) + '\n' + person.toUtf8();
    const QByteArray name = QCryptographicHash::hash(whose, QCryptographicHash::Sha256).left(16).toHex();
    return folder_ + u'/' + QString::fromLatin1(name) + suffix;
}

sdk::Kept SqliteStore::open(const QUrl& server, const QString& person) {
    close();
    path_ = fileFor(server, person);
    sdk::Kept kept;
    QString fault;
    QMetaObject::invokeMethod(
        context_.get(), [this, &kept, &fault] { fault = openFile(kept); }, Qt::BlockingQueuedConnection);
    if (isSetAside_)
        tell(tr("What was kept of earlier conversations was damaged. It was set aside as %1, and a new file "
                "was begun.")
                 .arg(QDir::toNativeSeparators(path_ + asideSuffix)));
    if (fault.isEmpty())
        return kept;
    tell(tr("Nothing can be kept for when there is no connection: %1 (%2)")
             .arg(fault, QDir::toNativeSeparators(path_)));
    return {};
}

QString SqliteStore::openFile(sdk::Kept& kept) {
    isSetAside_ = false;
    QString fault = openOnce(kept);
    if (!fault.isEmpty() && database_->isDamaged()) {
        database_.reset();
        setAside();
        kept = {};
        fault = openOnce(kept);
        isSetAside_ = fault.isEmpty();
    }
    if (!fault.isEmpty())
        database_.reset();
    return fault;
}

QString SqliteStore::openOnce(sdk::Kept& kept) {
    database_ = std::make_unique<Database>();
    const QString fault = database_->open(path_);
    return fault.isEmpty() ? database_->read(kept) : fault;
}

// An older one that was set aside goes.
void SqliteStore::setAside() {
    for (const QString& each : companions()) {
        QFile::remove(path_ + asideSuffix + each);
        QFile::rename(path_ + each, path_ + asideSuffix + each);
    }
}

void SqliteStore::close() {
    QMetaObject::invokeMethod(
        context_.get(), [this] { database_.reset(); }, Qt::BlockingQueuedConnection);
    path_.clear();
}

void SqliteStore::write(std::function<QString(Database&)> work) {
    QMetaObject::invokeMethod(context_.get(), [this, work = std::move(work)] {
        if (!database_)
            return;
        const QString fault = work(*database_);
        if (fault.isEmpty())
            return;
        database_.reset(); // what has a hole is not to be read later as if it were whole
        QMetaObject::invokeMethod(this, [this, fault] {
            tell(tr("From now on nothing is kept for when there is no connection: %1 (%2)")
                     .arg(fault, QDir::toNativeSeparators(path_)));
        });
    });
}

void SqliteStore::tell(const QString& sentence) {
    if (told_.contains(sentence))
        return;
    told_.insert(sentence);
    Q_EMIT failed(sentence);
}

void SqliteStore::setDevice(const QString& device) {
    write([device](Database& database) { return database.setDevice(device); });
}

void SqliteStore::keep(const QString& room, const QList<sdk::Publication>& messages,
                       const sdk::Resume& resume) {
    write([=](Database& database) { return database.keep(room, messages, resume); });
}

void SqliteStore::forgetRoom(const QString& room) {
    write([room](Database& database) { return database.forgetRoom(room); });
}

void SqliteStore::put(const sdk::KeptOutgoing& message) {
    write([message](Database& database) { return database.put(message); });
}

void SqliteStore::drop(const QString& clientId) {
    write([clientId](Database& database) { return database.drop(clientId); });
}

void SqliteStore::clearAll() {
    const QString open = path_;
    close();
    QDir folder(folder_);
    const QString pattern = u'*' + suffix + u'*';
    QStringList left;
    for (const QString& name : folder.entryList({pattern}, QDir::Files)) {
        if (!folder.remove(name))
            left.append(name);
    }
    if (!left.isEmpty())
        tell(tr("What was kept cannot be deleted: %1").arg(QDir::toNativeSeparators(folder_)));
    if (open.isEmpty())
        return;
    path_ = open;
    sdk::Kept none;
    QString fault;
    QMetaObject::invokeMethod(
        context_.get(), [this, &none, &fault] { fault = openFile(none); }, Qt::BlockingQueuedConnection);
    if (!fault.isEmpty())
        tell(tr("Nothing can be kept for when there is no connection: %1 (%2)")
                 .arg(fault, QDir::toNativeSeparators(path_)));
}

} // namespace chinwag::offline
