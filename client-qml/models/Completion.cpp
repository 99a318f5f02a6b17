#include "models/Completion.h"

#include "models/EmojiTable.h"
#include "models/RowExchange.h"

#include <algorithm>
#include <utility>

namespace chinwag::models {

namespace {

constexpr int longestNick = 32;
constexpr int longestName = 32;
constexpr int shortestName = 2; // ":)" and ":D" are nothing to be completed

bool isNameCharacter(QChar c) {
    return c.isLetterOrNumber() || c == u'_' || c == u'+' || c == u'-';
}

// Where a word of this kind may begin: not within an address, a time of day or code.
bool mayBegin(const QString& text, int at) {
    if (at == 0)
        return true;
    const QChar before = text.at(at - 1);
    if (QStringLiteral("`:@/._-").contains(before))
        return false;
    return before.isSpace() || before.isPunct() || before.isSymbol() || before.isSurrogate();
}

// Where the `:` stands that the name before `end` begins with; -1 = there is none.
int nameStart(const QString& text, int end) {
    int at = end - 1;
    while (at >= 0 && end - at <= longestName && isNameCharacter(text.at(at)))
        --at;
    return at >= 0 && text.at(at) == u':' && mayBegin(text, at) ? at : -1;
}

// The same for the `@` of a nickname, which may have spaces.
int mentionStart(const QString& text, int end) {
    for (int at = end - 1; at >= 0 && end - at <= longestNick + 1; --at) {
        if (text.at(at) == u'\n')
            return -1;
        if (text.at(at) == u'@')
            return mayBegin(text, at) ? at : -1;
    }
    return -1;
}

} // namespace

int Completion::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : count();
}

QVariant Completion::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row& row = rows_.at(index.row());
    switch (role) {
    case TextRole: return row.text;
    case Qt::DisplayRole:
    case NameRole: return row.name;
    default: return {};
    }
}

QHash<int, QByteArray> Completion::roleNames() const {
    return {{TextRole, "value"}, {NameRole, "name"}};
}

void Completion::setCurrent(int row) {
    const int wrapped = count() == 0 ? 0 : (row + count()) % count();
    if (std::exchange(current_, wrapped) != wrapped)
        Q_EMIT currentChanged();
}

void Completion::setPeople(const QStringList& people) {
    if (std::exchange(people_, people) != people)
        Q_EMIT peopleChanged();
}

void Completion::look(const QString& text, int cursor) {
    const int end = std::min(cursor, static_cast<int>(text.size()));
    if (const int at = nameStart(text, end); at >= 0) {
        const QString query = text.mid(at + 1, end - at - 1);
        QList<Row> rows;
        if (query.size() >= shortestName) {
            const auto& all = EmojiTable::instance().all();
            for (const int place : EmojiTable::instance().search(query)) {
                const auto& emoji = all[static_cast<std::size_t>(place)];
                rows.append({emoji.text, u':' + emoji.names.first() + u':'});
            }
        }
        offer(Emoji, at, end - at, rows.mid(0, maxCount));
        return;
    }
    if (const int at = mentionStart(text, end); at >= 0) {
        offer(Person, at, end - at, peopleLike(text.mid(at + 1, end - at - 1)));
        return;
    }
    dismissed_ = -1;
    offer(None, 0, 0, {});
}

QList<Completion::Row> Completion::peopleLike(const QString& query) const {
    QList<Row> first;
    QList<Row> later;
    for (const QString& nick : people_) {
        if (nick.isEmpty() || nick == own_)
            continue;
        if (nick.startsWith(query, Qt::CaseInsensitive))
            first.append({nick, nick});
        else if (nick.contains(u' ' + query, Qt::CaseInsensitive) ||
                 nick.contains(u'-' + query, Qt::CaseInsensitive))
            later.append({nick, nick});
    }
    return (first + later).mid(0, maxCount);
}

void Completion::offer(Kind kind, int start, int length, QList<Row> rows) {
    if (dismissed_ == start && kind != None)
        rows.clear();
    start_ = start;
    length_ = length;
    if (kind_ == kind && rows_ == rows)
        return;
    kind_ = kind;
    exchangeRows(*this, rows_, std::move(rows));
    setCurrent(0);
    Q_EMIT changed();
}

void Completion::dismiss() {
    dismissed_ = start_;
    offer(None, start_, 0, {});
}

Replacement Completion::choose(int row) const {
    if (row < 0 || row >= count())
        return {};
    const QString& text = rows_.at(row).text;
    if (kind_ == Emoji)
        return {start_, length_, text, text};
    return {start_, length_, u'@' + text + u' ', {}};
}

Replacement Completion::written(const QString& text, int cursor) {
    const int end = std::min(cursor, static_cast<int>(text.size())) - 1;
    if (end < 1 || text.at(end) != u':')
        return {};
    const int at = nameStart(text, end);
    const int place = at < 0 ? -1 : EmojiTable::instance().findName(text.mid(at + 1, end - at - 1));
    if (place < 0)
        return {};
    const QString& emoji = EmojiTable::instance().all()[static_cast<std::size_t>(place)].text;
    return {at, end - at + 1, emoji, emoji};
}

} // namespace chinwag::models
