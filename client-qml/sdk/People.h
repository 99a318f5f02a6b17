// Who is in a room: one entry a connection, told as a sorted list of people.
#pragma once

#include "sdk/Link.h"

#include <QHash>

namespace chinwag::sdk {

class People {
public:
    void clear() { people_.clear(); }
    void add(const QString& client, const Person& person) { people_.insert(client, person); }
    void rename(const QString& client, const QString& nick);
    void remove(const QString& client) { people_.remove(client); }
    /// A user once, however many connections they have, and everybody anonymous by each of theirs. By
    /// nickname; those who have none come last.
    QList<Person> list() const;

private:
    QHash<QString, Person> people_; ///< by client id
};

} // namespace chinwag::sdk
