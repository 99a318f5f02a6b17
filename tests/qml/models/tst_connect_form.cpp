#include "models/ConnectForm.h"

#include <QTest>

#include <initializer_list>

using chinwag::models::ConnectForm;
using chinwag::models::LinkTarget;

namespace {

QStringList list(std::initializer_list<const char*> texts) {
    QStringList all;
    for (const char* const text : texts)
        all.append(QString::fromLatin1(text));
    return all;
}

} // namespace

class ConnectFormTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void leadsSomewhere_data() {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("nick");
        QTest::addColumn<QString>("room");
        QTest::addColumn<QString>("wantedRoom");
        const QString local = QStringLiteral("localhost");
        QTest::newRow("all") << local << QStringLiteral("Robin") << QStringLiteral("hall-4")
                             << QStringLiteral("hall-4");
        QTest::newRow("spaces around")
            << local << QStringLiteral(" Robin ") << QStringLiteral(" hall-4 ") << QStringLiteral("hall-4");
        QTest::newRow("room with its mark")
            << local << QStringLiteral("Robin") << QStringLiteral("#hall-4") << QStringLiteral("hall-4");
        QTest::newRow("no room") << local << QStringLiteral("Robin") << QString() << QStringLiteral("lobby");
        QTest::newRow("room of a link") << QStringLiteral("http://localhost/?room=kitchen")
                                        << QStringLiteral("Robin") << QString() << QStringLiteral("kitchen");
        QTest::newRow("another room than the link's")
            << QStringLiteral("http://localhost/?room=kitchen") << QStringLiteral("Robin")
            << QStringLiteral("attic") << QStringLiteral("attic");
    }
    void leadsSomewhere() {
        QFETCH(const QString, wantedRoom);
        ConnectForm form;
        fillIn(form);
        const auto aim = form.check();
        QVERIFY(aim.has_value());
        QCOMPARE(aim->destination.nick, QStringLiteral("Robin"));
        QCOMPARE(aim->room, wantedRoom);
        QCOMPARE(form.room(), wantedRoom);
    }

    void saysWhatIsWrong_data() {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("nick");
        QTest::addColumn<QString>("room");
        QTest::addColumn<int>("faults"); // bits: address 1, nick 2, room 4
        const QString local = QStringLiteral("localhost");
        const QString robin = QStringLiteral("Robin");
        QTest::newRow("nothing filled in") << QString() << QString() << QString() << 3;
        QTest::newRow("address") << QStringLiteral("ftp://x") << robin << QString() << 1;
        QTest::newRow("nick empty") << local << QStringLiteral("  ") << QString() << 2;
        QTest::newRow("nick too long") << local << QString(33, u'x') << QString() << 2;
        QTest::newRow("nick with separator") << local << QStringLiteral("a: b") << QString() << 2;
        QTest::newRow("nick turned around") << local << QStringLiteral("a\u202Eb") << QString() << 2;
        QTest::newRow("nick with a bell") << local << QStringLiteral("a\u0007b") << QString() << 2;
        QTest::newRow("room with a space") << local << robin << QStringLiteral("hall 4") << 4;
        QTest::newRow("room too long") << local << robin << QString(65, u'x') << 4;
        QTest::newRow("room of a link")
            << QStringLiteral("http://localhost/?room=a%20b") << robin << QString() << 4;
        QTest::newRow("all") << QStringLiteral("a b") << QStringLiteral("a: b") << QStringLiteral("ä") << 7;
    }
    void saysWhatIsWrong() {
        QFETCH(const int, faults);
        ConnectForm form;
        fillIn(form);
        QVERIFY(!form.check());
        QCOMPARE(!form.addressFault().isEmpty(), (faults & 1) != 0);
        QCOMPARE(!form.nickFault().isEmpty(), (faults & 2) != 0);
        QCOMPARE(!form.roomFault().isEmpty(), (faults & 4) != 0);
    }

    void aNicknameIsCountedInCharacters() {
        // 32 characters that take two units of UTF-16 each.
        QVERIFY(ConnectForm::faultOfNick(QStringLiteral("😀").repeated(32)).isEmpty());
        QVERIFY(!ConnectForm::faultOfNick(QStringLiteral("😀").repeated(33)).isEmpty());
    }

    void aLogInLinkFillsInTheFields() {
        ConnectForm form;
        form.setNick(QStringLiteral("Old"));
        form.setRoom(QStringLiteral("lobby"));
        form.setAddress(QStringLiteral("chinwag://chat.example.org/hall-4?token=a.b.c"));
        const auto aim = form.check();
        QVERIFY(aim);
        QCOMPARE(aim->room, QStringLiteral("hall-4"));
        QCOMPARE(aim->destination.token, QStringLiteral("a.b.c"));
        QCOMPARE(aim->destination.nick, QStringLiteral("Old"));
        // The token stands in no field that is remembered.
        QCOMPARE(form.address(), QStringLiteral("chat.example.org"));
        QCOMPARE(form.token(), QStringLiteral("a.b.c"));
    }

    void aTokenMayStandForTheNickname() {
        ConnectForm form;
        form.setAddress(QStringLiteral("localhost"));
        QVERIFY(!form.check());
        form.setToken(QStringLiteral(" a.b.c "));
        QVERIFY(form.nickFault().isEmpty());
        const auto aim = form.check();
        QVERIFY(aim);
        QCOMPARE(aim->destination.token, QStringLiteral("a.b.c"));
    }

    void isFilledInByALink_data() {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("room");
        QTest::addColumn<QString>("nick");
        QTest::addColumn<QStringList>("fields"); // address, room, nick and token
        const QString link = QStringLiteral("chinwag://chat.example.org/attic?nick=Zoe&token=a.b.c");
        QTest::newRow("nothing") << QString() << QString() << QString()
                                 << list({"before", "cellar", "Robin", "x.y.z"});
        QTest::newRow("a server") << QStringLiteral("localhost") << QString() << QString()
                                  << list({"localhost", "cellar", "Robin", "x.y.z"});
        QTest::newRow("a page") << QStringLiteral("http://localhost/?room=attic") << QString() << QString()
                                << list({"http://localhost/?room=attic", "attic", "Robin", "x.y.z"});
        QTest::newRow("a room and a nickname")
            << QString() << QStringLiteral("attic") << QStringLiteral("Zoe")
            << list({"before", "attic", "Zoe", "x.y.z"});
        QTest::newRow("a log-in") << link << QString() << QString()
                                  << list({"chat.example.org", "attic", "Zoe", "a.b.c"});
        QTest::newRow("a log-in without a token")
            << QStringLiteral("chinwag://chat.example.org/attic") << QString() << QString()
            << list({"chat.example.org", "attic", "Robin", ""});
        QTest::newRow("a log-in, and what was said beside it")
            << link << QStringLiteral("hall-4") << QStringLiteral("Ada")
            << list({"chat.example.org", "hall-4", "Ada", "a.b.c"});
    }
    void isFilledInByALink() {
        QFETCH(const QString, address);
        QFETCH(const QString, room);
        QFETCH(const QString, nick);
        QFETCH(const QStringList, fields);
        ConnectForm form;
        form.setAddress(QStringLiteral("before"));
        form.setRoom(QStringLiteral("cellar"));
        form.setNick(QStringLiteral("Robin"));
        form.setToken(QStringLiteral("x.y.z"));
        form.fillIn(LinkTarget::read(address, room, nick));
        QCOMPARE(QStringList({form.address(), form.room(), form.nick(), form.token()}), fields);
        const auto aim = form.check();
        QVERIFY(aim);
        QCOMPARE(QStringList({aim->room, aim->destination.nick, aim->destination.token}), fields.mid(1));
    }

    void aLinkSaysWhatIsWrongWithIt_data() {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("room");
        QTest::addColumn<QString>("nick");
        QTest::addColumn<QString>("start");
        const QString local = QStringLiteral("localhost");
        QTest::newRow("nothing") << local << QStringLiteral("attic") << QStringLiteral("Zoe") << QString();
        QTest::newRow("address") << QStringLiteral("ftp://x") << QString() << QString()
                                 << QStringLiteral("Addresses begin");
        QTest::newRow("room") << local << QStringLiteral("a b") << QString() << QStringLiteral("A room is");
        QTest::newRow("its own room") << QStringLiteral("http://localhost/?room=a%20b") << QString()
                                      << QString() << QStringLiteral("A room is");
        QTest::newRow("nickname") << QString() << QString() << QStringLiteral("a: b")
                                  << QStringLiteral("A nickname");
    }
    void aLinkSaysWhatIsWrongWithIt() {
        QFETCH(const QString, address);
        QFETCH(const QString, room);
        QFETCH(const QString, nick);
        QFETCH(const QString, start);
        const QString fault = LinkTarget::read(address, room, nick).fault;
        QVERIFY2(fault.startsWith(start) && fault.isEmpty() == start.isEmpty(), qPrintable(fault));
    }

    void writingTakesAFaultBack() {
        ConnectForm form;
        QVERIFY(!form.check());
        form.setAddress(QStringLiteral("x"));
        form.setNick(QStringLiteral("x"));
        QVERIFY(form.addressFault().isEmpty());
        QVERIFY(form.nickFault().isEmpty());
    }

private:
    // With what the row has.
    static void fillIn(ConnectForm& form) {
        QFETCH(const QString, address);
        QFETCH(const QString, nick);
        QFETCH(const QString, room);
        form.setAddress(address);
        form.setNick(nick);
        form.setRoom(room);
    }
};

QTEST_APPLESS_MAIN(ConnectFormTest)
#include "tst_connect_form.moc"
