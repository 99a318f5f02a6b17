#include "auth/OperatorFile.h"

#include <QtCore/QDateTime>
#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QLockFile>
#include <QtCore/QSaveFile>

#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <utility>

namespace chinwag::auth {

namespace {

using namespace Qt::StringLiterals;

constexpr int lockMilliseconds = 5'000;

QString text(std::string_view view) {
    return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

QJsonObject toJson(const SecondFactor& factor) {
    QJsonArray hashes;
    for (const auto& hash : factor.recoveryHashes)
        hashes.append(QString::fromStdString(hash));
    return {{u"secret"_s, QString::fromStdString(factor.secret)},
            {u"last_step"_s, static_cast<qint64>(factor.lastStep)},
            {u"recovery_codes"_s, hashes}};
}

std::optional<SecondFactor> readSecondFactor(const QJsonObject& object) {
    SecondFactor factor{object[u"secret"_s].toString().toStdString(), object[u"last_step"_s].toInteger(-1)};
    const auto hashes = object[u"recovery_codes"_s].toArray();
    for (const auto& hash : hashes)
        factor.recoveryHashes.push_back(hash.toString().toStdString());
    if (!isTotpSecret(factor.secret) || factor.lastStep < 0)
        return std::nullopt;
    return factor;
}

QJsonObject toJson(const Operator& one) {
    const auto milliseconds =
        std::chrono::duration_cast<std::chrono::milliseconds>(one.createdAt.time_since_epoch());
    const auto created = QDateTime::fromMSecsSinceEpoch(milliseconds.count()).toUTC();
    QJsonObject object{{u"name"_s, QString::fromStdString(one.name)},
                       {u"password"_s, QString::fromStdString(one.passwordHash)},
                       {u"role"_s, text(name(one.role))},
                       {u"created_at"_s, created.toString(Qt::ISODateWithMs)}};
    if (one.secondFactor)
        object[u"totp"_s] = toJson(*one.secondFactor);
    return object;
}

std::optional<Operator> readOperator(const QJsonObject& object) {
    Operator one;
    one.name = object[u"name"_s].toString().toStdString();
    one.passwordHash = object[u"password"_s].toString().toStdString();
    // Before there were roles everybody could do everything.
    const auto role =
        object.contains(u"role"_s) ? roleNamed(object[u"role"_s].toString().toStdString()) : Role::Admin;
    const auto created = QDateTime::fromString(object[u"created_at"_s].toString(), Qt::ISODateWithMs);
    if (!isValidOperatorName(one.name) || one.passwordHash.empty() || !created.isValid() || !role)
        return std::nullopt;
    one.role = *role;
    // One that cannot be read must not be one that is not asked for.
    if (object.contains(u"totp"_s)) {
        one.secondFactor = readSecondFactor(object[u"totp"_s].toObject());
        if (!one.secondFactor)
            return std::nullopt;
    }
    one.createdAt =
        std::chrono::system_clock::time_point(std::chrono::milliseconds(created.toMSecsSinceEpoch()));
    return one;
}

} // namespace

OperatorFile::OperatorFile(const QString& dataDirectory) : path_(dataDirectory + u"/operators.json"_s) {}

std::optional<OperatorFile::Stamp> OperatorFile::stamp() const {
    struct ::stat status {};
    if (::stat(QFile::encodeName(path_).constData(), &status) != 0)
        return errno == ENOENT ? std::optional(Stamp()) : std::nullopt;
    return Stamp{status.st_ino, status.st_ctim.tv_sec, status.st_ctim.tv_nsec, status.st_size};
}

std::variant<OperatorsRef, QString> OperatorFile::read() {
    const auto now = stamp();
    if (now && readStamp_ == now)
        return operators_;
    auto parsed = parse();
    if (auto* const error = std::get_if<QString>(&parsed))
        return std::move(*error);
    operators_ = std::make_shared<const Operators>(std::get<Operators>(std::move(parsed)));
    readStamp_ = now;
    return operators_;
}

std::variant<Operators, QString> OperatorFile::parse() const {
    QFile file(path_);
    if (!file.open(QIODevice::ReadOnly)) {
        // QFile::exists() says no of a file that is being replaced at this moment.
        if (stamp() == Stamp())
            return Operators();
        return u"cannot read %1: %2"_s.arg(path_, file.errorString());
    }
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(file.readAll(), &error);
    if (error.error != QJsonParseError::NoError)
        return u"%1 is not valid JSON at byte %2: %3"_s.arg(path_).arg(error.offset).arg(error.errorString());
    const auto list = document[u"operators"_s];
    // Taken for an empty list, it would be overwritten by the next change.
    if (!list.isArray())
        return u"%1 has no list of operators"_s.arg(path_);
    return fromJson(list.toArray());
}

std::variant<Operators, QString> OperatorFile::fromJson(const QJsonArray& list) const {
    Operators operators;
    for (const auto& value : list) {
        auto one = readOperator(value.toObject());
        if (!one)
            return u"%1: entry %2 is no operator: it needs a name, a password hash, created_at, "
                   "one of the roles %3 if any, and a complete totp if any"_s.arg(path_)
                       .arg(operators.size() + 1)
                       .arg(QString::fromStdString(roleNames()));
        // To remove one of two would leave the other a way in.
        if (findOperator(operators, one->name) != nullptr)
            return u"%1: there are two operators %2"_s.arg(path_, QString::fromStdString(one->name));
        operators.push_back(std::move(*one));
    }
    return operators;
}

std::optional<QString> OperatorFile::update(const std::function<std::optional<QString>(Operators&)>& change) {
    const QFileInfo info(path_);
    if (!QDir().mkpath(info.path()))
        return u"cannot make the directory %1"_s.arg(info.path());
    QLockFile lock(path_ + u".lock"_s);
    if (!lock.tryLock(lockMilliseconds))
        return u"cannot lock %1: somebody else changes the operators, or the directory is not writable"_s.arg(
            path_);
    auto current = parse();
    if (auto* const error = std::get_if<QString>(&current))
        return std::move(*error);
    auto& operators = std::get<Operators>(current);
    if (auto refused = change(operators))
        return refused;
    return write(operators);
}

std::optional<QString> OperatorFile::write(const Operators& operators) const {
    QJsonArray list;
    for (const auto& one : operators)
        list.append(toJson(one));
    const auto text = QJsonDocument(QJsonObject{{u"operators"_s, list}}).toJson();
    QSaveFile file(path_);
    const bool written = file.open(QIODevice::WriteOnly) &&
                         file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) &&
                         file.write(text) == text.size() && file.commit();
    if (!written)
        return u"cannot write %1: %2"_s.arg(path_, file.errorString());
    return std::nullopt;
}

const Operator* findOperator(const Operators& operators, std::string_view name) {
    const auto found = std::find_if(operators.begin(), operators.end(),
                                    [name](const Operator& one) { return one.name == name; });
    return found == operators.end() ? nullptr : &*found;
}

Operator* findOperator(Operators& operators, std::string_view name) {
    return const_cast<Operator*>(findOperator(std::as_const(operators), name));
}

} // namespace chinwag::auth
