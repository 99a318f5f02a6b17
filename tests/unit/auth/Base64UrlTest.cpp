#include "auth/Base64Url.h"

#include <QTest>

#include <string>
#include <vector>

using chinwag::auth::base64Url;
using chinwag::auth::fromBase64Url;

class Base64UrlTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // RFC 4648 section 10, without the padding.
    void knownTexts() {
        const std::string bytes = "foobar";
        for (const std::string& text :
             std::vector<std::string>{"", "Zg", "Zm8", "Zm9v", "Zm9vYg", "Zm9vYmE", "Zm9vYmFy"}) {
            const auto expected = bytes.substr(0, text.size() * 3 / 4);
            QCOMPARE(base64Url(expected), text);
            QVERIFY(fromBase64Url(text) == expected);
        }
        QCOMPARE(base64Url("\xfb\xff\xfe"), std::string("-__-"));
    }

    void everyByteIsKept() {
        std::string all;
        for (int byte = 0; byte < 256; ++byte)
            all += static_cast<char>(byte);
        for (std::size_t size = 250; size <= all.size(); ++size)
            QVERIFY(fromBase64Url(base64Url(all.substr(0, size))) == all.substr(0, size));
    }

    // Of all bytes in the place of one character, only those of the alphabet, each for another value.
    void theAlphabetIsStrict() {
        std::string values;
        for (int byte = 0; byte < 256; ++byte) {
            const auto read = fromBase64Url(std::string("AAA") + static_cast<char>(byte));
            if (!read)
                continue;
            QCOMPARE(read->size(), std::size_t(3));
            QVERIFY2(values.find(read->back()) == std::string::npos, qPrintable(QString::number(byte)));
            values += read->back();
        }
        QCOMPARE(values.size(), std::size_t(64));
    }

    void whatIsNotWritten() {
        for (const char* text : {"A", "AAAAA", "Zg==", "Zg=", "Zm8=", "Zh", "Zm9", " Zg", "Zg ", "Z g",
                                 "Zg\n", "Z\ng", "-+__", "//__", "="})
            QVERIFY2(!fromBase64Url(text), text);
    }
};

QTEST_APPLESS_MAIN(Base64UrlTest)
#include "Base64UrlTest.moc"
