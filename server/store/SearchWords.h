// What search sees of a text, the same in every kind of store.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace chinwag::store {

/// The words of `text`, separated by single spaces: letters and digits only, without case, accents and
/// compatibility forms. Scripts that do not separate words are taken character by character.
std::string searchWords(std::string_view text);

/// What somebody is looking for: all phrases have to be there, the last word of the last one as a beginning.
class SearchPhrases {
public:
    explicit SearchPhrases(std::string_view query);

    bool empty() const { return phrases_.empty(); }
    /// In the words of SQLite's FTS5 and of PostgreSQL's tsquery. Nothing of the query is a command there.
    std::string toFts5() const;
    std::string toTsquery() const;
    /// Whether `words`, as searchWords() makes them, have them all.
    bool matches(std::string_view words) const;

private:
    std::vector<std::vector<std::string>> phrases_;
};

} // namespace chinwag::store
