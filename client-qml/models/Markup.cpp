#include "models/Markup.h"

#include "models/Links.h"

#include <QStringList>

#include <array>
#include <limits>
#include <utility>
#include <vector>

namespace chinwag::models {

namespace {

constexpr qsizetype longestMark = 3; // of the same characters in a row that mean something

enum class Style { Bold, Italic, Underscore };

struct Token {
    QString html; ///< what stands there unless it is half of a pair
    Style style = Style::Bold;
    bool opens = false;
    bool closes = false;
};

QString escaped(QStringView text) {
    return text.toString().toHtmlEscaped().replace(u'\n', QLatin1String("<br/>"));
}

QString tag(Style style, bool opening) {
    const QLatin1Char name(style == Style::Bold ? 'b' : 'i');
    return (opening ? QLatin1String("<") : QLatin1String("</")) + name + QLatin1Char('>');
}

qsizetype runAt(QStringView text, qsizetype at) {
    qsizetype end = at;
    while (end < text.size() && text[end] == text[at])
        ++end;
    return end - at;
}

// One paragraph, cut into words, code, links and what may be half of a pair.
class Cutter {
public:
    explicit Cutter(QStringView text) : text_(text), addresses_(addressesIn(text.toString())) {}

    std::vector<Token> cut() {
        while (at_ < text_.size()) {
            if (!takeAddress() && !takeCode() && !takeMark())
                ++at_;
        }
        flush(at_);
        return std::move(tokens_);
    }

    /// It has something that plain text does not.
    bool isRich() const { return rich_; }

private:
    bool takeAddress() {
        while (nextAddress_ < addresses_.size() && addresses_[nextAddress_].from < at_)
            ++nextAddress_;
        if (nextAddress_ == addresses_.size() || addresses_[nextAddress_].from != at_)
            return false;
        const qsizetype length = addresses_[nextAddress_].length;
        put(anchor(text_.mid(at_, length).toString()), length);
        return true;
    }

    bool takeCode() {
        if (text_[at_] != u'`')
            return false;
        const qsizetype run = runAt(text_, at_);
        if (run <= longestMark) {
            for (qsizetype end = at_ + run; end < text_.size(); end += runAt(text_, end)) {
                const bool closes = text_[end] == u'`' && runAt(text_, end) == run;
                const QStringView inside = text_.mid(at_ + run, end - at_ - run);
                if (!closes)
                    continue;
                if (inside.trimmed().isEmpty())
                    break;
                put(QLatin1String("<code>") + escaped(inside) + QLatin1String("</code>"), end + run - at_);
                return true;
            }
        }
        at_ += run;
        return true;
    }

    // Marks lean on the word that they belong to: "2 * 3" and "a_b_c" have none.
    bool takeMark() {
        const QChar mark = text_[at_];
        if (mark != u'*' && mark != u'_')
            return false;
        const qsizetype run = runAt(text_, at_);
        const qsizetype end = at_ + run;
        const QChar before = at_ > 0 ? text_[at_ - 1] : QChar(u' ');
        const QChar after = end < text_.size() ? text_[end] : QChar(u' ');
        const bool opens = !after.isSpace() && !before.isLetterOrNumber();
        const bool closes = !before.isSpace() && !after.isLetterOrNumber();
        if (run > longestMark || (mark == u'_' && run > 1) || !(opens || closes)) {
            at_ = end;
            return true;
        }
        flush(at_);
        const Style single = mark == u'_' ? Style::Underscore : Style::Italic;
        if (run == 3 && closes) // what opened last closes first
            tokens_.push_back({QStringLiteral("*"), single, opens, closes});
        if (run >= 2)
            tokens_.push_back({QStringLiteral("**"), Style::Bold, opens, closes});
        if (run == 1 || (run == 3 && !closes))
            tokens_.push_back({QString(mark), single, opens, closes});
        at_ = done_ = end;
        return true;
    }

    void put(const QString& html, qsizetype length) {
        flush(at_);
        tokens_.push_back({html});
        at_ = done_ = at_ + length;
        rich_ = true;
    }

    void flush(qsizetype end) {
        if (end > done_)
            tokens_.push_back({escaped(text_.mid(done_, end - done_))});
        done_ = end;
    }

    QStringView text_;
    QList<AddressSpan> addresses_;
    std::vector<Token> tokens_;
    qsizetype nextAddress_ = 0;
    qsizetype at_ = 0;
    qsizetype done_ = 0; ///< what stands before it has a token
    bool rich_ = false;
};

// Makes tags of pairs. A pair that would overlap another one loses its opening half, so tags always nest.
bool pairUp(std::vector<Token>& tokens) {
    std::vector<std::size_t> open;
    std::array<int, 3> count{};
    bool any = false;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        Token& token = tokens[i];
        int& waiting = count[static_cast<std::size_t>(token.style)];
        // Something has to stand between the two.
        if (token.closes && waiting > 0 && open.back() + 1 < i) {
            while (tokens[open.back()].style != token.style) {
                --count[static_cast<std::size_t>(tokens[open.back()].style)];
                open.pop_back();
            }
            --waiting;
            tokens[open.back()].html = tag(token.style, true);
            token.html = tag(token.style, false);
            open.pop_back();
            any = true;
        } else if (token.opens) {
            open.push_back(i);
            ++waiting;
        }
    }
    return any;
}

QString paragraph(const QString& content, const char* kind) {
    return QLatin1String("<p class=\"") + QLatin1String(kind) + QLatin1String("\">") + content +
           QLatin1String("</p>");
}

bool isFence(const QString& line) {
    return line.startsWith(QLatin1String("```")) && !QStringView(line).mid(3).contains(u'`');
}

// A message, block by block.
class Writer {
public:
    explicit Writer(const QString& text) : lines_(text.split(u'\n')) {}

    QString write() {
        for (qsizetype at = 0; at < lines_.size();) {
            const qsizetype code = endOfCode(at);
            if (code > 0) {
                flush("t");
                html_ += paragraph(QLatin1String("<code>") +
                                       escaped(lines_.mid(at + 1, code - at - 1).join(u'\n')) +
                                       QLatin1String("</code>"),
                                   "c");
                rich_ = true;
                at = code + 1;
            } else if (lines_[at].startsWith(QLatin1String("> "))) {
                flush("t");
                for (; at < lines_.size() && lines_[at].startsWith(QLatin1String("> ")); ++at)
                    words_.append(lines_[at].mid(2));
                flush("q");
                rich_ = true;
            } else {
                words_.append(lines_[at++]);
            }
        }
        flush("t");
        return rich_ ? html_ : QString();
    }

private:
    // The line that ends the block of code which begins here; 0 = none begins. A fence that nobody closes is
    // text.
    qsizetype endOfCode(qsizetype at) {
        if (at < nothingClosesFrom_ && isFence(lines_[at])) {
            for (qsizetype end = at + 1; end < lines_.size(); ++end) {
                if (lines_[end].trimmed() == QLatin1String("```"))
                    return end > at + 1 ? end : 0;
            }
            nothingClosesFrom_ = at;
        }
        return 0;
    }

    void flush(const char* kind) {
        if (words_.isEmpty())
            return;
        const QString text = words_.join(u'\n');
        words_.clear();
        Cutter cutter(text);
        std::vector<Token> tokens = cutter.cut();
        const bool paired = pairUp(tokens);
        rich_ = rich_ || paired || cutter.isRich();
        QString content;
        for (const Token& token : tokens)
            content += token.html;
        html_ += paragraph(content, kind);
    }

    QStringList lines_;
    QStringList words_; ///< the lines of the block that is being read
    QString html_;
    qsizetype nothingClosesFrom_ = std::numeric_limits<qsizetype>::max();
    bool rich_ = false;
};

} // namespace

QString formatted(const QString& text) {
    return Writer(text).write();
}

} // namespace chinwag::models
