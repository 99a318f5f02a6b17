#include "instance/SingleInstance.h"
#include "support/Wait.h"

#include <QCoreApplication>
#include <QLocalServer>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <future>

using chinwag::instance::SingleInstance;
using chinwag::test::eventually;
using chinwag::test::patience;

namespace {

// Another run of this test must not meet this one.
QString nameOf(const char* test) {
    return QString::fromLatin1(test) + QString::number(QCoreApplication::applicationPid());
}

std::future<bool> secondStart(const QString& name, const QByteArray& message) {
    return std::async(std::launch::async, [=] { return SingleInstance(name).handOver(message, patience); });
}

} // namespace

class SingleInstanceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aSecondStartHandsOver_data() {
        QTest::addColumn<QByteArray>("message");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("a link") << QByteArray("chinwag://chat.example.org/lobby?nick=Zo%C3%AB");
        QTest::newRow("lines and zeros") << QByteArray("a\nb\0c\r\n", 7);
        QTest::newRow("as much as may be") << QByteArray(SingleInstance::maxMessage, 'x');
    }

    void aSecondStartHandsOver() {
        QFETCH(const QByteArray, message);
        const QString name = nameOf("hands over");
        SingleInstance first(name);
        QSignalSpy received(&first, &SingleInstance::received);
        QVERIFY(!first.handOver("of the first, which nobody hears"));
        auto second = secondStart(name, message);
        QVERIFY(eventually([&] { return received.size() == 1; }));
        QCOMPARE(received.first().first().toByteArray(), message);
        QVERIFY(second.get());
        auto third = secondStart(name, message);
        QVERIFY(eventually([&] { return received.size() == 2; }));
        QVERIFY(third.get());
    }

    void tooMuchIsCutOff() {
        const QString name = nameOf("cut off");
        SingleInstance first(name);
        QSignalSpy received(&first, &SingleInstance::received);
        QVERIFY(!first.handOver({}));
        auto second = secondStart(name, QByteArray(3 * SingleInstance::maxMessage, 'x'));
        QVERIFY(eventually([&] { return received.size() == 1; }));
        QCOMPARE(received.first().first().toByteArray().size(), SingleInstance::maxMessage);
        QVERIFY(second.get());
    }

    void anotherNameIsAnother() {
        SingleInstance first(nameOf("one"));
        QVERIFY(!first.handOver({}));
        QVERIFY(!SingleInstance(nameOf("other")).handOver({}));
    }

    void whoeverEndsMakesRoom() {
        const QString name = nameOf("makes room");
        {
            SingleInstance first(name);
            QVERIFY(!first.handOver({}));
        }
        SingleInstance second(name);
        QVERIFY(!second.handOver({}));
    }

    // It hangs, or is being looked at in a debugger.
    void oneThatDoesNotAnswerHoldsNobodyUp() {
        const QString name = nameOf("silent");
        SingleInstance first(name);
        QVERIFY(!first.handOver({}));
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("does not answer")));
        SingleInstance second(name);
        QVERIFY(!second.handOver("now", std::chrono::milliseconds(50)));
    }
};

QTEST_GUILESS_MAIN(SingleInstanceTest)
#include "tst_single_instance.moc"
