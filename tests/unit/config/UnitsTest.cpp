#include "config/Units.h"

#include <QTest>

#include <limits>

using namespace chinwag::config;

class UnitsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void sizes_data();
    void sizes();
    void notSizes_data();
    void notSizes();
    void durations_data();
    void durations();
    void notDurations_data();
    void notDurations();
};

void UnitsTest::sizes_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<quint64>("bytes");
    QTest::addColumn<QByteArray>("written");
    QTest::newRow("none") << QByteArray("0") << quint64(0) << QByteArray("0");
    QTest::newRow("bytes") << QByteArray("1000") << quint64(1000) << QByteArray("1000");
    QTest::newRow("whole KiB in bytes") << QByteArray("65536") << quint64(65536) << QByteArray("64KiB");
    QTest::newRow("KiB") << QByteArray("64KiB") << quint64(65536) << QByteArray("64KiB");
    QTest::newRow("MiB in KiB") << QByteArray("1024KiB") << quint64(1 << 20) << QByteArray("1MiB");
    QTest::newRow("odd KiB") << QByteArray("1025KiB") << quint64(1025 * 1024) << QByteArray("1025KiB");
    QTest::newRow("GiB") << QByteArray("2GiB") << quint64(2ULL << 30U) << QByteArray("2GiB");
    QTest::newRow("no bytes of a unit") << QByteArray("0MiB") << quint64(0) << QByteArray("0");
}

void UnitsTest::sizes() {
    QFETCH(QByteArray, text);
    QFETCH(quint64, bytes);
    QFETCH(QByteArray, written);
    const auto size = parseSize(text.toStdString());
    QVERIFY(size.has_value());
    QCOMPARE(quint64(*size), bytes);
    QCOMPARE(QByteArray::fromStdString(formatSize(*size)), written);
    QCOMPARE(parseSize(written.toStdString()), size);
}

void UnitsTest::notSizes_data() {
    QTest::addColumn<QByteArray>("text");
    for (const char* text :
         {"", " ", "KiB", "-1", "+1", "1 KiB", " 1", "1kib", "1K", "1KB", "1.5MiB", "0x10", "1e3", "1MiBs",
          "18446744073709551616", "99999999999999999999KiB", "9223372036854775807KiB", "1s"})
        QTest::newRow(text) << QByteArray(text);
}

void UnitsTest::notSizes() {
    QFETCH(QByteArray, text);
    QVERIFY(!parseSize(text.toStdString()).has_value());
}

void UnitsTest::durations_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("milliseconds");
    QTest::addColumn<QByteArray>("written");
    QTest::newRow("none") << QByteArray("0s") << qint64(0) << QByteArray("0s");
    QTest::newRow("bare seconds") << QByteArray("25") << qint64(25'000) << QByteArray("25s");
    QTest::newRow("milliseconds") << QByteArray("500ms") << qint64(500) << QByteArray("500ms");
    QTest::newRow("whole seconds in ms") << QByteArray("3000ms") << qint64(3'000) << QByteArray("3s");
    QTest::newRow("seconds") << QByteArray("90s") << qint64(90'000) << QByteArray("90s");
    QTest::newRow("minutes") << QByteArray("2m") << qint64(120'000) << QByteArray("2m");
    QTest::newRow("hours") << QByteArray("1h") << qint64(3'600'000) << QByteArray("1h");
    QTest::newRow("an hour in minutes") << QByteArray("60m") << qint64(3'600'000) << QByteArray("1h");
}

void UnitsTest::durations() {
    QFETCH(QByteArray, text);
    QFETCH(qint64, milliseconds);
    QFETCH(QByteArray, written);
    const auto duration = parseDuration(text.toStdString());
    QVERIFY(duration.has_value());
    QCOMPARE(qint64(duration->count()), milliseconds);
    QCOMPARE(QByteArray::fromStdString(formatDuration(*duration)), written);
    QVERIFY(parseDuration(written.toStdString()) == duration);
}

void UnitsTest::notDurations_data() {
    QTest::addColumn<QByteArray>("text");
    for (const char* text :
         {"", "s", "ms", "-1s", "-1", "+5", "1 s", "1.5s", "1S", "1sec", "1d", "1m30s", "s1",
          "18446744073709551616", "9223372036854775807", "9223372036854775807h", "1KiB"})
        QTest::newRow(text) << QByteArray(text);
}

void UnitsTest::notDurations() {
    QFETCH(QByteArray, text);
    QVERIFY(!parseDuration(text.toStdString()).has_value());
}

QTEST_APPLESS_MAIN(UnitsTest)
#include "UnitsTest.moc"
