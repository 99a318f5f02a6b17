#include "models/IgnoreList.h"

#include <QStringList>

#include <algorithm>

namespace chinwag::models {

namespace {

QString nameOf(const QString& user, const QString& nick) {
    return user.isEmpty() ? QStringLiteral("nick ") + nick : QStringLiteral("user ") + user;
}

} // namespace

IgnoreList::IgnoreList(Preferences& preferences, QObject* parent)
    : QObject(parent), preferences_(preferences) {}

void IgnoreList::open(const QUrl& server) {
    key_ = QStringLiteral("ignored/") + QString::fromLatin1(server.toEncoded().toPercentEncoding());
    const QStringList kept = preferences_.value(key_).toStringList();
    names_ = QSet<QString>(kept.begin(), kept.end());
    Q_EMIT changed();
}

bool IgnoreList::contains(const QString& user, const QString& nick) const {
    return !names_.isEmpty() && names_.contains(nameOf(user, nick));
}

void IgnoreList::set(const QString& user, const QString& nick, bool ignored) {
    if (contains(user, nick) == ignored)
        return;
    if (ignored)
        names_.insert(nameOf(user, nick));
    else
        names_.remove(nameOf(user, nick));
    QStringList kept = names_.values();
    std::sort(kept.begin(), kept.end());
    preferences_.setValue(key_, kept);
    Q_EMIT changed();
}

} // namespace chinwag::models
