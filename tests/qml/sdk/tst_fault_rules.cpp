#include "sdk/CloseRule.h"
#include "sdk/OpeningRule.h"

#include <QDateTime>
#include <QLocale>
#include <QTest>
#include <QTimeZone>

using namespace chinwag::sdk;
using Kind = Fault::Kind;

class FaultRulesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void closeCodes_data() {
        QTest::addColumn<int>("code");
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<bool>("mayRetry");
        const auto row = [](int code, Kind kind, bool mayRetry) {
            QTest::newRow(qPrintable(QString::number(code))) << code << kind << mayRetry;
        };
        for (const int code : {1000, 1001, 1002, 1003, 1005, 1006, 1007, 1008, 1009, 1011,
                               3000, 3001, 3005, 3008, 3010, 3012, 3013, 3499, 4000, 4499})
            row(code, Kind::Lost, true);
        for (const int code : {3501, 3502, 3503, 3505, 3999, 4999})
            row(code, Kind::Ended, false);
        row(3500, Kind::Token, false);
        row(4500, Kind::Kicked, false);
        row(4501, Kind::Banned, false);
        row(4502, Kind::Lockdown, false);
    }
    void closeCodes() {
        QFETCH(const int, code);
        QFETCH(const Kind, kind);
        QFETCH(const bool, mayRetry);
        const auto fault = judgeClose(static_cast<quint16>(code), QStringLiteral("why"));
        QCOMPARE(fault.kind, kind);
        QCOMPARE(fault.mayRetry, mayRetry);
        QVERIFY(!fault.text.isEmpty());
        QCOMPARE(fault.text.contains(QLatin1String("why")), !mayRetry);
    }

    void aStopIsToldAsOne() {
        const QString stopped = judgeClose(3001, QStringLiteral("shutdown")).text;
        QVERIFY2(stopped.contains(QLatin1String("restarting")), qPrintable(stopped));
        QCOMPARE(judgeClose(1001, {}).text, stopped); // a proxy in between says so
        QVERIFY(judgeClose(1000, {}).text != stopped);
    }

    void aKickWithoutAReasonSaysSo_data() {
        QTest::addColumn<QString>("reason");
        QTest::newRow("none") << QString();
        QTest::newRow("the server's word for none") << QStringLiteral("kicked");
        QTest::newRow("nothing that shows") << QStringLiteral(" \u200B\u202E ");
    }
    void aKickWithoutAReasonSaysSo() {
        QFETCH(const QString, reason);
        QVERIFY(judgeClose(4500, reason).text.contains(QLatin1String("No reason")));
    }

    void whatTheCodeSaysIsNotSaidTwice() {
        QVERIFY(!judgeClose(4501, QStringLiteral("banned")).text.contains(QLatin1String("reason")));
        QVERIFY(!judgeClose(4502, QStringLiteral("lockdown")).text.contains(QLatin1String("reason")));
        QVERIFY(!judgeClose(3500, QStringLiteral("invalid token")).text.contains(QLatin1String("reason")));
        QVERIFY(judgeClose(4501, QStringLiteral("spam")).text.contains(QLatin1String("reason given: spam")));
    }

    void whatHoldsForATimeSaysUntilWhen() {
        const QDateTime moment(QDate(2026, 3, 4), QTime(5, 6), QTimeZone::utc());
        const QString shown = QLocale().toString(moment.toLocalTime(), QLocale::ShortFormat);
        const QString banned = judgeClose(4501, QStringLiteral("spam (until 2026-03-04T05:06:00Z)")).text;
        QVERIFY2(banned.contains(QLatin1String("until ") + shown), qPrintable(banned));
        QVERIFY2(banned.endsWith(QLatin1String("reason given: spam")), qPrintable(banned));
        const QString locked = judgeClose(4502, QStringLiteral("lockdown (until 2026-03-04T05:06:00Z)")).text;
        QVERIFY2(locked.contains(QLatin1String("until ") + shown), qPrintable(locked));
        QVERIFY2(!locked.contains(QLatin1String("reason")), qPrintable(locked));
        QVERIFY(judgeClose(4501, QStringLiteral("wait (until it rains)"))
                    .text.endsWith(QLatin1String("(until it rains)")));
    }

    void aServersWordsAreMadePresentable_data() {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("shown");
        QTest::newRow("plain") << QStringLiteral("be nice") << QStringLiteral("be nice");
        QTest::newRow("lines") << QStringLiteral("be\n\tnice\r\n") << QStringLiteral("be nice");
        QTest::newRow("turned around") << QStringLiteral("be\u202Enice") << QStringLiteral("be nice");
        QTest::newRow("separators") << QStringLiteral("a\u2028b\u2029c") << QStringLiteral("a b c");
        const QDateTime moment(QDate(2026, 3, 4), QTime(5, 6), QTimeZone::utc());
        QTest::newRow("a time") << QStringLiteral("until 2026-03-04T05:06:00Z: spam")
                                << QStringLiteral("until %1: spam")
                                       .arg(QLocale().toString(moment.toLocalTime(), QLocale::ShortFormat));
        QTest::newRow("two times")
            << QStringLiteral("2026-03-04T05:06:00Z2026-03-04T05:06:00Z")
            << QLocale().toString(moment.toLocalTime(), QLocale::ShortFormat).repeated(2);
        QTest::newRow("no time") << QStringLiteral("2026-13-44T05:06:00Z")
                                 << QStringLiteral("2026-13-44T05:06:00Z");
        QTest::newRow("endless") << QString(1'000, u'x') << QString(300, u'x');
    }
    void aServersWordsAreMadePresentable() {
        QFETCH(const QString, words);
        QFETCH(const QString, shown);
        QCOMPARE(presentable(words), shown);
    }

    void statuses_data() {
        QTest::addColumn<int>("status");
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<bool>("mayRetry");
        const auto row = [](int status, Kind kind, bool mayRetry) {
            QTest::newRow(qPrintable(QString::number(status))) << status << kind << mayRetry;
        };
        for (const int status : {400, 401, 403})
            row(status, Kind::Rejected, false);
        for (const int status : {429, 500, 502, 503, 504})
            row(status, Kind::Full, true);
        for (const int status : {200, 301, 404, 405, 426})
            row(status, Kind::NoChat, false);
    }
    void statuses() {
        QFETCH(const int, status);
        QFETCH(const Kind, kind);
        QFETCH(const bool, mayRetry);
        const auto fault = judgeStatus(status, {}, 7);
        QCOMPARE(fault.kind, kind);
        QCOMPARE(fault.mayRetry, mayRetry);
        QCOMPARE(fault.retryAfterSeconds, mayRetry ? 7 : 0);
        QVERIFY(!fault.text.isEmpty());
    }

    void aServersWordsAreUsed() {
        QVERIFY(
            judgeStatus(400, QStringLiteral("No such hat."), 0).text.contains(QLatin1String("No such hat.")));
        QVERIFY(
            judgeStatus(503, QStringLiteral("Full house."), 0).text.contains(QLatin1String("Full house.")));
    }

    void socketErrors_data() {
        QTest::addColumn<QAbstractSocket::SocketError>("error");
        QTest::addColumn<Kind>("kind");
        QTest::newRow("name") << QAbstractSocket::HostNotFoundError << Kind::NameNotFound;
        QTest::newRow("refused") << QAbstractSocket::ConnectionRefusedError << Kind::Refused;
        QTest::newRow("time") << QAbstractSocket::SocketTimeoutError << Kind::TimedOut;
        QTest::newRow("tls") << QAbstractSocket::SslHandshakeFailedError << Kind::Tls;
        QTest::newRow("network") << QAbstractSocket::NetworkError << Kind::Refused;
        QTest::newRow("cut") << QAbstractSocket::RemoteHostClosedError << Kind::Lost;
        QTest::newRow("other") << QAbstractSocket::UnknownSocketError << Kind::Lost;
    }
    void socketErrors() {
        QFETCH(const QAbstractSocket::SocketError, error);
        QFETCH(const Kind, kind);
        const auto fault =
            judgeSocketError(error, QStringLiteral("chat.example.org"), QStringLiteral("words"));
        QCOMPARE(fault.kind, kind);
        QVERIFY(fault.mayRetry);
        QVERIFY(fault.text.contains(QLatin1String("chat.example.org")));
    }
};

QTEST_APPLESS_MAIN(FaultRulesTest)
#include "tst_fault_rules.moc"
