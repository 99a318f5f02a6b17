#include "auth/RevocationJournal.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QSaveFile>

#include <unistd.h>

#include <chrono>
#include <utility>

namespace chinwag::auth {

namespace {

using namespace Qt::StringLiterals;

constexpr QFileDevice::Permissions ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

qint64 toMilliseconds(Revocation::Time time) {
    return std::chrono::floor<std::chrono::milliseconds>(time.time_since_epoch()).count();
}

// Nothing when it is no time that could be written.
std::optional<Revocation::Time> timeIn(const QJsonValue& value) {
    // Numbers in JSON may be too large for the clock; a text of digits is exact.
    bool isNumber = false;
    const auto milliseconds = value.toString().toLongLong(&isNumber);
    if (!isNumber || milliseconds < 0 || milliseconds > toMilliseconds(Revocation::Time::max()))
        return std::nullopt;
    return Revocation::Time(std::chrono::milliseconds(milliseconds));
}

QByteArray lineOf(const Revocation& revocation) {
    const bool isToken = revocation.kind == Revocation::Kind::Token;
    const QJsonObject object{{isToken ? u"token"_s : u"user"_s, QString::fromStdString(revocation.key)},
                             {u"issued_up_to"_s, QString::number(toMilliseconds(revocation.issuedUpTo))},
                             {u"until"_s, QString::number(toMilliseconds(revocation.until))}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

std::optional<Revocation> readLine(const QByteArray& line) {
    const auto object = QJsonDocument::fromJson(line).object();
    const bool isToken = object.contains(u"token"_s);
    const auto key = object[isToken ? u"token"_s : u"user"_s].toString().toStdString();
    const auto issuedUpTo = timeIn(object[u"issued_up_to"_s]);
    const auto until = timeIn(object[u"until"_s]);
    if (key.empty() || !issuedUpTo || !until)
        return std::nullopt;
    return Revocation{isToken ? Revocation::Kind::Token : Revocation::Kind::User, key, *issuedUpTo, *until};
}

} // namespace

RevocationJournal::RevocationJournal(const QString& dataDirectory, Revocations& revocations)
    : path_(dataDirectory + u"/revocations.jsonl"_s), revocations_(revocations), file_(path_) {}

std::optional<QString> RevocationJournal::open(Time now) {
    QFile file(path_);
    if (!file.exists())
        return std::nullopt;
    if (!file.open(QIODevice::ReadOnly))
        return u"cannot read %1: %2"_s.arg(path_, file.errorString());
    std::vector<Revocation> valid;
    bool isTidy = true;
    for (int number = 1; !file.atEnd(); ++number) {
        const auto line = file.readLine();
        // The end of one that was being written when the server died, which nobody was told of.
        const bool isTorn = !line.endsWith('\n');
        auto one = isTorn ? std::nullopt : readLine(line);
        if (!one && !isTorn)
            return u"%1:%2 is no revocation"_s.arg(path_).arg(number);
        const bool matters = one && one->until > now;
        isTidy = isTidy && matters;
        if (!matters)
            continue;
        revocations_.add(*one, now);
        valid.push_back(std::move(*one));
    }
    if (file.error() != QFileDevice::NoError)
        return u"cannot read %1: %2"_s.arg(path_, file.errorString());
    return isTidy ? std::nullopt : rewrite(valid);
}

std::optional<QString> RevocationJournal::rewrite(const std::vector<Revocation>& revocations) {
    QSaveFile file(path_);
    bool written = file.open(QIODevice::WriteOnly) && file.setPermissions(ownerOnly);
    for (const auto& one : revocations) {
        const auto line = lineOf(one);
        written = written && file.write(line) == line.size();
    }
    if (!written || !file.commit())
        return u"cannot write %1: %2"_s.arg(path_, file.errorString());
    return std::nullopt;
}

std::optional<QString> RevocationJournal::append(const Revocation& revocation) {
    if (!file_.isOpen()) {
        const QFileInfo info(path_);
        if (!QDir().mkpath(info.path()))
            return u"cannot make the directory %1"_s.arg(info.path());
        if (!file_.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered, ownerOnly))
            return u"cannot write %1: %2"_s.arg(path_, file_.errorString());
    }
    const auto line = lineOf(revocation);
    const auto before = file_.size();
    if (file_.write(line) == line.size() && ::fdatasync(file_.handle()) == 0)
        return std::nullopt;
    auto error = u"cannot write %1: %2"_s.arg(path_, file_.errorString());
    // Half a line in the middle would be a damaged file.
    if (!file_.resize(before))
        error += u", nor cut it back"_s;
    return error;
}

std::optional<QString> RevocationJournal::add(const Revocation& revocation, Time now) {
    revocations_.add(revocation, now);
    return append(revocation);
}

std::optional<QString> RevocationJournal::revokeToken(const std::string& id, Time until, Time now) {
    return add({Revocation::Kind::Token, id, now, until}, now);
}

std::optional<QString> RevocationJournal::revokeUser(const std::string& user, Time until, Time now) {
    return add({Revocation::Kind::User, user, now, until}, now);
}

} // namespace chinwag::auth
