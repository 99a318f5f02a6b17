#include "models/Markup.h"

#include <QRegularExpression>
#include <QTest>
#include <QTextDocument>

using namespace chinwag::models;

namespace {

QString words(const QString& content) {
    return QLatin1String("<p class=\"t\">") + content + QLatin1String("</p>");
}

// What is left without the tags that may stand there.
QString withoutTags(const QString& html) {
    static const QRegularExpression allowed(
        QStringLiteral("</?(p|b|i|code|a)>|<br/>|<p class=\"[tqc]\">|<a href=\"https?://[^\"<>]*\">"));
    return QString(html).remove(allowed);
}

bool isNested(const QString& html) {
    static const QRegularExpression tag(QStringLiteral("<(/?)(p|b|i|code|a)\\b[^>]*>"));
    QStringList open;
    auto matches = tag.globalMatch(html);
    while (matches.hasNext()) {
        const auto match = matches.next();
        if (match.captured(1).isEmpty())
            open.append(match.captured(2));
        else if (open.isEmpty() || open.takeLast() != match.captured(2))
            return false;
    }
    return open.isEmpty();
}

} // namespace

class MarkupTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void styles_data();
    void styles();
    void blocks();
    void hostileTextIsOnlyText_data();
    void hostileTextIsOnlyText();
    void longTextTakesNoLongerThanItIs();
};

void MarkupTest::styles_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("html");
    const auto row = [](const char* text, const char* html) {
        QTest::newRow(text) << QString::fromUtf8(text)
                            << (*html == '\0' ? QString() : words(QString::fromUtf8(html)));
    };
    row("nothing of it", "");
    row("this is **bold**!", "this is <b>bold</b>!");
    row("this is *italic*", "this is <i>italic</i>");
    row("and _so_ is this", "and <i>so</i> is this");
    row("***both***", "<b><i>both</i></b>");
    row("**bold *and* italic**", "<b>bold <i>and</i> italic</b>");
    row("call `f(*x, **y)`", "call <code>f(*x, **y)</code>");
    row("``a ` b``", "<code>a ` b</code>");
    row("2 * 3 * 4", "");
    row("2*3*4", "");
    row("snake_case_name", "");
    row("__init__", "");
    row("a ** b", "");
    row("****", "");
    row("*open", "");
    row("`open", "");
    row("``", "");
    row("**a *b** c*", "<b>a *b</b> c*");
    row("https://a.example/*x*_y_", "<a href=\"https://a.example/*x*_y\">https://a.example/*x*_y</a>_");
    row("**see https://a.example**", "<b>see <a href=\"https://a.example\">https://a.example</a></b>");
    row("`https://a.example`", "<code>https://a.example</code>");
}

void MarkupTest::styles() {
    QFETCH(const QString, text);
    QFETCH(const QString, html);
    QCOMPARE(formatted(text), html);
}

void MarkupTest::blocks() {
    QCOMPARE(formatted(QStringLiteral("so:\n```cpp\nif (a < b)\n    **c\n```\nyes")),
             QStringLiteral("<p class=\"t\">so:</p><p class=\"c\"><code>if (a &lt; b)<br/>    **c</code></p>"
                            "<p class=\"t\">yes</p>"));
    QCOMPARE(formatted(QStringLiteral("> she *said*\n> so\nno")),
             QStringLiteral("<p class=\"q\">she <i>said</i><br/>so</p><p class=\"t\">no</p>"));
    // A block that does not end is none, and neither is an arrow.
    QVERIFY(formatted(QStringLiteral("```\nopen")).isEmpty());
    QVERIFY(formatted(QStringLiteral(">.<")).isEmpty());
    QVERIFY(formatted(QString()).isEmpty());
}

void MarkupTest::hostileTextIsOnlyText_data() {
    QTest::addColumn<QString>("text");
    const char* const texts[] = {
        "**x** <script>alert(1)</script>",
        "*x* <img src=x onerror=alert(1)>",
        "`</code><b>x</b>`",
        "```\n</code></p><img src='http://evil.example/x'>\n```",
        "> <style>p{}</style>",
        "https://a.example/\"onmouseover=\"x",
        "https://a.example/'><img src=x>",
        "**<b>**</b>",
        "*&lt;* &amp; &#60;img&#62;",
        "**a `b** c` *d https://a.example/*e* f*",
        "[x](javascript:alert(1)) **y**",
        "![x](http://evil.example/x.png) **y**",
        "javascript:alert(1) **y**",
        "**\xE2\x80\xAE** *x*",
    };
    for (const char* const text : texts)
        QTest::newRow(text) << QString::fromUtf8(text);
}

void MarkupTest::hostileTextIsOnlyText() {
    QFETCH(const QString, text);
    const QString html = formatted(text);
    QVERIFY(!html.isEmpty());
    const QString rest = withoutTags(html);
    QVERIFY2(!rest.contains(u'<') && !rest.contains(u'>'), qPrintable(html));
    QVERIFY2(isNested(html), qPrintable(html));
    // Nothing is loaded for it, and what is not a mark can still be read.
    QTextDocument document;
    document.setHtml(html);
    QVERIFY(!document.toPlainText().contains(QChar::ObjectReplacementCharacter));
    if (text.contains(QLatin1String("img src=x")))
        QVERIFY(document.toPlainText().contains(QLatin1String("<img src=x")));
}

// Twice as much may take twice as long, and not four times: it is what others send. The sizes are far beyond
// a message's, where squares would take minutes, and the test's own limit ends it then.
void MarkupTest::longTextTakesNoLongerThanItIs() {
    for (const char* const part : {"*a ", "**a", "a* ", "*a **b ", "_a* ", "```\n", "> *\n", "a*_"})
        QVERIFY(isNested(formatted(QString::fromLatin1(part).repeated(100'000))));
}

QTEST_MAIN(MarkupTest)
#include "tst_markup.moc"
