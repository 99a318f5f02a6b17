#include "protocol/ChatRules.h"
#include "Bytes.h"

#include <QTest>

using chinwag::test::bytes;
using chinwag::test::view;

class ChatRulesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void judgesNicknames_data() {
        QTest::addColumn<QByteArray>("nickname");
        QTest::addColumn<bool>("valid");
        const auto valid = [](const char* row, const QByteArray& text) {
            QTest::newRow(row) << text << true;
        };
        const auto wrong = [](const char* row, const QByteArray& text) {
            QTest::newRow(row) << text << false;
        };
        valid("one letter", "A");
        valid("ASCII", "Alice");
        valid("inner space", "Alice B");
        valid("punctuation", "a:b@c#<d>");
        valid("Cyrillic", "Алиса");
        valid("Arabic, right to left by itself", "أليس");
        valid("combining accent", "e\u0301");
        valid("emoji of 4 bytes", "😀");
        valid("32 ASCII characters", QByteArray(32, 'x'));
        valid("32 characters of 4 bytes", QByteArray("😀").repeated(32));
        wrong("empty", "");
        wrong("33 ASCII characters", QByteArray(33, 'x'));
        wrong("33 characters of 4 bytes", QByteArray("😀").repeated(33));
        wrong("far too long", QByteArray(100'000, 'x'));
        wrong("leading space", " Alice");
        wrong("trailing space", "Alice ");
        wrong("only a space", " ");
        wrong("leading no-break space", "\u00A0Alice");
        wrong("trailing ideographic space", "Alice\u3000");
        wrong("trailing em space", "Alice\u2003");
        wrong("line feed", "Al\nice");
        wrong("tab", "Al\tice");
        wrong("NUL", QByteArray("Al\0ice", 6));
        wrong("delete", "Al\x7Fice");
        wrong("C1 control", "Al\u0085ice");
        wrong("line separator", "Al\u2028ice");
        wrong("paragraph separator", "Al\u2029ice");
        // NOLINTBEGIN(misc-misleading-bidirectional): that is what is tested
        wrong("right-to-left override", "Al\u202Eice");
        wrong("left-to-right embedding", "Al\u202Aice");
        wrong("isolate", "Al\u2066ice");
        // NOLINTEND(misc-misleading-bidirectional)
        wrong("pop isolate", "Al\u2069ice");
        wrong("left-to-right mark", "Alice\u200E");
        wrong("Arabic letter mark", "Alice\u061C");
        wrong("zero width space", "Al\u200Bice");
        wrong("byte order mark", "\uFEFFAlice");
        wrong("word joiner", "Al\u2060ice");
        wrong("soft hyphen", "Al\u00ADice");
        wrong("invalid UTF-8", "Al\xFFice");
        wrong("cut character", "Alice\xE2\x82");
        wrong("surrogate", "\xED\xA0\x80");
    }

    void judgesNicknames() {
        QFETCH(QByteArray, nickname);
        QFETCH(bool, valid);
        QCOMPARE(chinwag::protocol::isValidNickname(view(nickname)), valid);
    }

    void judgesRooms_data() {
        QTest::addColumn<QByteArray>("room");
        QTest::addColumn<bool>("valid");
        QTest::newRow("letters") << QByteArray("lobby") << true;
        QTest::newRow("all kinds") << QByteArray("Room-1_a.b") << true;
        QTest::newRow("64 bytes") << QByteArray(64, 'r') << true;
        QTest::newRow("empty") << QByteArray("") << false;
        QTest::newRow("65 bytes") << QByteArray(65, 'r') << false;
        QTest::newRow("space") << QByteArray("a b") << false;
        QTest::newRow("colon, which separates namespaces") << QByteArray("chat:lobby") << false;
        QTest::newRow("slash") << QByteArray("a/b") << false;
        QTest::newRow("hash") << QByteArray("a#b") << false;
        QTest::newRow("dollar") << QByteArray("$a") << false;
        QTest::newRow("non-ASCII") << QByteArray("café") << false;
        QTest::newRow("NUL") << QByteArray("a\0b", 3) << false;
        QTest::newRow("line feed") << QByteArray("a\n") << false;
    }

    void judgesRooms() {
        QFETCH(QByteArray, room);
        QFETCH(bool, valid);
        QCOMPARE(chinwag::protocol::isValidRoom(view(room)), valid);
    }

    // Of the 128 ASCII characters, those that the rule names and no others.
    void roomRuleNamesTheCharacters() {
        for (int c = 0; c < 128; ++c) {
            const bool named = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                               c == '-' || c == '_' || c == '.';
            const char text = static_cast<char>(c);
            QCOMPARE(chinwag::protocol::isValidRoom({&text, 1}), named);
        }
    }

    void rulesSayTheNumbers() {
        QVERIFY(bytes(chinwag::protocol::nicknameRule)
                    .contains(QByteArray::number(qsizetype{chinwag::protocol::maxNicknameCharacters})));
        QVERIFY(bytes(chinwag::protocol::roomRule)
                    .contains(QByteArray::number(qsizetype{chinwag::protocol::maxRoomBytes})));
    }
};

QTEST_APPLESS_MAIN(ChatRulesTest)
#include "ChatRulesTest.moc"
