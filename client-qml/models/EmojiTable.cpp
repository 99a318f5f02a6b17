#include "models/EmojiTable.h"

#include <QFile>
#include <QRegularExpression>

#include <algorithm>

namespace chinwag::models {

namespace {

constexpr QLatin1String dataFile(":/emoji/emoji.tsv");
constexpr QLatin1String groupMark("# group ");
constexpr int columns = 4;
constexpr int unmatched = 3; // a rank: the lower, the better

bool anyBeginsWith(const QStringList& words, const QString& beginning) {
    return std::any_of(words.begin(), words.end(),
                       [&](const QString& word) { return word.startsWith(beginning); });
}

// How well it is what was asked for.
int rankOf(const EmojiTable::Emoji& emoji, const QStringList& wanted) {
    const QString asOne = wanted.join(u'_');
    if (emoji.names.contains(asOne))
        return 0;
    if (anyBeginsWith(emoji.names, asOne))
        return 1;
    const bool all = std::all_of(wanted.begin(), wanted.end(),
                                 [&](const QString& word) { return anyBeginsWith(emoji.words, word); });
    return all ? 2 : unmatched;
}

} // namespace

const EmojiTable& EmojiTable::instance() {
    static const EmojiTable table;
    return table;
}

EmojiTable::EmojiTable() {
    QFile file(dataFile);
    if (!file.open(QIODevice::ReadOnly)) {
        qWarning("This program was built without its emoji: %s", qUtf8Printable(file.errorString()));
        return;
    }
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
    all_.reserve(static_cast<std::size_t>(lines.size()));
    for (const QString& line : lines)
        takeLine(line);
}

void EmojiTable::takeLine(const QString& line) {
    if (line.startsWith(groupMark)) {
        groups_.append(line.mid(groupMark.size()));
        return;
    }
    const QStringList parts = line.split(u'\t');
    if (line.startsWith(u'#') || parts.size() != columns || groups_.isEmpty())
        return;
    Emoji emoji;
    emoji.text = parts.at(0);
    emoji.names = parts.at(1).split(u' ');
    for (const QString& name : std::as_const(emoji.names))
        emoji.words += name.split(u'_');
    emoji.words += parts.at(2).split(u' ', Qt::SkipEmptyParts);
    emoji.words += parts.at(3).split(u' ', Qt::SkipEmptyParts);
    emoji.group = static_cast<int>(groups_.size()) - 1;
    all_.push_back(std::move(emoji));
}

QList<int> EmojiTable::search(const QString& query) const {
    static const QRegularExpression between(QStringLiteral("[\\s_:]+"));
    const QStringList wanted = query.toLower().split(between, Qt::SkipEmptyParts);
    QList<int> found[unmatched];
    for (std::size_t i = 0; i < all_.size(); ++i) {
        const int rank = wanted.isEmpty() ? 0 : rankOf(all_[i], wanted);
        if (rank != unmatched)
            found[rank].append(static_cast<int>(i));
    }
    return found[0] + found[1] + found[2];
}

int EmojiTable::findName(const QString& name) const {
    const QString wanted = name.toLower();
    const auto found = std::find_if(all_.begin(), all_.end(),
                                    [&](const Emoji& emoji) { return emoji.names.contains(wanted); });
    return found == all_.end() ? -1 : static_cast<int>(found - all_.begin());
}

int EmojiTable::findText(const QString& text) const {
    const auto found =
        std::find_if(all_.begin(), all_.end(), [&](const Emoji& emoji) { return emoji.text == text; });
    return found == all_.end() ? -1 : static_cast<int>(found - all_.begin());
}

} // namespace chinwag::models
