// What the client is made of: frames, streams, and what waits.
#include "sdk/centrifuge/Codec.h"
#include "sdk/centrifuge/Codes.h"
#include "sdk/centrifuge/Stream.h"
#include "sdk/centrifuge/Watch.h"

#include <QJsonArray>

namespace chinwag::test {

using namespace centrifuge;

namespace {

QList<Publication> publicationsAt(const QList<quint64>& offsets) {
    QList<Publication> publications;
    for (const quint64 offset : offsets) {
        Publication publication;
        publication.offset = offset;
        publications.append(publication);
    }
    return publications;
}

QList<quint64> offsetsOf(const QList<Publication>& publications) {
    QList<quint64> offsets;
    for (const Publication& publication : publications)
        offsets.append(publication.offset);
    return offsets;
}

} // namespace

class CentrifugePartsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsFrames_data() {
        QTest::addColumn<QString>("frame");
        QTest::addColumn<int>("objects"); // -1: not what the protocol allows
        QTest::newRow("ping") << QStringLiteral("{}") << 1;
        QTest::newRow("two") << QStringLiteral("{\"id\":1}\n{\"id\":2}") << 2;
        QTest::newRow("a line's end at the end") << QStringLiteral("{\"id\":1}\n") << 1;
        QTest::newRow("nothing") << QString() << 0;
        QTest::newRow("no JSON") << QStringLiteral("hello") << -1;
        QTest::newRow("cut off") << QStringLiteral("{\"id\":") << -1;
        QTest::newRow("an array") << QStringLiteral("[{}]") << -1;
        QTest::newRow("a number") << QStringLiteral("7") << -1;
        QTest::newRow("good, then bad") << QStringLiteral("{}\n{") << -1;
        QTest::newRow("two in a line") << QStringLiteral("{}{}") << -1;
    }
    void readsFrames() {
        QFETCH(const QString, frame);
        QFETCH(const int, objects);
        const auto read = codec::parseFrame(frame);
        QCOMPARE(read ? static_cast<int>(read->size()) : -1, objects);
    }

    void writesCommands() {
        QCOMPARE(codec::commandLine(7, QStringLiteral("rpc"), {{QStringLiteral("method"), 1}}),
                 QByteArray("{\"id\":7,\"rpc\":{\"method\":1}}"));
        QCOMPARE(codec::commandLine(0, QStringLiteral("send"), {}), QByteArray("{\"send\":{}}"));
    }

    void wrongTypesAreNothing() {
        const auto frame =
            codec::parseFrame(QStringLiteral("{\"data\":[1],\"offset\":\"x\",\"info\":7,\"tags\":[],\"time\":"
                                             "true,\"ttl\":-5,\"expires\":true}"));
        QVERIFY(frame);
        const Publication publication = codec::readPublication(frame->first());
        QCOMPARE(publication.offset, 0U);
        QVERIFY(publication.info.client.isEmpty());
        QVERIFY(publication.data.isArray());
        QCOMPARE(codec::readTimeToLive(frame->first()), TimeToLive(1));
    }

    void closeCodesThatEndIt_data() {
        QTest::addColumn<int>("code");
        QTest::addColumn<bool>("terminal");
        for (const int code : {1000, 1006, 1008, 3000, 3001, 3012, 3499, 4000, 4499, 5000})
            QTest::addRow("%d", code) << code << false;
        for (const int code : {3500, 3503, 3999, 4500, 4999})
            QTest::addRow("%d", code) << code << true;
    }
    void closeCodesThatEndIt() {
        QFETCH(const int, code);
        QFETCH(const bool, terminal);
        QCOMPARE(isTerminal(code), terminal);
    }

    void aStreamTellsEachOnce_data() {
        QTest::addColumn<quint64>("before");
        QTest::addColumn<QString>("epoch");
        QTest::addColumn<bool>("recovered");
        QTest::addColumn<QList<quint64>>("given");
        QTest::addColumn<quint64>("top");
        QTest::addColumn<QList<quint64>>("fresh");
        QTest::addColumn<quint64>("after");
        using Offsets = QList<quint64>;
        const QString same = QStringLiteral("e");
        const QString other = QStringLiteral("f");
        const auto row = [](const char* name, quint64 before, const QString& epoch, bool recovered,
                            const Offsets& given, quint64 top, const Offsets& fresh, quint64 after) {
            QTest::newRow(name) << before << epoch << recovered << given << top << fresh << after;
        };
        row("nothing missed", 4, same, true, {}, 4, {}, 4);
        row("all that was missed", 4, same, true, {5, 6}, 6, {5, 6}, 6);
        row("a server that gives too much", 4, same, true, {3, 4, 5}, 5, {5}, 5);
        row("doubled", 4, same, true, {5, 5, 6}, 6, {5, 6}, 6);
        row("the latest value alone", 4, same, true, {9}, 9, {9}, 9);
        row("gap", 4, same, false, {}, 90, {}, 90);
        row("another epoch", 90, other, false, {}, 3, {}, 3);
        row("the latest value of another epoch", 90, other, false, {3}, 3, {3}, 3);
        row("without offsets", 0, same, false, {0, 0}, 0, {0, 0}, 0);
    }
    void aStreamTellsEachOnce() {
        QFETCH(const quint64, before);
        QFETCH(const QString, epoch);
        QFETCH(const bool, recovered);
        QFETCH(const QList<quint64>, given);
        QFETCH(const quint64, top);
        QFETCH(const QList<quint64>, fresh);
        QFETCH(const quint64, after);
        Stream stream;
        stream.setPosition({before, QStringLiteral("e")});
        SubscribeResult result;
        result.position = {top, epoch};
        result.recoverable = true;
        result.wasRecovering = true;
        result.recovered = recovered;
        result.publications = publicationsAt(given);
        QCOMPARE(offsetsOf(stream.begin(result)), fresh);
        QCOMPARE(stream.position().offset, after);
        QCOMPARE(stream.position().epoch, epoch);
        // And then goes on.
        const auto next = publicationsAt({after, after + 1, after + 1});
        QCOMPARE(stream.take(next.at(0)), after == 0);
        QVERIFY(stream.take(next.at(1)));
        QVERIFY(!stream.take(next.at(2)));
    }

    void whatCannotBeRecoveredIsNotAskedFor() {
        Stream stream;
        QVERIFY(stream.recovery().isEmpty());
        stream.setPosition({7, QStringLiteral("e")});
        const QJsonObject asked{{QStringLiteral("recover"), true},
                                {QStringLiteral("epoch"), QStringLiteral("e")},
                                {QStringLiteral("offset"), 7}};
        QCOMPARE(stream.recovery(), asked);
        stream.begin(SubscribeResult{});
        QVERIFY(stream.recovery().isEmpty());
    }

    void waitingIsBounded() {
        WaitingCalls waiting(2, std::chrono::milliseconds(waitMs));
        int went = 0;
        const auto go = [&went](const std::optional<Error>& error) { went += error ? 0 : 1; };
        QVERIFY(waiting.add(go));
        QVERIFY(waiting.add(go));
        QVERIFY(!waiting.add(go));
        waiting.release();
        QCOMPARE(went, 2);
        QVERIFY(waiting.add(go));
    }

    void waitingEnds() {
        WaitingCalls waiting(2, std::chrono::milliseconds(1));
        QList<int> codes;
        QVERIFY(waiting.add([&](const std::optional<Error>& error) { codes.append(error->code); }));
        QVERIFY(eventually([&] { return !codes.isEmpty(); }));
        QCOMPARE(codes, QList<int>{static_cast<int>(ErrorCode::Timeout)});
    }

    void whoWaitedMayDestroyWhatItWaitedFor() {
        auto waiting = std::make_unique<WaitingCalls>(3, std::chrono::milliseconds(waitMs));
        int went = 0;
        QVERIFY(waiting->add([&](const std::optional<Error>&) {
            ++went;
            waiting.reset();
        }));
        QVERIFY(waiting->add([&](const std::optional<Error>&) { ++went; }));
        waiting->release();
        QCOMPARE(went, 1);
    }

    void aReceiverThatIsGoneIsNotCalled() {
        auto context = std::make_unique<QObject>();
        int calls = 0;
        const auto callback = whileAlive<Done>(context.get(), [&](const Result<Done>&) { ++calls; });
        callback(Done{});
        context.reset();
        callback(Done{});
        QCOMPARE(calls, 1);
    }
};

} // namespace chinwag::test

QTEST_GUILESS_MAIN(chinwag::test::CentrifugePartsTest)
#include "tst_parts.moc"
