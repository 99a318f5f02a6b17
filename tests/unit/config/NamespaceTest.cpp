// The tables [[namespace]]: what they change, what is wrong with them, and how they are printed.
#include "ConfigSupport.h"
#include "config/Key.h"
#include "config/Printer.h"

#include <QTest>

#include <algorithm>

using namespace chinwag::config;
using chinwag::test::Folder;
using chinwag::test::loadText;

namespace {

const NamespaceSettings* find(const Settings& settings, std::string_view name) {
    const auto found = std::find_if(settings.namespaces.begin(), settings.namespaces.end(),
                                    [&](const auto& one) { return one.name == name; });
    return found == settings.namespaces.end() ? nullptr : &*found;
}

constexpr const char* everything = "[[namespace]]\n"
                                   "name = \"news\"\n"
                                   "history_size = 20\n"
                                   "history_bytes = \"1MiB\"\n"
                                   "history_ttl = \"2m\"\n"
                                   "durable = true\n"
                                   "retention_age = \"720h\"\n"
                                   "retention_count = 5000\n"
                                   "presence = true\n"
                                   "join_leave = true\n"
                                   "recover = true\n"
                                   "cache = true\n"
                                   "positioned = true\n"
                                   "subscribe = \"users\"\n"
                                   "publish = \"anyone\"\n"
                                   "max_message = 300\n";

} // namespace

class NamespaceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readyMadeOnes() {
        const Settings settings;
        QCOMPARE(settings.namespaces.size(), std::size_t{3});
        QVERIFY(find(settings, "chat")->durable);
        QCOMPARE(find(settings, "")->historySize, std::uint64_t{0});
        QVERIFY(find(settings, "score")->cache);
        QVERIFY(find(settings, "score")->publish == Audience::Nobody);
    }

    void everyKeyOfANewOne() {
        const auto result = loadText(folder_, everything);
        QCOMPARE(chinwag::test::text(result.faults), QByteArray());
        QCOMPARE(result.settings.namespaces.size(), std::size_t{4});
        const auto& news = *find(result.settings, "news");
        QCOMPARE(news.historySize, std::uint64_t{20});
        QCOMPARE(news.historyBytes, std::uint64_t{1024 * 1024});
        QVERIFY(news.historyTtl == std::chrono::minutes(2));
        QVERIFY(news.retentionAge == std::chrono::hours(720));
        QCOMPARE(news.retentionCount, std::uint64_t{5000});
        QVERIFY(news.durable && news.presence && news.joinLeave && news.recover && news.cache);
        QVERIFY(news.positioned && news.subscribe == Audience::Users && news.publish == Audience::Anyone);
        QCOMPARE(news.maxMessage, std::uint64_t{300});
    }

    void aNewOneAllowsNothingByItself() {
        const auto result = loadText(folder_, "[[namespace]]\nname = \"quiet\"\n");
        QCOMPARE(chinwag::test::text(result.faults), QByteArray());
        const auto& quiet = *find(result.settings, "quiet");
        QVERIFY(quiet.subscribe == Audience::Nobody && quiet.publish == Audience::Nobody && !quiet.presence);
    }

    void theOperatorsOwnIsNotForSale() {
        const auto result = loadText(folder_, "[[namespace]]\nname = \"admin\"\nsubscribe = \"anyone\"\n");
        const auto faults = chinwag::test::text(result.faults);
        QVERIFY2(faults.contains("namespace.name") && faults.contains("the operators' own"), faults);
        QVERIFY(find(result.settings, "admin") == nullptr);
    }

    void aReadyMadeOneKeepsWhatIsNotNamed() {
        const auto result =
            loadText(folder_, "[[namespace]]\nname = \"chat\"\npresence = false\n\n[[namespace]]\n"
                              "name = \"\"\npublish = \"nobody\"\n");
        QCOMPARE(chinwag::test::text(result.faults), QByteArray());
        QCOMPARE(result.settings.namespaces.size(), std::size_t{3});
        const auto& chat = *find(result.settings, "chat");
        QVERIFY(!chat.presence && chat.durable && chat.recover && chat.historySize == 100);
        QVERIFY(find(result.settings, "")->publish == Audience::Nobody);
    }

    void faults_data() {
        chinwag::test::addFaultColumns();
        const auto row = chinwag::test::faultRow;
        row("no name", "[[namespace]]\npresence = true\n", 1, "namespace.name", "is missing; allowed: up to");
        row("no key at all", "\n[[namespace]]\n", 2, "namespace.name", "is missing");
        row("a colon", "[[namespace]]\nname = \"a:b\"\n", 2, "namespace.name", "\"a:b\" is not allowed");
        row("a dollar", "[[namespace]]\nname = \"$a\"\n", 2, "namespace.name", "letters");
        row("a number for a name", "[[namespace]]\nname = 5\n", 2, "namespace.name", "5 is not allowed");
        row("twice", "[[namespace]]\nname = \"a\"\n[[namespace]]\nname = \"a\"\n", 4, "namespace.name",
            "\"a\" is there twice; allowed: every namespace once");
        row("unknown key", "[[namespace]]\nname = \"a\"\npresense = true\n", 3, "namespace.presense",
            "did you mean presence?");
        row("no word", "[[namespace]]\nname = \"a\"\nsubscribe = \"all\"\n", 3, "namespace.subscribe",
            "nobody, users, anyone");
        row("too many", "[[namespace]]\nname = \"a\"\nhistory_size = 100001\n", 3, "namespace.history_size",
            "from 0 to 100000");
        row("durable without history", "[[namespace]]\nname = \"a\"\ndurable = true\n", 3,
            "namespace.durable", "wants a history; allowed: false, or a history_size above 0");
        row("recover without history", "[[namespace]]\nname = \"a\"\nrecover = true\n", 3,
            "namespace.recover", "wants a history");
        row("cache without history", "[[namespace]]\nname = \"a\"\ncache = true\n", 3, "namespace.cache",
            "wants a history");
        row("an age of nothing", "[[namespace]]\nname = \"a\"\nretention_age = \"1h\"\n", 3,
            "namespace.retention_age", "does nothing where nothing is kept; allowed: 0, or durable = true");
        row("a count of nothing", "[[namespace]]\nname = \"a\"\nretention_count = 9\n", 3,
            "namespace.retention_count", "does nothing where nothing is kept");
        row("one table", "[namespace]\nname = \"a\"\n", 2, "namespace", "allowed: [[namespace]]");
        row("a value", "namespace = \"a\"\n", 1, "namespace", "allowed: [[namespace]]");
        row("durable without a store",
            "[store]\nurl = \"none\"\n[[namespace]]\nname = \"a\"\nhistory_size = 1\ndurable = true\n", 6,
            "namespace.durable", "store.url is \"none\"; allowed: false, or a store.url");
    }

    void faults() { chinwag::test::expectFault(folder_); }

    void allFaultsAtOnce() {
        const auto result = loadText(folder_, "[[namespace]]\nname = \"a\"\npresence = 1\ncache = 2\n\n"
                                              "[[namespace]]\npublish = \"x\"\n");
        QCOMPARE(result.faults.size(), std::size_t{4});
    }

    void theHistoryOfAReadyMadeOneIsWanted() {
        const auto result = loadText(folder_, "[[namespace]]\nname = \"chat\"\nhistory_size = 0\n");
        QCOMPARE(result.faults.size(), std::size_t{2}); // for durable and for recover
        QCOMPARE(result.faults[0].key, std::string("namespace.history_size"));
        QVERIFY(result.faults[0].allowed.find("durable = false") != std::string::npos);
    }

    void chatNeedsNoStoreUnlessItSaysSo() {
        const auto silent = loadText(folder_, "[store]\nurl = \"none\"\n");
        QCOMPARE(chinwag::test::text(silent.faults), QByteArray());
        const auto path =
            folder_.write(QStringLiteral("chinwag.toml"), "[[namespace]]\nname = \"chat\"\ndurable = true\n");
        const auto flagged = load({path, {}, {{"database", "none"}}});
        QCOMPARE(flagged.faults.size(), std::size_t{1});
        QCOMPARE(flagged.faults[0].where, path + ":3");
    }

    void theEnvironmentHasNoFormForThem() {
        const auto result = chinwag::test::loadVariable("CHINWAG_NAMESPACE_NAME", "a");
        QCOMPARE(result.faults.size(), std::size_t{1});
        QVERIFY(result.faults[0].what.find("is not a known variable") != std::string::npos);
    }

    void printedOnesAreReadBack() {
        const auto result =
            loadText(folder_, QByteArray(everything) + "[[namespace]]\nname = \"score\"\nhistory_size = 9\n");
        const auto printed = print(result.settings);
        QVERIFY(printed.find("\n[[namespace]]\nname = \"news\"\nhistory_size = 20\n") != std::string::npos);
        QVERIFY(printed.find("\n[[namespace]]\nname = \"score\"\nhistory_size = 9\n#") != std::string::npos);
        QVERIFY(printed.find("\n#[[namespace]]\n#name = \"chat\"\n#history_size = 100\n") !=
                std::string::npos);
        const auto again = loadText(folder_, QByteArray::fromStdString(printed));
        QCOMPARE(chinwag::test::text(again.faults), QByteArray());
        QCOMPARE(print(again.settings), printed);
    }

    void theExampleExplainsEveryKey() {
        const auto text = print(Settings{});
        for (const auto& key : namespaceKeys())
            QVERIFY2(text.find("\n# " + std::string(key.name) + ": ") != std::string::npos, key.name.data());
    }

    void aChangeTakesARestart() {
        const auto result = loadText(folder_, everything);
        QCOMPARE(restartKeys(Settings{}, result.settings), std::vector<std::string>{"namespace"});
    }

private:
    Folder folder_;
};

QTEST_APPLESS_MAIN(NamespaceTest)
#include "NamespaceTest.moc"
