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
    const auto set = everythingSet();
    QCOMPARE(chinwag::test::text(set.faults), QByteArray());
    const auto printed = print(set.settings);
    const auto again = chinwag::test::loadText(folder_, QByteArray::fromStdString(printed));
    QCOMPARE(chinwag::test::text(again.faults), QByteArray());
    QCOMPARE(print(again.settings), printed);
    QVERIFY2(printed.find("\n#") == printed.find("\n# "), "a key without a sample");
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
