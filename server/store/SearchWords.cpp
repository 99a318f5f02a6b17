#include "store/SearchWords.h"

#include <QtCore/QChar>
#include <QtCore/QString>
#include <QtCore/QStringList>

#include <algorithm>
#include <cstddef>

namespace chinwag::store {

namespace {

// More would only be a way to keep the database busy.
constexpr std::size_t maxPhrases = 16;
// PostgreSQL takes words of up to 2 KiB; nobody looks for longer ones.
constexpr qsizetype maxWord = 256;

bool standsAlone(char32_t c) {
    switch (QChar::script(c)) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Thai:
    case QChar::Script_Lao:
    case QChar::Script_Khmer:
    case QChar::Script_Myanmar: return true;
    default: return false;
    }
}

bool isAscii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string asciiWords(std::string_view text) {
    std::string out;
    qsizetype length = 0;
    for (const char c : text) {
        const bool upper = c >= 'A' && c <= 'Z';
        const bool word = upper || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (!word || length == maxWord) {
            if (length > 0)
                out += ' ';
            length = 0;
        }
        if (!word)
            continue;
        out += upper ? static_cast<char>(c - 'A' + 'a') : c;
        ++length;
    }
    return out;
}

std::string unicodeWords(std::string_view text) {
    // By way of capitals, since only those know that a sharp s is two.
    const QString decomposed = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()))
                                   .normalized(QString::NormalizationForm_KD)
                                   .toUpper()
                                   .toCaseFolded()
                                   .normalized(QString::NormalizationForm_KD);
    QString out;
    qsizetype length = 0;
    for (const char32_t c : decomposed.toStdU32String()) {
        if (QChar::category(c) == QChar::Mark_NonSpacing)
            continue;
        const bool word = QChar::isLetterOrNumber(c);
        const bool alone = standsAlone(c);
        if (length > 0 && (!word || alone || length >= maxWord)) {
            out += u' ';
            length = 0;
        }
        if (!word)
            continue;
        out += QStringView(QChar::fromUcs4(c));
        length = alone ? maxWord : length + 1; // so that the next one begins anew
    }
    return out.toStdString();
}

std::vector<std::string> split(std::string_view words) {
    std::vector<std::string> out;
    while (!words.empty()) {
        const auto end = std::min(words.find(' '), words.size());
        if (end > 0)
            out.emplace_back(words.substr(0, end));
        words.remove_prefix(std::min(end + 1, words.size()));
    }
    return out;
}

bool phraseAt(const std::vector<std::string>& words, std::size_t place,
              const std::vector<std::string>& phrase, bool open) {
    if (place + phrase.size() > words.size())
        return false;
    for (std::size_t i = 0; i < phrase.size(); ++i) {
        const bool beginning = open && i + 1 == phrase.size();
        const std::string& word = words[place + i];
        if (beginning ? !word.starts_with(phrase[i]) : word != phrase[i])
            return false;
    }
    return true;
}

} // namespace

std::string searchWords(std::string_view text) {
    std::string out = isAscii(text) ? asciiWords(text) : unicodeWords(text);
    if (out.ends_with(' '))
        out.pop_back();
    return out;
}

SearchPhrases::SearchPhrases(std::string_view query) {
    const QString text = QString::fromUtf8(query.data(), static_cast<qsizetype>(query.size())).simplified();
    for (const QString& part : text.split(u' ', Qt::SkipEmptyParts)) {
        auto phrase = split(searchWords(part.toStdString()));
        if (!phrase.empty() && phrases_.size() < maxPhrases)
            phrases_.push_back(std::move(phrase));
    }
}

std::string SearchPhrases::toFts5() const {
    std::string out;
    for (const auto& phrase : phrases_) {
        out += out.empty() ? "\"" : " \"";
        for (const auto& word : phrase)
            out += word + ' ';
        out.back() = '"';
    }
    return out.empty() ? out : out + " *";
}

std::string SearchPhrases::toTsquery() const {
    std::string out;
    for (const auto& phrase : phrases_) {
        out += out.empty() ? "(" : " & (";
        for (std::size_t i = 0; i < phrase.size(); ++i)
            out += (i == 0 ? "'" : " <-> '") + phrase[i] +
                   (&phrase == &phrases_.back() && i + 1 == phrase.size() ? "':*" : "'");
        out += ')';
    }
    return out;
}

bool SearchPhrases::matches(std::string_view words) const {
    const auto all = split(words);
    return !empty() && std::all_of(phrases_.begin(), phrases_.end(), [&](const auto& phrase) {
        const bool open = &phrase == &phrases_.back();
        for (std::size_t place = 0; place < all.size(); ++place) {
            if (phraseAt(all, place, phrase, open))
                return true;
        }
        return false;
    });
}

} // namespace chinwag::store
