#include "ConfigSupport.h"
#include "config/Suggestion.h"

#include <QRegularExpression>

using namespace chinwag::config;
using chinwag::test::Folder;
using chinwag::test::loadFlags;
using chinwag::test::loadText;
using chinwag::test::loadVariable;

class LoaderTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void nothingAtAll();
    void fileFaults_data();
    void fileFaults();
    void variableFaults_data();
    void variableFaults();
    void flagFaults_data();
    void flagFaults();
    void foreignVariables_data();
    void foreignVariables();
    void reportsAllAtOnce();
    void oneFaultForAnUnknownSection();
    void unreadableFiles_data();
    void unreadableFiles();
    void unreadableServerFiles();
    void webRootNeedsItsPage();
    void fileFromVariable();
    void listFlagsAddUp();
    void lastFlagWins();
    void followsTheCertificate();
    void burstDefaultsToTheRate();
    void readsTheEnvironment();
    void faultsPrintOnOneLine();
    void suggestions();

private:
    Folder folder_;
};

void LoaderTest::nothingAtAll() {
    const auto result = load({});
    QCOMPARE(chinwag::test::text(result.faults), QByteArray());
    QVERIFY(result.file.empty());
    QCOMPARE(result.settings.server.listen.size(), std::size_t(1));
    QCOMPARE(toString(result.settings.server.listen[0]), std::string("127.0.0.1:8000"));
    QVERIFY(loadText(folder_, "").faults.empty());
    QVERIFY(loadText(folder_, "\xef\xbb\xbf[server]\r\n[client]\r\n").faults.empty());
}

// Of every file exactly one fault is expected: its line, its key, and a piece of what it says.
void LoaderTest::fileFaults_data() {
    chinwag::test::addFaultColumns();
    const auto row = chinwag::test::faultRow;
    row("no TOML", "[server\n", 1, "", "TOML");
    row("no TOML later", "[server]\nworkers = 1\nworkers ==\n", 3, "", "TOML");
    row("twice the same key", "[server]\nworkers = 1\nworkers = 2\n", 3, "", "TOML");
    row("no UTF-8", "[server]\nweb_root = \"\xff\"\n", 2, "", "TOML");
    row("key before sections", "workers = 1\n", 1, "workers", "did you mean server.workers");
    row("unknown key before sections", "\nbanana = 1\n", 2, "banana", "before the first section");
    row("section as a key", "server = 1\n", 1, "server", "[server]");
    row("section as a list", "[[server]]\nworkers = 1\n", 1, "server", "is a section");
    row("unknown section", "[sever]\nworkers = 1\n", 1 + 1, "[sever]", "did you mean [server]");
    row("empty unknown section", "\n[banana]\n", 2, "[banana]", "not a known section");
    row("misspelt key", "[server]\nlisen = []\n", 2, "server.lisen", "did you mean listen");
    row("letters exchanged", "[client]\npnig = 3\n", 2, "client.pnig", "did you mean ping");
    row("key of another section", "[server]\nping = 3\n", 2, "server.ping", "did you mean client.ping");
    row("key like no other", "[server]\nbanana = 3\n", 2, "server.banana", "is not a known key");
    row("section in a section", "[server.tls]\nkey = 3\n", 1, "server.tls", "is not a known key");
    row("upper case", "[server]\nWorkers = 1\n", 2, "server.Workers", "did you mean workers");
    row("text for a number", "[server]\nworkers = \"2\"\n", 2, "server.workers", "\"2\" is not allowed");
    row("number for a text", "[server]\nweb_root = 2\n", 2, "server.web_root", "2 is not allowed");
    row("text for a boolean", "[metrics]\nenabled = \"true\"\n", 2, "metrics.enabled",
        "allowed: true, false");
    row("number for a boolean", "[metrics]\nenabled = 1\n", 2, "metrics.enabled", "allowed: true, false");
    row("boolean for a number", "[server]\nworkers = true\n", 2, "server.workers", "true is not allowed");
    row("boolean for a duration", "[client]\nping = true\n", 2, "client.ping", "true is not allowed");
    row("text for a list", "[server]\nlisten = \"127.0.0.1:1\"\n", 2, "server.listen", "a list of");
    row("list for a text", "[server]\nweb_root = [\"/\"]\n", 2, "server.web_root", "a list is not allowed");
    row("negative", "[server]\nworkers = -1\n", 2, "server.workers", "from 0 to 256");
    row("negative seconds", "[client]\nping = -5\n", 2, "client.ping", "-5 is not allowed");
    row("too large", "[server]\nworkers = 257\n", 2, "server.workers", "from 0 to 256");
    row("very large", "[server]\nworkers = 9223372036854775807\n", 2, "server.workers", "from 0 to 256");
    row("size too small", "[server]\nmax_head = 1023\n", 2, "server.max_head", "from 1KiB to 1MiB");
    row("size too large", "[server]\nmax_head = \"2MiB\"\n", 2, "server.max_head", "from 1KiB to 1MiB");
    row("size in other units", "[server]\nmax_head = \"8KB\"\n", 2, "server.max_head", "\"8KB\"");
    row("duration too short", "[client]\nping = \"1ms\"\n", 2, "client.ping", "from 50ms to 1h");
    row("duration without a number", "[client]\nping = \"s\"\n", 2, "client.ping", "\"s\" is not allowed");
    row("very long duration", "[client]\nping = 9223372036854775807\n", 2, "client.ping", "from 50ms");
    row("no word of the choice", "[log]\nlevel = \"loud\"\n", 2, "log.level", "debug, info, warning, error");
    row("a choice in upper case", "[log]\nlevel = \"INFO\"\n", 2, "log.level", "debug, info");
    row("an empty choice", "[log]\nformat = \"\"\n", 2, "log.format", "auto, text, json, journal");
    row("an entry of a list", "[server]\norigins = [\n\"https://a.example\",\n\"b.example\",\n]\n", 4,
        "server.origins", "\"b.example\" is not allowed");
    row("an address", "[server]\nlisten = [\"chat.example.org:80\"]\n", 2, "server.listen", "an IP address");
    row("a proxy", "[server]\ntrusted_proxies = [\"proxy\"]\n", 2, "server.trusted_proxies", "networks");
    row("a file name with NUL", "[server]\nweb_root = \"a\\u0000b\"\n", 2, "server.web_root", "a\\x00b");
    row("nowhere to listen", "[server]\nlisten = []\n", 2, "server.listen", "at least one address");
    row("twice the same address", "[server]\nlisten = [\"127.0.0.1:1\", \"http://127.0.0.1:1\"]\n", 2,
        "server.listen", "is there twice");
    row("internal is public", "[server]\ninternal_listen = \"127.0.0.1:8000\"\n", 2, "server.internal_listen",
        "another port");
    row("TLS without certificate", "[server]\nlisten = [\"https://127.0.0.1:1\"]\n", 2, "server.listen",
        "there is no certificate");
    row("internal TLS without one", "[server]\ninternal_listen = \"https://127.0.0.1:1\"\n", 2,
        "server.internal_listen", "there is no certificate");
    row("pong as long as ping", "[client]\nping = 5\npong = 5\n", 3, "client.pong", "less than 5s");
    row("ping below the default pong", "[client]\nping = 8\n", 2, "client.pong", "not shorter than ping");
    row("burst below rate", "[client]\nmessage_rate = 5\nmessage_burst = 4\n", 3, "client.message_burst",
        "at least 5");
    row("burst without rate", "[client]\nmessage_burst = 4\n", 2, "client.message_burst", "message_rate");
    row("sound values beside a wrong one", "[client]\nping = \"x\"\npong = \"30s\"\n", 2, "client.ping",
        "\"x\"");
    row("an escape sequence", "[log]\nlevel = \"\\u001b[2J\\nforged\"\n", 2, "log.level",
        "\\x1b[2J\\x0aforged");
}

void LoaderTest::fileFaults() {
    chinwag::test::expectFault(folder_);
}

void LoaderTest::variableFaults_data() {
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char* name, const char* value, const char* says) {
        QTest::addRow("%s=%s", name, value) << QByteArray(name) << QByteArray(value) << QByteArray(says);
    };
    row("CHINWAG_SERVER_WORKER", "1", "did you mean CHINWAG_SERVER_WORKERS?");
    row("CHINWAG_WORKERS", "1", "is not a known variable");
    row("CHINWAG_PORT", "9000", "is not a known variable");
    row("CHINWAG_BANANA", "", "is not a known variable");
    row("CHINWAG_SERVER_WORKERS", "", "\"\" is not allowed");
    row("CHINWAG_SERVER_WORKERS", "two", "\"two\" is not allowed");
    row("CHINWAG_SERVER_WORKERS", "-1", "a whole number");
    row("CHINWAG_SERVER_WORKERS", "1.0", "a whole number");
    row("CHINWAG_SERVER_WORKERS", "1KiB", "a whole number");
    row("CHINWAG_SERVER_MAX_HEAD", "8s", "a size");
    row("CHINWAG_CLIENT_PING", "8KiB", "a duration");
    row("CHINWAG_METRICS_ENABLED", "yes", "true, false");
    row("CHINWAG_METRICS_ENABLED", "True", "true, false");
    row("CHINWAG_LOG_LEVEL", "verbose", "debug, info, warning, error");
    row("CHINWAG_SERVER_LISTEN", "", "at least one address");
    row("CHINWAG_SERVER_LISTEN", "127.0.0.1:1,", "\"\" is not allowed");
    row("CHINWAG_SERVER_LISTEN", "127.0.0.1:1,,127.0.0.1:2", "\"\" is not allowed");
    row("CHINWAG_SERVER_LISTEN", "127.0.0.1:1 127.0.0.1:2", "is not allowed");
    row("CHINWAG_SERVER_ORIGINS", "https://a.example, b.example", "\"b.example\" is not allowed");
}

void LoaderTest::variableFaults() {
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, says);
    const auto result = loadVariable(name.toStdString(), value.toStdString());
    QVERIFY2(result.faults.size() == 1, chinwag::test::text(result.faults));
    const auto text = QByteArray::fromStdString(toString(result.faults.front()));
    QVERIFY2(text.startsWith(QByteArray(name + ':')), text);
    QVERIFY2(text.contains(says), text);
}

void LoaderTest::flagFaults_data() {
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("address") << QByteArray("listen") << QByteArray("8000");
    QTest::newRow("internal address") << QByteArray("internal-listen") << QByteArray(":9000");
    QTest::newRow("number") << QByteArray("workers") << QByteArray("all");
    QTest::newRow("directory") << QByteArray("web-root") << QByteArray("/does/not/exist");
    QTest::newRow("level") << QByteArray("log-level") << QByteArray("trace");
    QTest::newRow("format") << QByteArray("log-format") << QByteArray("xml");
}

void LoaderTest::flagFaults() {
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    const auto result = loadFlags({{name.toStdString(), value.toStdString()}});
    QVERIFY2(result.faults.size() == 1, chinwag::test::text(result.faults));
    QCOMPARE(QByteArray::fromStdString(result.faults.front().where), "--" + name);
}

// Variables that are none of ours although they look like it.
void LoaderTest::foreignVariables_data() {
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("a test's") << QByteArray("CHINWAG_TEST_BIN") << QByteArray("/bin");
    QTest::newRow("service host") << QByteArray("CHINWAG_SERVICE_HOST") << QByteArray("10.0.0.1");
    QTest::newRow("service port") << QByteArray("CHINWAG_SERVICE_PORT") << QByteArray("8000");
    QTest::newRow("named service port") << QByteArray("CHINWAG_SERVICE_PORT_HTTP") << QByteArray("8000");
    QTest::newRow("port as a link") << QByteArray("CHINWAG_PORT") << QByteArray("tcp://10.0.0.1:8000");
    QTest::newRow("link") << QByteArray("CHINWAG_PORT_8000_TCP") << QByteArray("tcp://10.0.0.1:8000");
    QTest::newRow("link's part") << QByteArray("CHINWAG_PORT_8000_TCP_ADDR") << QByteArray("10.0.0.1");
    QTest::newRow("another service") << QByteArray("CHINWAG_REDIS_SERVICE_HOST") << QByteArray("10.0.0.2");
}

void LoaderTest::foreignVariables() {
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    const auto result = loadVariable(name.toStdString(), value.toStdString());
    QCOMPARE(chinwag::test::text(result.faults), QByteArray());
}

void LoaderTest::reportsAllAtOnce() {
    const auto file =
        folder_.write(QStringLiteral("chinwag.toml"), "[log]\nlevel = \"loud\"\n[server]\nworkers = -1\n"
                                                      "origins = [1, \"x\"]\nbanana = 1\n");
    const auto result =
        load({file, {{"CHINWAG_BANANA", "1"}, {"CHINWAG_CLIENT_PING", "x"}}, {{"listen", "x,y"}}});
    QStringList places;
    for (const auto& fault : result.faults)
        places << QString::fromStdString(fault.where).section(QLatin1Char('/'), -1);
    // In the order in which somebody goes through them: the file from top to bottom, then the rest.
    const QStringList expected{QStringLiteral("chinwag.toml:2"),
                               QStringLiteral("chinwag.toml:4"),
                               QStringLiteral("chinwag.toml:5"),
                               QStringLiteral("chinwag.toml:5"),
                               QStringLiteral("chinwag.toml:6"),
                               QStringLiteral("CHINWAG_BANANA"),
                               QStringLiteral("CHINWAG_CLIENT_PING"),
                               QStringLiteral("--listen"),
                               QStringLiteral("--listen")};
    QCOMPARE(places, expected);
}

void LoaderTest::oneFaultForAnUnknownSection() {
    const auto result = loadText(folder_, "[banana]\na = 1\nb = 2\n[apple]\nc = 1\n");
    QVERIFY2(result.faults.size() == 2, chinwag::test::text(result.faults));
}

void LoaderTest::unreadableFiles_data() {
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("missing") << QByteArray("/does/not/exist.toml") << QByteArray("No such file or directory");
    QTest::newRow("a directory") << QByteArray("/") << QByteArray("Is a directory");
    QTest::newRow("endless") << QByteArray("/dev/zero") << QByteArray("is longer than");
}

void LoaderTest::unreadableFiles() {
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, says);
    const auto result = load({path.toStdString(), {}, {}});
    QVERIFY2(result.faults.size() == 1, chinwag::test::text(result.faults));
    const auto text = QByteArray::fromStdString(toString(result.faults.front()));
    QVERIFY2(text.startsWith(QByteArray(path + ": ")) && text.contains(says), text);
}

void LoaderTest::unreadableServerFiles() {
    const auto pem = folder_.write(QStringLiteral("some.pem"), "PEM");
    const auto both = load({{},
                            {{"CHINWAG_SERVER_TLS_CERTIFICATE", "/does/not/exist.pem"},
                             {"CHINWAG_SERVER_TLS_KEY", folder_.path()}},
                            {}});
    QVERIFY2(both.faults.size() == 2, chinwag::test::text(both.faults));
    QVERIFY(both.faults[0].key == "server.tls_certificate" && both.faults[1].key == "server.tls_key");
    const auto alone = loadVariable("CHINWAG_SERVER_TLS_CERTIFICATE", pem);
    QVERIFY2(alone.faults.size() == 1, chinwag::test::text(alone.faults));
    QVERIFY(alone.faults[0].what.find("without tls_key") != std::string::npos);
    const auto key = loadVariable("CHINWAG_SERVER_TLS_KEY", pem);
    QVERIFY2(key.faults.size() == 1, chinwag::test::text(key.faults));
    QVERIFY(key.faults[0].what.find("without tls_certificate") != std::string::npos);
}

void LoaderTest::webRootNeedsItsPage() {
    Folder root;
    const auto empty = loadFlags({{"web-root", root.path()}});
    QVERIFY2(empty.faults.size() == 1, chinwag::test::text(empty.faults));
    const auto page = root.write(QStringLiteral("index.html"), "");
    QVERIFY(loadFlags({{"web-root", root.path()}}).faults.empty());
    QVERIFY(loadFlags({{"web-root", page}}).faults.size() == 1);
}

void LoaderTest::fileFromVariable() {
    const auto one = folder_.write(QStringLiteral("one.toml"), "[server]\nworkers = 1\n");
    const auto two = folder_.write(QStringLiteral("two.toml"), "[server]\nworkers = 2\n");
    const auto named = loadVariable("CHINWAG_CONFIG", one);
    QCOMPARE(named.settings.server.workers, std::uint64_t(1));
    QCOMPARE(named.file, one);
    const auto overridden = load({two, {{"CHINWAG_CONFIG", one}}, {}});
    QCOMPARE(overridden.settings.server.workers, std::uint64_t(2));
    QVERIFY(loadVariable("CHINWAG_CONFIG", "").faults.empty());
}

void LoaderTest::listFlagsAddUp() {
    const auto result = loadFlags({{"listen", "127.0.0.1:1"}, {"listen", "127.0.0.1:2,127.0.0.1:3"}});
    QCOMPARE(result.settings.server.listen.size(), std::size_t(3));
    QCOMPARE(int(result.settings.server.listen[2].port), 3);
}

void LoaderTest::lastFlagWins() {
    const auto result = loadFlags({{"workers", "1"}, {"workers", "2"}});
    QCOMPARE(result.settings.server.workers, std::uint64_t(2));
}

void LoaderTest::followsTheCertificate() {
    ServerSettings server;
    QVERIFY(!server.secure({}));
    QVERIFY(server.secure({ListenAddress::Scheme::Https, "127.0.0.1", 1}));
    server.tlsCertificate = "some.pem";
    QVERIFY(server.secure({}));
    QVERIFY(!server.secure({ListenAddress::Scheme::Http, "127.0.0.1", 1}));
}

void LoaderTest::burstDefaultsToTheRate() {
    ClientSettings client;
    QCOMPARE(client.burst(), std::uint64_t(0));
    client.messageRate = 10;
    QCOMPARE(client.burst(), std::uint64_t(10));
    client.messageBurst = 30;
    QCOMPARE(client.burst(), std::uint64_t(30));
}

void LoaderTest::readsTheEnvironment() {
    const char* const environment[] = {"PATH=/bin",    "CHINWAG_SERVER_WORKERS=2", "CHINWAG_A=b=c",
                                       "CHINWAGLED=1", "CHINWAG_NO_EQUALS",        nullptr};
    const auto found = environmentFrom(environment);
    QCOMPARE(found.size(), std::size_t(2));
    QCOMPARE(found[0].name, std::string("CHINWAG_SERVER_WORKERS"));
    QCOMPARE(found[1].text, std::string("b=c"));
    QVERIFY(environmentFrom(nullptr).empty());
}

void LoaderTest::faultsPrintOnOneLine() {
    const Fault fault{"a\nb:1", "server.\x1b", "is wrong", {}};
    QCOMPARE(toString(fault), std::string("a\\x0ab:1: server.\\x1b: is wrong"));
    QCOMPARE(chinwag::config::inQuotes("\x7f\t"), std::string("\"\\x7f\\x09\""));
    // The 80th byte lies inside a letter of two bytes.
    QCOMPARE(chinwag::config::inQuotes(std::string(79, 'a') + "\xc3\xa4zzz"),
             '"' + std::string(79, 'a') + "...\"");
}

void LoaderTest::suggestions() {
    const std::vector<std::string> names{"listen", "workers", "ping", "pong"};
    QVERIFY(nearest("lissten", names) == "listen");
    QVERIFY(nearest("pang", names) == "ping");
    QVERIFY(!nearest("", names).has_value());
    QVERIFY(!nearest("banana", names).has_value());
    QVERIFY(!nearest(std::string(10'000, 'x'), names).has_value());
    QVERIFY(!nearest("listen", std::vector<std::string>{}).has_value());
}

QTEST_APPLESS_MAIN(LoaderTest)
#include "LoaderTest.moc"
