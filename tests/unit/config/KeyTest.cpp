// Every key of the table, through the file, the environment and its flag.
#include "config/Key.h"
#include "KeySamples.h"
#include "config/ValueWriter.h"

#include <set>

using namespace chinwag::config;
using chinwag::test::keySamples;

class KeyTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void tableIsSound();
    void fromFile_data() { everyKey(); }
    void fromFile();
    void fromEnvironment_data() { everyKey(); }
    void fromEnvironment();
    void fromFlag_data();
    void fromFlag();
    void flagsWinOverEnvironmentWinsOverFile_data() { everyKey(); }
    void flagsWinOverEnvironmentWinsOverFile();
    void refusesWhatItIsNot_data() { everyKey(); }
    void refusesWhatItIsNot();
    void defaultsAreAllowed_data() { everyKey(); }
    void defaultsAreAllowed();

private:
    void everyKey();
    const Key& key() const;
    chinwag::test::Sample sample();
    std::string fileWith(const std::string& value);
    static QByteArray written(const LoadResult& result, const Key& key);

    chinwag::test::Folder folder_;
};

void KeyTest::everyKey() {
    QTest::addColumn<QByteArray>("name");
    for (const auto& key : keys())
        QTest::newRow(fullName(key).c_str()) << QByteArray::fromStdString(fullName(key));
}

const Key& KeyTest::key() const {
    const auto name = QByteArray(QTest::currentDataTag()).split('.');
    const auto* found = findKey(name[0].toStdString(), name[1].toStdString());
    Q_ASSERT(found != nullptr);
    return *found;
}

chinwag::test::Sample KeyTest::sample() {
    const auto samples = keySamples(folder_);
    const auto found = samples.find(QTest::currentDataTag());
    return found == samples.end() ? chinwag::test::Sample{} : found->second;
}

std::string KeyTest::fileWith(const std::string& value) {
    return folder_.write(QStringLiteral("chinwag.toml"),
                         QByteArray::fromStdString("[" + std::string(key().section) + "]\n" +
                                                   std::string(key().name) + " = " + value + "\n"));
}

QByteArray KeyTest::written(const LoadResult& result, const Key& key) {
    return QByteArray::fromStdString(valueText(key, result.settings));
}

void KeyTest::tableIsSound() {
    std::set<std::string> names;
    std::set<std::string> variables;
    std::set<std::string_view> flags;
    std::string_view section;
    std::set<std::string_view> sections;
    for (const auto& key : keys()) {
        QVERIFY2(names.insert(fullName(key)).second, fullName(key).c_str());
        QVERIFY2(variables.insert(environmentName(key)).second, environmentName(key).c_str());
        QVERIFY(key.flag.name.empty() || flags.insert(key.flag.name).second);
        QCOMPARE(key.flag.name.empty(), key.flag.placeholder.empty());
        QVERIFY2(key.documentation.ends_with('.'), fullName(key).c_str());
        QVERIFY(!allowedValues(key).empty());
        // Printing opens a section once.
        QVERIFY(key.section == section || sections.insert(key.section).second);
        section = key.section;
    }
}

void KeyTest::fromFile() {
    const auto expected = sample();
    QVERIFY2(!expected.toml.empty(), "a key without a sample");
    QVERIFY(valueText(key(), Settings{}) != expected.written);
    const auto result = load({fileWith(expected.toml), expected.companions, {}});
    QCOMPARE(chinwag::test::text(result.faults), QByteArray());
    QCOMPARE(written(result, key()), QByteArray::fromStdString(expected.written));
}

void KeyTest::fromEnvironment() {
    const auto expected = sample();
    auto environment = expected.companions;
    environment.push_back({environmentName(key()), expected.untyped});
    const auto result = load({{}, environment, {}});
    QCOMPARE(chinwag::test::text(result.faults), QByteArray());
    QCOMPARE(written(result, key()), QByteArray::fromStdString(expected.written));
}

void KeyTest::fromFlag_data() {
    QTest::addColumn<QByteArray>("name");
    for (const auto& key : keys()) {
        if (!key.flag.name.empty())
            QTest::newRow(fullName(key).c_str()) << QByteArray::fromStdString(fullName(key));
    }
}

void KeyTest::fromFlag() {
    const auto expected = sample();
    const auto result = load({{}, expected.companions, {{std::string(key().flag.name), expected.untyped}}});
    QCOMPARE(chinwag::test::text(result.faults), QByteArray());
    QCOMPARE(written(result, key()), QByteArray::fromStdString(expected.written));
}

void KeyTest::flagsWinOverEnvironmentWinsOverFile() {
    const auto expected = sample();
    const auto defaultText = valueText(key(), Settings{});
    auto environment = expected.companions;
    environment.push_back({environmentName(key()), expected.untyped});
    const auto overFile = load({fileWith(defaultText), environment, {}});
    QCOMPARE(written(overFile, key()), QByteArray::fromStdString(expected.written));
    if (key().flag.name.empty())
        return;
    const auto wrong = std::vector<NamedText>{{environmentName(key()), expected.untyped}};
    const auto flag = isList(key()) ? "127.0.0.1:8000" : std::string();
    const auto plain = QByteArray::fromStdString(defaultText).replace('"', "").toStdString();
    const auto overEnvironment =
        load({{}, wrong, {{std::string(key().flag.name), flag.empty() ? plain : flag}}});
    QCOMPARE(written(overEnvironment, key()), QByteArray::fromStdString(defaultText));
}

void KeyTest::refusesWhatItIsNot() {
    // No key takes a date, a table, a fraction or a list of lists; the fault names place and key.
    for (const char* value : {"1979-05-27", "{ a = 1 }", "1.5", "[[1]]", "[{}]"}) {
        const auto file = fileWith(value);
        const auto result = load({file, {}, {}});
        QVERIFY2(result.faults.size() == 1, chinwag::test::text(result.faults));
        const auto& fault = result.faults.front();
        QCOMPARE(QByteArray::fromStdString(fault.where), QByteArray::fromStdString(file + ":2"));
        QCOMPARE(QByteArray::fromStdString(fault.key), QByteArray::fromStdString(fullName(key())));
        QCOMPARE(QByteArray::fromStdString(fault.allowed), QByteArray::fromStdString(allowedValues(key())));
        QCOMPARE(written(result, key()), QByteArray::fromStdString(valueText(key(), Settings{})));
    }
}

void KeyTest::defaultsAreAllowed() {
    const auto result = load({fileWith(valueText(key(), Settings{})), {}, {}});
    QCOMPARE(chinwag::test::text(result.faults), QByteArray());
}

QTEST_APPLESS_MAIN(KeyTest)
#include "KeyTest.moc"
