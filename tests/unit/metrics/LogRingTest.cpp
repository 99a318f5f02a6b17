#include "metrics/LogRing.h"

#include <QByteArray>
#include <QTest>

#include <string>
#include <utility>

using namespace chinwag::metrics;

namespace {

LogEntry entry(std::string message, LogSeverity severity = LogSeverity::Info,
               std::string category = "chinwag.test") {
    return {0, {}, severity, std::move(category), std::move(message)};
}

QByteArray messages(const LogPage& page) {
    QByteArray all;
    for (const auto& one : page.entries)
        all += QByteArray::fromStdString(one.message);
    return all;
}

} // namespace

class LogRingTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void emptyRing();
    void newestFirst();
    void pagesMakeUpTheWhole();
    void levels();
    void words();
    void oldestGoByNumber();
    void oldestGoByBytes();
    void longMessageIsCutBetweenCharacters();
};

void LogRingTest::emptyRing() {
    LogRing ring;
    const auto page = ring.find({});
    QVERIFY(page.entries.empty());
    QCOMPARE(page.next, std::uint64_t{0});
}

void LogRingTest::newestFirst() {
    LogRing ring;
    for (const char* message : {"a", "b", "c"})
        ring.add(entry(message));
    const auto page = ring.find({});
    QCOMPARE(messages(page), QByteArray("cba"));
    QCOMPARE(page.entries.front().seq, std::uint64_t{3});
    QCOMPARE(page.next, std::uint64_t{0});
}

void LogRingTest::pagesMakeUpTheWhole() {
    LogRing ring;
    for (const char* message : {"a", "b", "c", "d"})
        ring.add(entry(message));
    LogQuery query;
    query.limit = 2;
    auto page = ring.find(query);
    QCOMPARE(messages(page), QByteArray("dc"));
    QCOMPARE(page.next, std::uint64_t{3});
    ring.add(entry("e")); // moves nothing that is paged through
    query.before = page.next;
    page = ring.find(query);
    QCOMPARE(messages(page), QByteArray("ba"));
    QCOMPARE(page.next, std::uint64_t{0});
}

void LogRingTest::levels() {
    LogRing ring;
    ring.add(entry("d", LogSeverity::Debug));
    ring.add(entry("i", LogSeverity::Info));
    ring.add(entry("w", LogSeverity::Warning));
    ring.add(entry("e", LogSeverity::Error));
    LogQuery query;
    QCOMPARE(messages(ring.find(query)), QByteArray("ewid"));
    query.least = LogSeverity::Warning;
    query.limit = 2; // what the level leaves out makes no page
    QCOMPARE(messages(ring.find(query)), QByteArray("ew"));
    QCOMPARE(ring.find(query).next, std::uint64_t{0});
}

void LogRingTest::words() {
    LogRing ring;
    ring.add(entry("Alice came", LogSeverity::Info, "chinwag.net"));
    ring.add(entry("Bob came", LogSeverity::Info, "chinwag.AUTH"));
    LogQuery query;
    query.text = "aLICE";
    QCOMPARE(messages(ring.find(query)), QByteArray("Alice came"));
    query.text = "auth";
    QCOMPARE(messages(ring.find(query)), QByteArray("Bob came"));
    query.text = "nobody";
    QVERIFY(ring.find(query).entries.empty());
}

void LogRingTest::oldestGoByNumber() {
    LogRing ring;
    for (std::size_t i = 0; i < LogRing::maxEntries + 5; ++i)
        ring.add(entry("x"));
    LogQuery query;
    query.limit = LogRing::maxEntries * 2;
    const auto page = ring.find(query);
    QCOMPARE(page.entries.size(), LogRing::maxEntries);
    QCOMPARE(page.entries.back().seq, std::uint64_t{6});
}

void LogRingTest::oldestGoByBytes() {
    LogRing ring;
    const std::string message(LogRing::maxMessage, 'x');
    constexpr auto wouldFit = LogRing::maxBytes / LogRing::maxMessage;
    for (std::size_t i = 0; i < wouldFit * 2; ++i)
        ring.add(entry(message));
    LogQuery query;
    query.limit = wouldFit * 2;
    const auto page = ring.find(query);
    QVERIFY(page.entries.size() < wouldFit);
    QVERIFY(page.entries.size() > wouldFit / 2);
    QCOMPARE(page.entries.front().seq, std::uint64_t{wouldFit * 2});
}

void LogRingTest::longMessageIsCutBetweenCharacters() {
    LogRing ring;
    std::string message(LogRing::maxMessage - 5, 'x');
    for (int i = 0; i < 5; ++i)
        message += "\xc3\xa4";
    ring.add(entry(message));
    const auto kept = ring.find({}).entries.front().message;
    QVERIFY(kept.size() <= LogRing::maxMessage);
    QCOMPARE(QByteArray::fromStdString(kept).right(5), QByteArray("\xc3\xa4\xe2\x80\xa6").right(5));
    QCOMPARE(QString::fromStdString(kept).count(QChar(QChar::ReplacementCharacter)), 0);
}

QTEST_GUILESS_MAIN(LogRingTest)
#include "LogRingTest.moc"
