#include "sdk/People.h"

#include <QSet>

#include <algorithm>

namespace chinwag::sdk {

void People::rename(const QString& client, const QString& nick) {
    people_[client].nick = nick;
}

QList<Person> People::list() const {
    QList<Person> list;
    QSet<QString> users;
    for (const Person& person : people_) {
        if (!person.user.isEmpty() && users.contains(person.user))
            continue;
        users.insert(person.user);
        list.append(person);
    }
    std::sort(list.begin(), list.end(), [](const Person& a, const Person& b) {
        if (a.nick.isEmpty() != b.nick.isEmpty())
            return b.nick.isEmpty();
        const int order = QString::localeAwareCompare(a.nick.toCaseFolded(), b.nick.toCaseFolded());
        return order != 0 ? order < 0 : a.nick < b.nick;
    });
    return list;
}

} // namespace chinwag::sdk
