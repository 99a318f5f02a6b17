#include "config/Printer.h"
#include "KeySamples.h"
#include "config/Key.h"
#include "config/ValueWriter.h"

using namespace chinwag::config;

class PrinterTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void defaultsAreCommentedOut();
    void exampleIsUpToDate();
    void documentsEveryKey();
    void readsBackWhatItPrints();
    void readsBackTheDefaultsOnceUncommented();
    void secretsAreNotPrinted();
    void escapesText();
    void linesAreShort();
    void restartKeysOfEveryKey();
    void restartForTheFirstCertificate();

private:
    /// Every key at its sample.
    LoadResult everythingSet();

    chinwag::test::Folder folder_;
};

LoadResult PrinterTest::everythingSet() {
    Sources sources;
    for (const auto& [name, sample] : chinwag::test::keySamples(folder_)) {
        const auto dot = name.find('.');
        sources.environment.push_back(
            {environmentName(*findKey(name.substr(0, dot), name.substr(dot + 1))), sample.untyped});
    }
    return load(sources);
}

void PrinterTest::defaultsAreCommentedOut() {
    const auto lines = QByteArray::fromStdString(print(Settings{})).split('\n');
    for (const auto& line : lines)
        QVERIFY2(line.isEmpty() || line.startsWith('#') || line.startsWith('['), line);
}

void PrinterTest::exampleIsUpToDate() {
    QFile file(qEnvironmentVariable("CHINWAG_TEST_SOURCE") +
               QStringLiteral("/resources/chinwag.example.toml"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY2(file.readAll() == QByteArray::fromStdString(print(Settings{})),
             "write it anew: chinwagd print-config > resources/chinwag.example.toml");
}

void PrinterTest::documentsEveryKey() {
    const auto text = print(Settings{});
    for (const auto& key : keys()) {
        const auto line = "\n#" + std::string(key.name) + " = " + valueText(key, Settings{}) + "\n";
        QVERIFY2(text.find(line) != std::string::npos, line.c_str());
    }
}

void PrinterTest::readsBackWhatItPrints() {
    auto set = everythingSet();
    QCOMPARE(chinwag::test::text(set.faults), QByteArray());
    set.settings.auth.hmacSecret.clear(); // which are not printed
    set.settings.api.keys.clear();
    set.settings.store.url.clear();
    const auto printed = print(set.settings);
    const auto again = chinwag::test::loadText(folder_, QByteArray::fromStdString(printed));
    QCOMPARE(chinwag::test::text(again.faults), QByteArray());
    QCOMPARE(print(again.settings), printed);
    // What follows are the namespaces, which have a test of their own.
    const auto sections = QByteArray::fromStdString(printed.substr(0, printed.find("\n#[[namespace]]")));
    for (const auto& line : sections.split('\n'))
        QVERIFY2(!line.startsWith('#') || line.startsWith("# ") || line.startsWith("#hmac_secret ") ||
                     line.startsWith("#keys ") || line.startsWith("#url "),
                 line);
}

void PrinterTest::readsBackTheDefaultsOnceUncommented() {
    QByteArray toml;
    for (auto line : QByteArray::fromStdString(print(Settings{})).split('\n')) {
        if (line.startsWith('#') && !line.startsWith("# "))
            line.remove(0, 1);
        toml += line + '\n';
    }
    const auto result = chinwag::test::loadText(folder_, toml);
    QCOMPARE(chinwag::test::text(result.faults), QByteArray());
    QCOMPARE(print(result.settings), print(Settings{}));
}

void PrinterTest::secretsAreNotPrinted() {
    Settings settings;
    QVERIFY(print(settings).find("\n#hmac_secret = \"\"\n") != std::string::npos);
    settings.auth.hmacSecret = "a secret of at least 32 bytes, as it has to be";
    const auto printed = print(settings);
    QVERIFY(printed.find("a secret of") == std::string::npos);
    QVERIFY(printed.find("\n# It is set, and not shown.\n#hmac_secret = \"***\"\n") != std::string::npos);
    settings.api.keys = {"an API key", "another API key"};
    QVERIFY(print(settings).find("API key\"") == std::string::npos);
    QVERIFY(print(settings).find("\n# It is set, and not shown.\n#keys = \"***\"\n") != std::string::npos);
}

void PrinterTest::escapesText() {
    Settings settings;
    settings.server.webRoot = "a\"b\\c\n\x1b\x7f\xc3\xa4";
    QCOMPARE(valueText(*findKey("server", "web_root"), settings),
             std::string("\"a\\\"b\\\\c\\u000A\\u001B\\u007F\xc3\xa4\""));
}

void PrinterTest::linesAreShort() {
    for (const auto& line : QByteArray::fromStdString(print(Settings{})).split('\n'))
        QVERIFY2(line.size() <= 100, line);
}

void PrinterTest::restartKeysOfEveryKey() {
    QVERIFY(restartKeys(Settings{}, Settings{}).empty());
    const auto changed = restartKeys(Settings{}, everythingSet().settings);
    std::vector<std::string> expected;
    for (const auto& key : keys()) {
        if (!key.reloadable)
            expected.push_back(fullName(key));
    }
    expected.emplace_back("server.tls_certificate");
    QCOMPARE(changed, expected);
}

void PrinterTest::restartForTheFirstCertificate() {
    Settings plain;
    Settings secure;
    secure.server.tlsCertificate = "one.pem";
    Settings renewed;
    renewed.server.tlsCertificate = "two.pem";
    QCOMPARE(restartKeys(plain, secure), std::vector<std::string>{"server.tls_certificate"});
    QCOMPARE(restartKeys(secure, plain), std::vector<std::string>{"server.tls_certificate"});
    QVERIFY(restartKeys(secure, renewed).empty());
}

QTEST_APPLESS_MAIN(PrinterTest)
#include "PrinterTest.moc"
