#include "models/RoomBook.h"

#include <algorithm>

namespace chinwag::models {

namespace {

// A line a room: its letters, and its name.
QString lineOf(const RoomNote& note) {
    QString letters;
    if (note.pinned)
        letters += u'p';
    if (note.muted)
        letters += u'm';
    if (note.left)
        letters += u'x';
    return letters + u' ' + note.room;
}

RoomNote noteOf(const QString& line) {
    const auto space = line.indexOf(u' ');
    const QString letters = line.left(space);
    return {line.mid(space + 1), letters.contains(u'p'), letters.contains(u'm'), letters.contains(u'x')};
}

} // namespace

void RoomBook::open(const QUrl& server) {
    key_ = QStringLiteral("rooms/") + QString::fromLatin1(server.toEncoded().toPercentEncoding());
    notes_.clear();
    const QStringList lines = preferences_.value(key_).toStringList();
    for (const QString& line : lines) {
        // A file that a person edited may hold anything.
        if (line.contains(u' ') && !line.endsWith(u' '))
            notes_.append(noteOf(line));
    }
}

QStringList RoomBook::rooms() const {
    QStringList rooms;
    for (const RoomNote& note : notes_) {
        if (!note.left)
            rooms.append(note.room);
    }
    return rooms;
}

RoomNote RoomBook::note(const QString& room) const {
    const auto found =
        std::find_if(notes_.begin(), notes_.end(), [&](const RoomNote& note) { return note.room == room; });
    return found == notes_.end() ? RoomNote{room} : *found;
}

void RoomBook::keep(const RoomNote& note) {
    const auto found = std::find_if(notes_.begin(), notes_.end(),
                                    [&](const RoomNote& other) { return other.room == note.room; });
    if (found != notes_.end() && *found == note)
        return;
    if (found == notes_.end())
        notes_.append(note);
    else
        *found = note;
    QStringList lines;
    for (const RoomNote& each : notes_)
        lines.append(lineOf(each));
    preferences_.setValue(key_, lines);
}

} // namespace chinwag::models
