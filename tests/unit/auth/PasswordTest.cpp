#include "auth/Password.h"
#include "Bytes.h"

#include <QTest>

#include <algorithm>
#include <set>
#include <string>

using namespace chinwag::auth;
using chinwag::test::view;

class PasswordTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void valid_data() {
        QTest::addColumn<QByteArray>("password");
        QTest::newRow("shortest") << QByteArray(10, 'a');
        QTest::newRow("longest") << QByteArray(256, 'a');
        QTest::newRow("only spaces") << QByteArray(10, ' ');
        QTest::newRow("only digits") << QByteArray("0123456789");
        QTest::newRow("shortest of two bytes each") << QByteArray("\xC3\xA9").repeated(10);
        QTest::newRow("longest of four bytes each") << QByteArray("\xF0\x9F\x98\x80").repeated(256);
        QTest::newRow("no-break spaces, just behind the controls") << QByteArray("\xC2\xA0").repeated(10);
        QTest::newRow("a tilde, just before DEL") << QByteArray("~~~~~~~~~~");
        QTest::newRow("bytes of the controls' range inside characters")
            << QByteArray("\xC3\x80\xE2\x82\xAC").repeated(5);
    }

    void valid() {
        QFETCH(QByteArray, password);
        QVERIFY(isValidPassword(view(password)));
    }

    void invalid_data() {
        QTest::addColumn<QByteArray>("password");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("one too short") << QByteArray(9, 'a');
        QTest::newRow("one too long") << QByteArray(257, 'a');
        QTest::newRow("long enough only in bytes") << QByteArray("\xC3\xA9").repeated(9);
        QTest::newRow("one too long, of four bytes each") << QByteArray("\xF0\x9F\x98\x80").repeated(257);
        QTest::newRow("NUL") << QByteArray("abcdefgh\0ij", 11);
        QTest::newRow("tabulator") << QByteArray("abcdefgh\tij");
        QTest::newRow("new line") << QByteArray("abcdefghij\n");
        QTest::newRow("carriage return") << QByteArray("abcdefghij\r");
        QTest::newRow("escape") << QByteArray("\x1b[31mabcdefghij");
        QTest::newRow("unit separator, the last control") << QByteArray("abcdefghij\x1f");
        QTest::newRow("DEL") << QByteArray("abcdefghij\x7f");
        QTest::newRow("first upper control") << QByteArray("abcdefghij\xC2\x80");
        QTest::newRow("last upper control") << QByteArray("abcdefghij\xC2\x9F");
        QTest::newRow("Latin-1") << QByteArray("caf\xE9 au lait");
        QTest::newRow("cut off") << QByteArray("abcdefghij\xC3");
        QTest::newRow("overlong") << QByteArray("abcdefghij\xC0\xAF");
        QTest::newRow("surrogate") << QByteArray("abcdefghij\xED\xA0\x80");
        QTest::newRow("only continuations") << QByteArray(20, '\x80');
    }

    void invalid() {
        QFETCH(QByteArray, password);
        QVERIFY(!isValidPassword(view(password)));
    }

    void aHashVerifiesItsPasswordAlone() {
        const std::string password = "correct horse \xC3\xA9\xF0\x9F\x98\x80";
        const auto hash = hashPassword(password);
        QVERIFY(hash.has_value());
        QVERIFY(QByteArray::fromStdString(*hash).startsWith("$argon2id$"));
        QVERIFY(hash->find("correct") == std::string::npos);
        QVERIFY(verifyPassword(*hash, password));
        QVERIFY(!verifyPassword(*hash, ""));
        QVERIFY(!verifyPassword(*hash, password + " "));
        QVERIFY(!verifyPassword(*hash, password.substr(0, password.size() - 1)));
        QVERIFY(!verifyPassword(*hash, "Correct horse \xC3\xA9\xF0\x9F\x98\x80"));
        // Normalised otherwise, it is another text.
        QVERIFY(!verifyPassword(*hash, "correct horse e\xCC\x81\xF0\x9F\x98\x80"));
    }

    void allOfALongPasswordCounts() {
        const std::string password(maxPasswordCharacters, 'a');
        const auto hash = hashPassword(password);
        QVERIFY(hash.has_value());
        QVERIFY(verifyPassword(*hash, password));
        QVERIFY(!verifyPassword(*hash, password.substr(1) + 'b'));
    }

    void hashesAreSalted() {
        const auto one = hashPassword("the same password");
        const auto other = hashPassword("the same password");
        QVERIFY(one.has_value() && other.has_value());
        QVERIFY(*one != *other);
    }

    void whatIsNoHashVerifiesNothing_data() {
        QTest::addColumn<QByteArray>("hash");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("the password itself") << QByteArray("the same password");
        QTest::newRow("only the prefix") << QByteArray("$argon2id$");
        QTest::newRow("cut off") << QByteArray("$argon2id$v=19$m=65536,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA");
        QTest::newRow("parameters that are none")
            << QByteArray("$argon2id$v=19$m=x,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAA");
        QTest::newRow("another kind") << QByteArray("$2b$12$abcdefghijklmnopqrstuv");
        QTest::newRow("far too long") << QByteArray("$argon2id$") + QByteArray(10'000, 'A');
    }

    void whatIsNoHashVerifiesNothing() {
        QFETCH(QByteArray, hash);
        QVERIFY(!verifyPassword(hash.toStdString(), "the same password"));
        QVERIFY(!verifyPassword(hash.toStdString(), ""));
    }

    void generatedOnesAreValidAndDiffer() {
        constexpr std::size_t count = 1'000;
        constexpr std::size_t length = 23; // four groups of five and what is between them
        std::set<std::string> seen;
        std::set<char> used;
        for (std::size_t i = 0; i < count; ++i) {
            const auto password = generatePassword();
            QVERIFY2(isValidPassword(password), password.c_str());
            QCOMPARE(password.size(), length);
            QCOMPARE(std::count(password.begin(), password.end(), '-'), 3);
            used.insert(password.begin(), password.end());
            seen.insert(password);
        }
        QCOMPARE(seen.size(), count);
        // Of 20,000 draws from 32 letters and digits none is left out, unless something is very wrong.
        QCOMPARE(used.size(), std::size_t{32 + 1});
        for (const char mistaken : {'0', 'o', '1', 'l', 'O', 'I'})
            QVERIFY(!used.contains(mistaken));
    }
};

QTEST_APPLESS_MAIN(PasswordTest)
#include "PasswordTest.moc"
