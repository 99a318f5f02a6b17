#include "hub/ReservedNicks.h"

#include <QTest>

using chinwag::hub::NickCheck;
using chinwag::hub::ReservedNicks;

class ReservedNicksTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingIsReservedAtFirst() {
        const ReservedNicks nicks;
        QVERIFY(!nicks.isReserved("Admin", ""));
        QVERIFY(!nicks.isReserved("", ""));
    }

    void aNameAndWhatLooksLikeItIsReserved() {
        ReservedNicks nicks;
        nicks.set({"Admin", "olga"});
        for (const char* const nick : {"Admin", "admin", "\u0410dmin", "Olga", "0lga"})
            QVERIFY2(nicks.isReserved(nick, "bob"), nick);
        QVERIFY(nicks.isReserved("Admin", ""));
        for (const char* const nick : {"Adam", "Helga", "", "Administrator"})
            QVERIFY2(!nicks.isReserved(nick, "bob"), nick);
    }

    void itBelongsToTheUserWhoIsCalledSo() {
        ReservedNicks nicks;
        nicks.set({"Admin", "ADMIN", "olga"});
        QVERIFY(!nicks.isReserved("Admin", "Admin"));
        QVERIFY(!nicks.isReserved("admin", "ADMIN"));
        QVERIFY(nicks.isReserved("admin", "aDMIN"));
        QVERIFY(nicks.isReserved("olga", "Admin"));
    }

    void othersTakeThePlace() {
        ReservedNicks nicks;
        nicks.set({"Admin"});
        const auto before = nicks.edition();
        nicks.set({"olga"});
        QVERIFY(nicks.edition() != before);
        QVERIFY(!nicks.isReserved("Admin", ""));
        QVERIFY(nicks.isReserved("olga", ""));
    }

    void whoAsksAgainIsAnsweredByTheNamesOfNow() {
        ReservedNicks nicks;
        NickCheck check(nicks);
        QVERIFY(!check.isReserved("Admin", "bob"));
        QVERIFY(!check.isReserved("", "bob"));
        nicks.set({"Admin"});
        QVERIFY(!check.isReserved("", "bob"));
        QVERIFY(check.isReserved("Admin", "bob"));
        QVERIFY(check.isReserved("Admin", "bob"));
        QVERIFY(!check.isReserved("Adam", "bob"));
        QVERIFY(check.isReserved("admin", "bob"));
        nicks.set({});
        QVERIFY(!check.isReserved("admin", "bob"));
    }
};

QTEST_APPLESS_MAIN(ReservedNicksTest)
#include "ReservedNicksTest.moc"
