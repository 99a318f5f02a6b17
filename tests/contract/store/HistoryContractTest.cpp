// What every kind of store does with publications: keeping, ordering, reading, searching.
#include "Backends.h"

#include <thread>

using namespace chinwag::test;

class HistoryContractTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { addBackendRows(true); }
    void initTestCase() {
        const QString why = backends_.prepare();
        QVERIFY2(why.isEmpty(), qPrintable(why));
    }
    void init() {
        store_ = backends_.make();
        QVERIFY(store_ != nullptr);
    }
    void cleanup() { store_.reset(); }

    void isReadBackByteForByte() {
        auto one = publication("chat:lobby", 7, "");
        one->data = "{\"text\":\"\\u0000 it's \\\"so\\\" \xEF\xBB\xBF\xF0\x9F\x98\x80 ? :a %1 \\\\ ; --\"}";
        one->info = "{\"name\": \"\xC3\x84nne\"}";
        one->tags = "{\"a\":\"b\"}";
        one->clientId = "mine\xEF\xBB\xBF";
        QVERIFY(!append(*store_, one));
        const Messages all = page(*store_, "chat:lobby");
        QCOMPARE(all.size(), std::size_t{1});
        const StoredPublication& back = all.front().publication;
        QCOMPARE(all.front().state, State::Kept);
        QVERIFY(all.front().seq > 0);
        QCOMPARE(back.channel, one->channel);
        QCOMPARE(back.epoch, one->epoch);
        QCOMPARE(back.offset, one->offset);
        QCOMPARE(back.time, one->time);
        QCOMPARE(back.data, one->data);
        QCOMPARE(back.info, one->info);
        QCOMPARE(back.tags, one->tags);
        QCOMPARE(back.id, one->id);
        QCOMPARE(back.clientId, one->clientId);
        QCOMPARE(back.user, one->user);
        QCOMPARE(back.text, std::string());
    }

    void historyIsReadByOffset_data() {
        QTest::addColumn<int>("since");
        QTest::addColumn<int>("limit");
        QTest::addColumn<bool>("reverse");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("all") << -1 << 100 << false << QByteArray("1 2 3 4 5");
        QTest::newRow("first two") << -1 << 2 << false << QByteArray("1 2");
        QTest::newRow("last two") << -1 << 2 << true << QByteArray("5 4");
        QTest::newRow("since the beginning") << 0 << 100 << false << QByteArray("1 2 3 4 5");
        QTest::newRow("since 3") << 3 << 100 << false << QByteArray("4 5");
        QTest::newRow("since 3, one") << 3 << 1 << false << QByteArray("4");
        QTest::newRow("before 3") << 3 << 100 << true << QByteArray("2 1");
        QTest::newRow("before 3, one") << 3 << 1 << true << QByteArray("2");
        QTest::newRow("since the end") << 5 << 100 << false << QByteArray();
        QTest::newRow("since beyond") << 9 << 100 << false << QByteArray();
        QTest::newRow("before the first") << 1 << 100 << true << QByteArray();
        QTest::newRow("none") << -1 << 0 << false << QByteArray();
    }
    void historyIsReadByOffset() {
        QFETCH(const int, since);
        QFETCH(const int, limit);
        QFETCH(const bool, reverse);
        QCOMPARE(appendMany(*store_, "chat:a", 5), 5);
        QCOMPARE(appendMany(*store_, "chat:b", 9), 9);
        chinwag::hub::HistoryQuery query{"chat:a", {}, {}, static_cast<std::size_t>(limit), reverse};
        if (since >= 0)
            query.since = static_cast<std::uint64_t>(since);
        const auto read = history(*store_, query);
        QTEST(offsets(read.messages), "expected");
        QCOMPARE(read.top, std::uint64_t{5});
        QCOMPARE(read.epoch, std::string("e1"));
    }

    void aChannelWithoutHistoryHasNone() {
        const auto read = history(*store_, {"chat:nowhere", {}, {}, 10, false});
        QVERIFY(read.messages.empty());
        QCOMPARE(read.top, std::uint64_t{0});
        QVERIFY(read.epoch.empty());
        QVERIFY(page(*store_, "chat:nowhere").empty());
        QVERIFY(search(*store_, "chat:nowhere", "hello").empty());
    }

    void anotherEpochBeginsAnotherStream() {
        QCOMPARE(appendMany(*store_, "chat:a", 3, "e1"), 3);
        QCOMPARE(appendMany(*store_, "chat:a", 2, "e2"), 2);
        const auto latest = history(*store_, {"chat:a", {}, {}, 10, false});
        QCOMPARE(latest.epoch, std::string("e2"));
        QCOMPARE(latest.top, std::uint64_t{2});
        QCOMPARE(offsets(latest.messages), QByteArray("1 2"));
        const auto former = history(*store_, {"chat:a", "e1", 1, 10, false});
        QCOMPARE(former.epoch, std::string("e1"));
        QCOMPARE(former.top, std::uint64_t{3});
        QCOMPARE(offsets(former.messages), QByteArray("2 3"));
        QVERIFY(history(*store_, {"chat:a", "e0", {}, 10, false}).epoch.empty());
    }

    void pagesGoBackThroughAllEpochs() {
        QCOMPARE(appendMany(*store_, "chat:a", 3, "e1"), 3);
        QCOMPARE(appendMany(*store_, "chat:b", 3, "e1"), 3);
        QCOMPARE(appendMany(*store_, "chat:a", 2, "e2"), 2);
        const Messages first = page(*store_, "chat:a", 0, 3);
        QCOMPARE(offsets(first), QByteArray("2 1 3"));
        const Messages second = page(*store_, "chat:a", first.back().seq, 3);
        QCOMPARE(offsets(second), QByteArray("2 1"));
        QVERIFY(page(*store_, "chat:a", second.back().seq, 3).empty());
        // And the other way, from one in the middle.
        const auto after = valueOf<Messages>([&](auto done) {
            store_->page({"chat:a", 0, 2, second.back().seq}, std::move(done));
        });
        QCOMPARE(offsets(after), QByteArray("3 2"));
        QVERIFY(valueOf<Messages>([&](auto done) {
                    store_->page({"chat:a", 0, 2, first.front().seq}, std::move(done));
                }).empty());
        for (std::size_t i = 1; i < first.size(); ++i)
            QVERIFY(first[i].seq < first[i - 1].seq);
    }

    // Publications are told before they are on disk; who comes right after that must find them.
    void whatWaitsToBeWrittenIsFound() {
        constexpr int rounds = 50;
        const auto tell = [this](const char* channel, int offset) {
            auto one = publication(channel, static_cast<std::uint64_t>(offset));
            one->awaited = false;
            store_->append(one, [](const auto&) {});
            return one->id;
        };
        for (int i = 1; i <= rounds; ++i) {
            tell("chat:a", i);
            const Messages newest = page(*store_, "chat:a", 0, 1);
            QCOMPARE(offsets(newest), QByteArray::number(i));
            const std::string id = tell("chat:b", i);
            const auto found =
                valueOf<StoredMessage>([&](auto done) { store_->find("chat:b", id, std::move(done)); });
            QCOMPARE(found.publication.offset, static_cast<std::uint64_t>(i));
        }
    }

    void theSameAgainIsKeptOnce() {
        QVERIFY(!append(*store_, publication("chat:a", 1, "once")));
        QVERIFY(!append(*store_, publication("chat:a", 1, "once")));
        QCOMPARE(offsets(page(*store_, "chat:a")), QByteArray("1"));
    }

    void anotherAtTheSamePlaceIsRefusedAlone() {
        std::atomic<int> answered{0};
        std::vector<std::optional<StoreError>> errors(30);
        for (std::size_t i = 0; i < errors.size(); ++i) {
            auto one = publication("chat:a", i + 1);
            if (i == 17) {
                one->offset = 5;
                one->id = "impostor";
            }
            store_->append(one, [&, i](std::optional<StoreError> error) {
                errors[i] = std::move(error);
                ++answered;
            });
        }
        QVERIFY(QTest::qWaitFor([&] { return answered == 30; }, patienceMilliseconds));
        for (std::size_t i = 0; i < errors.size(); ++i)
            QCOMPARE(errors[i].has_value(), i == 17);
        QCOMPARE(errors[17]->kind, Kind::Refused);
        QVERIFY(!errors[17]->temporary());
        QCOMPARE(page(*store_, "chat:a").size(), std::size_t{29});
        QCOMPARE(store_->facts().appended, std::uint64_t{29});
        QCOMPARE(store_->facts().refused, std::uint64_t{1});
    }

    void positionsAreRaisedOnly() {
        QCOMPARE(appendMany(*store_, "chat:a", 3), 3);
        const auto set = [this](std::uint64_t top) {
            valueOf<StoreNothing>([&](auto done) {
                store_->setPositions({{"chat:a", "e1", top}, {"chat:new", "n", 8}}, std::move(done));
            });
        };
        set(9);
        QCOMPARE(history(*store_, {"chat:a", {}, {}, 0, false}).top, std::uint64_t{9});
        set(2);
        QCOMPARE(history(*store_, {"chat:a", {}, {}, 0, false}).top, std::uint64_t{9});
        QCOMPARE(history(*store_, {"chat:new", {}, {}, 0, false}).top, std::uint64_t{8});
    }

    void manyThreadsKeepTheOrderOfEachChannel() {
        constexpr int threads = 4;
        constexpr int each = 700;
        std::atomic<int> kept{0};
        std::vector<std::thread> publishers;
        publishers.reserve(threads);
        for (int t = 0; t < threads; ++t) {
            publishers.emplace_back([this, t, &kept] {
                for (int i = 1; i <= each; ++i)
                    store_->append(
                        publication("chat:" + std::to_string(t), static_cast<std::uint64_t>(i)),
                        [&kept](const std::optional<StoreError>& error) { kept += error ? 0 : 1; });
            });
        }
        for (std::thread& publisher : publishers)
            publisher.join();
        QVERIFY(QTest::qWaitFor([&] { return kept == threads * each; }, patienceMilliseconds));
        for (int t = 0; t < threads; ++t) {
            const auto read = history(*store_, {"chat:" + std::to_string(t), {}, {}, 10'000, false});
            QCOMPARE(read.messages.size(), std::size_t{each});
            for (std::size_t i = 0; i < read.messages.size(); ++i) {
                QCOMPARE(read.messages[i].publication.offset, i + 1);
                QVERIFY(i == 0 || read.messages[i].seq > read.messages[i - 1].seq);
            }
        }
    }

    void searchFinds_data() {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("a word") << "fox" << QByteArray("2 1");
        QTest::newRow("case") << "FOX" << QByteArray("2 1");
        QTest::newRow("two words") << "lazy fox" << QByteArray("1");
        QTest::newRow("the beginning of the last") << "quick fo" << QByteArray("2 1");
        QTest::newRow("not the beginning of another") << "qui fox" << QByteArray();
        QTest::newRow("accents") << "cafe" << QByteArray("3");
        QTest::newRow("accents asked for") << QString::fromUtf8("CAFÉ creme") << QByteArray("3");
        QTest::newRow("sharp s") << "HAUPTSTRASSE" << QByteArray("3");
        QTest::newRow("signs within") << "well-known" << QByteArray("4");
        QTest::newRow("signs within, otherwise") << "known-well" << QByteArray();
        QTest::newRow("digits") << "4711" << QByteArray("4");
        QTest::newRow("digits and letters") << "1e5 12ab" << QByteArray("4");
        QTest::newRow("Greek") << QString::fromUtf8("ΟΔΟΣ") << QByteArray("5");
        QTest::newRow("Cyrillic") << QString::fromUtf8("ПРИВЕТ") << QByteArray("5");
        QTest::newRow("Chinese") << QString::fromUtf8("你好") << QByteArray("6");
        QTest::newRow("Chinese, not in order") << QString::fromUtf8("好你") << QByteArray();
        QTest::newRow("Korean") << QString::fromUtf8("안녕") << QByteArray("6");
        QTest::newRow("nothing") << "" << QByteArray();
        QTest::newRow("signs only") << "* \" ( ) ' : & | ! -" << QByteArray();
        QTest::newRow("operators are words") << "fox OR cafe" << QByteArray();
        QTest::newRow("not a command") << "\" OR words : * --" << QByteArray();
        QTest::newRow("a quote") << "it's" << QByteArray("4");
        QTest::newRow("a column") << "words:fox" << QByteArray();
        QTest::newRow("another channel's") << "elsewhere" << QByteArray();
        QTest::newRow("unsearchable") << "silent" << QByteArray();
    }
    void searchFinds() {
        QFETCH(const QString, query);
        const char* const texts[] = {"The quick fox jumps over the lazy dog",
                                     "Quick foxtrot",
                                     "Caf\u00E9 cr\u00E8me, Hauptstra\u00DFe",
                                     "a well-known number: 4711, it's 1e5 or 12ab",
                                     "\u03BF\u03B4\u03CC\u03C2 \u043F\u0440\u0438\u0432\u0435\u0442",
                                     "\u4ED6\u8BF4\u4F60\u597D\u3002 \uC548\uB155\uD558\uC138\uC694"};
        std::uint64_t offset = 0;
        for (const char* const text : texts)
            QVERIFY(!append(*store_, publication("chat:a", ++offset, text)));
        auto silent = publication("chat:a", ++offset, "silent");
        silent->text.clear();
        QVERIFY(!append(*store_, silent));
        QVERIFY(!append(*store_, publication("chat:b", 1, "elsewhere")));
        QTEST(offsets(search(*store_, "chat:a", query.toStdString())), "expected");
    }

    void searchPagesBackwards() {
        QCOMPARE(appendMany(*store_, "chat:a", 7), 7);
        const Messages first = search(*store_, "chat:a", "hello", 0, 3);
        QCOMPARE(offsets(first), QByteArray("7 6 5"));
        const Messages second = search(*store_, "chat:a", "hello", first.back().seq, 10);
        QCOMPARE(offsets(second), QByteArray("4 3 2 1"));
    }

    void clientIdsAreRememberedSinceATime() {
        for (std::uint64_t i = 1; i <= 6; ++i) {
            auto one = publication("chat:a", i);
            if (i != 4)
                one->clientId = "c" + std::to_string(i);
            QVERIFY(!append(*store_, one));
        }
        const auto known = valueOf<std::vector<chinwag::hub::KnownClientId>>(
            [&](auto done) { store_->clientIdsSince(publication("chat:a", 3)->time, std::move(done)); });
        QCOMPARE(known.size(), std::size_t{3});
        QCOMPARE(known[0].clientId, std::string("c6"));
        QCOMPARE(known[0].id, std::string("e1-6"));
        QCOMPARE(known[2].clientId, std::string("c3"));
        QCOMPARE(known[2].offset, std::uint64_t{3});
    }

private:
    Backends backends_;
    std::unique_ptr<Store> store_;
};

QTEST_GUILESS_MAIN(HistoryContractTest)
#include "HistoryContractTest.moc"
