// Who is in a room: one entry a connection, told as a sorted list of names.
#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

namespace chinwag::sdk {

class People {
public:
    void clear() { nicks_.clear(); }
    void add(const QString& client, const QString& nick) { nicks_.insert(client, nick); }
    void remove(const QString& client) { nicks_.remove(client); }
    /// Those who have none come last, as empty ones.
    QStringList nicks() const;

private:
    QHash<QString, QString> nicks_; ///< by client id
};

} // namespace chinwag::sdk
