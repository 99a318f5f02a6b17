#include "models/Mention.h"

namespace chinwag::models {

namespace {

// What would make a name a longer one.
bool isOfName(char32_t c) {
    return QChar::isLetterOrNumber(c) || QChar::isMark(c) || c == U'_';
}

// The character that ends before `at`, and the one that begins there.
char32_t characterBefore(const QString& text, qsizetype at) {
    const QChar last = text.at(at - 1);
    return last.isLowSurrogate() && at > 1 ? QChar::surrogateToUcs4(text.at(at - 2), last) : last.unicode();
}
char32_t characterAt(const QString& text, qsizetype at) {
    const QChar first = text.at(at);
    return first.isHighSurrogate() && at + 1 < text.size() ? QChar::surrogateToUcs4(first, text.at(at + 1))
                                                           : first.unicode();
}

} // namespace

bool mentions(const QString& text, const QString& nick) {
    if (nick.isEmpty())
        return false;
    const QString wanted = u'@' + nick;
    for (auto at = text.indexOf(wanted, 0, Qt::CaseInsensitive); at >= 0;
         at = text.indexOf(wanted, at + 1, Qt::CaseInsensitive)) {
        const auto end = at + wanted.size();
        const bool begins =
            at == 0 || !isOfName(characterBefore(text, at)); // mail@robin.example names nobody
        const bool ends = end == text.size() || !isOfName(characterAt(text, end));
        if (begins && ends)
            return true;
    }
    return false;
}

bool speaksTo(const QString& nick, const QString& text, const QString& replyTo,
              const TimelineModel& timeline) {
    if (mentions(text, nick))
        return true;
    const int answered = replyTo.isEmpty() ? -1 : timeline.rowOfMessage(replyTo);
    return answered >= 0 && timeline.index(answered).data(TimelineModel::OwnRole).toBool();
}

int mentionsAmongLast(int unread, const QString& nick, const TimelineModel& timeline) {
    int found = 0;
    for (int row = 0; row < timeline.count() && unread > 0; ++row) {
        const QModelIndex line = timeline.index(row);
        if (line.data(TimelineModel::OwnRole).toBool() || line.data(TimelineModel::NoticeRole).toBool())
            continue;
        --unread;
        const bool speaks = speaksTo(nick, line.data(TimelineModel::TextRole).toString(),
                                     line.data(TimelineModel::ReplyToRole).toString(), timeline);
        found += speaks ? 1 : 0;
    }
    return found;
}

} // namespace chinwag::models
