#include "models/Mention.h"

namespace chinwag::models {

namespace {

bool isOfName(QChar c) {
    return c.isLetterOrNumber() || c.isSurrogate() || c.isMark() || c == u'_';
}

} // namespace

bool mentions(const QString& text, const QString& nick) {
    if (nick.isEmpty())
        return false;
    const QString wanted = u'@' + nick;
    for (auto at = text.indexOf(wanted, 0, Qt::CaseInsensitive); at >= 0;
         at = text.indexOf(wanted, at + 1, Qt::CaseInsensitive)) {
        const auto end = at + wanted.size();
        const bool begins = at == 0 || !isOfName(text.at(at - 1)); // mail@robin.example names nobody
        const bool ends = end == text.size() || !isOfName(text.at(end));
        if (begins && ends)
            return true;
    }
    return false;
}

} // namespace chinwag::models
