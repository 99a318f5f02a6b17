#include "protocol/ConnectionId.h"
#include "Bytes.h"

#include <QTest>

#include <algorithm>
#include <vector>

using chinwag::protocol::ConnectionId;
using chinwag::protocol::parseConnectionId;
using chinwag::test::bytes;
using chinwag::test::view;

class ConnectionIdTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void roundTrips_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<quint32>("worker");
        QTest::addColumn<quint32>("slot");
        QTest::addColumn<quint32>("generation");
        QTest::newRow("zeros") << QByteArray("0-0-0") << 0U << 0U << 0U;
        QTest::newRow("each in its place") << QByteArray("1-2-3") << 1U << 2U << 3U;
        QTest::newRow("several digits") << QByteArray("10-20-30") << 10U << 20U << 30U;
        QTest::newRow("largest") << QByteArray("4294967295-4294967295-4294967295") << 0xFFFFFFFFU
                                 << 0xFFFFFFFFU << 0xFFFFFFFFU;
    }

    void roundTrips() {
        QFETCH(QByteArray, text);
        QFETCH(quint32, worker);
        QFETCH(quint32, slot);
        QFETCH(quint32, generation);
        const ConnectionId id{worker, slot, generation};
        QCOMPARE(bytes(toString(id)), text);
        QVERIFY(parseConnectionId(view(text)) == id);
    }

    void othersAreNone_data() {
        QTest::addColumn<QByteArray>("text");
        for (const char* text : {"",
                                 "-",
                                 "--",
                                 "---",
                                 "0",
                                 "0-1",
                                 "0-1-",
                                 "-1-2",
                                 "0--2",
                                 "0-1-2-",
                                 "-0-1-2",
                                 "0-1-2-3",
                                 "a-1-2",
                                 "0-b-2",
                                 "0-1-c",
                                 "0-1-2c",
                                 "0x1-1-2",
                                 "00-1-2",
                                 "0-01-2",
                                 "0-1-02",
                                 "+0-1-2",
                                 "0-+1-2",
                                 " 0-1-2",
                                 "0 -1-2",
                                 "0-1-2 ",
                                 "0-1-2\n",
                                 "0_1_2",
                                 "0-1.0-2",
                                 "4294967296-1-2",
                                 "0-4294967296-2",
                                 "0-1-4294967296",
                                 "0-1-99999999999999999999999999",
                                 "0-1-\xD9\xA2",
                                 "0-1-2\xFF",
                                 "0-1-2/kick"})
            QTest::addRow("'%s'", text) << QByteArray(text);
        QTest::newRow("NUL behind") << QByteArray("0-1-2\0", 6);
        QTest::newRow("NUL within") << QByteArray("0-\0-2", 5);
    }

    void othersAreNone() {
        QFETCH(QByteArray, text);
        QVERIFY(!parseConnectionId(view(text)));
    }

    void areOrderedByNumberAndNotAsText() {
        const std::vector<ConnectionId> inOrder{{0, 0, 9},  {0, 2, 1}, {0, 10, 0},
                                                {0, 10, 1}, {1, 0, 0}, {10, 0, 0}};
        auto shuffled = inOrder;
        std::reverse(shuffled.begin(), shuffled.end());
        std::sort(shuffled.begin(), shuffled.end());
        QVERIFY(shuffled == inOrder);
    }
};

QTEST_APPLESS_MAIN(ConnectionIdTest)
#include "ConnectionIdTest.moc"
