// The emoji that one can choose from, with what they are called; read once from the program's resources.
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <vector>

namespace chinwag::models {

/// Immutable once it is made, so any thread may read it.
class EmojiTable {
public:
    struct Emoji {
        QString text;
        QStringList names; ///< for `:name:`, in lower case; the first is shown
        QStringList
            words; ///< by which it is found, in lower case: the names' parts and those of the languages
        int group = 0;
    };

    static const EmojiTable& instance();

    const std::vector<Emoji>& all() const { return all_; }
    /// As the data file calls them, in its order.
    const QStringList& groups() const { return groups_; }
    /// Indices of those that every word of `query` is the beginning of a word of; those that are named so
    /// first. All of them when it is empty.
    QList<int> search(const QString& query) const;
    /// The one that is named so, whatever the case; -1 = none.
    int findName(const QString& name) const;
    /// The one that is `text`; -1 = none.
    int findText(const QString& text) const;

private:
    EmojiTable();
    void takeLine(const QString& line);

    std::vector<Emoji> all_;
    QStringList groups_;
};

} // namespace chinwag::models
