#include "app/CommandLine.h"
#include "config/Key.h"

#include <QTest>

using namespace chinwag::app;

Q_DECLARE_METATYPE(chinwag::app::Verb)

namespace {

std::vector<std::string> arguments(const QByteArray& line) {
    std::vector<std::string> list;
    for (const auto& argument : line.split(' ')) {
        if (!argument.isEmpty())
            list.push_back(argument.toStdString());
    }
    return list;
}

} // namespace

class CommandLineTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void verbs_data();
    void verbs();
    void misuse_data();
    void misuse();
    void options();
    void optionsOfVerbs();
    void optionsEnd();
    void admin_data();
    void admin();
    void helpNamesEverything();
};

void CommandLineTest::verbs_data() {
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<Verb>("verb");
    QTest::newRow("nothing") << QByteArray() << Verb::Serve;
    QTest::newRow("serve") << QByteArray("serve") << Verb::Serve;
    QTest::newRow("check-config") << QByteArray("check-config") << Verb::CheckConfig;
    QTest::newRow("print-config") << QByteArray("print-config") << Verb::PrintConfig;
    QTest::newRow("healthcheck") << QByteArray("healthcheck") << Verb::HealthCheck;
    QTest::newRow("admin") << QByteArray("admin list") << Verb::Admin;
    QTest::newRow("token") << QByteArray("token --user anna --ttl 1m") << Verb::Token;
    QTest::newRow("publish") << QByteArray("publish chat:lobby 1 --api-key k --url u") << Verb::Publish;
    QTest::newRow("publish from a pipe") << QByteArray("publish chat:lobby -") << Verb::Publish;
    QTest::newRow("export") << QByteArray("export - --channel chat:a --since 2026-01-01") << Verb::Export;
    QTest::newRow("erase") << QByteArray("erase --user anna --yes") << Verb::Erase;
    QTest::newRow("backup") << QByteArray("backup /var/backups/chinwag.db") << Verb::Backup;
    QTest::newRow("check-store") << QByteArray("--database x check-store") << Verb::CheckStore;
    QTest::newRow("help of admin") << QByteArray("admin --help") << Verb::Help;
    QTest::newRow("version") << QByteArray("version") << Verb::Version;
    QTest::newRow("help") << QByteArray("help") << Verb::Help;
    QTest::newRow("-h") << QByteArray("-h") << Verb::Help;
    QTest::newRow("--help after a verb") << QByteArray("check-config --help") << Verb::Help;
    QTest::newRow("-V") << QByteArray("-V") << Verb::Version;
    QTest::newRow("--version") << QByteArray("--version serve") << Verb::Version;
    QTest::newRow("option first") << QByteArray("--workers 2 check-config") << Verb::CheckConfig;
}

void CommandLineTest::verbs() {
    QFETCH(QByteArray, line);
    QFETCH(Verb, verb);
    const auto parsed = parseCommandLine(arguments(line));
    QVERIFY(std::holds_alternative<CommandLine>(parsed));
    QVERIFY(std::get<CommandLine>(parsed).verb == verb);
}

void CommandLineTest::misuse_data() {
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char* line, const char* says) {
        QTest::newRow(line) << QByteArray(line) << QByteArray(says);
    };
    row("srve", "unknown command \"srve\", did you mean serve?");
    row("banana", "unknown command \"banana\"");
    row("Serve", "did you mean serve?");
    row("serve twice", "unexpected argument \"twice\"");
    row("serve serve", "unexpected argument \"serve\"");
    row("version 2", "unexpected argument \"2\"");
    row("healthcheck http://a http://b", "unexpected argument \"http://b\"");
    row("--lissten 127.0.0.1:1", "unknown option \"--lissten\", did you mean --listen?");
    row("--banana", "unknown option \"--banana\"");
    row("--banana=1", "unknown option \"--banana\"");
    row("--max-head 8KiB", "unknown option \"--max-head\"");
    row("-x", "unknown option \"-x\"");
    row("-hV", "unknown option \"-hV\"");
    row("--listen", "option --listen needs a value");
    row("serve --config", "option --config needs a value");
    row("--help=yes", "unknown option \"--help\"");
    row("--=1", "unknown option \"--\"");
    row("-", "unknown command \"-\"");
    row("token", "token needs --user NAME");
    row("token anna", "unexpected argument \"anna\"");
    row("token --user", "option --user needs a value");
    row("--ttl 1h", "option --ttl belongs to token");
    row("serve --user anna", "option --user belongs to token");
    row("token --user anna --usr x", "did you mean --user?");
    row("publish", "publish needs a channel and JSON");
    row("publish chat:lobby", "publish needs a channel and JSON");
    row("publish chat:lobby 1 2", "unexpected argument \"2\"");
    row("export", "export needs a file");
    row("export a b", "unexpected argument \"b\"");
    row("export - --yes", "option --yes belongs to erase");
    row("export - --ttl 1h", "option --ttl belongs to token");
    row("backup", "backup needs a file");
    row("backup a b", "unexpected argument \"b\"");
    row("backup a --channel x", "option --channel belongs to token and export");
    row("erase", "erase needs --user NAME");
    row("erase --yes", "erase needs --user NAME");
    row("erase --user= --yes", "erase needs --user NAME");
    row("erase anna", "unexpected argument \"anna\"");
    row("erase --user a --yes=no", "option --yes takes no value");
    row("check-store x", "unexpected argument \"x\"");
    row("token --user a --since 2026-01-01", "option --since belongs to export");
    row("--api-key k", "option --api-key belongs to publish");
    row("admin", "admin needs one of add, passwd, role, totp, remove and list");
    row("admin --data-dir x", "admin needs one of");
    row("admin ad", "unknown command \"admin ad\"");
    row("admin Add alice", "unknown command \"admin Add\"");
    row("admin alice", "unknown command \"admin alice\"");
    row("admin add", "admin add needs the operator's name");
    row("admin passwd --generate", "admin passwd needs the operator's name");
    row("admin remove", "admin remove needs the operator's name");
    row("admin add alice bob", "unexpected argument \"bob\"");
    row("admin add alice add", "unexpected argument \"add\"");
    row("admin role alice", "admin role needs the operator's name and a role");
    row("admin role alice admin x", "unexpected argument \"x\"");
    row("admin totp alice", "admin totp needs --remove");
    row("admin passwd alice --role admin", "--role belongs to admin add");
    row("admin remove alice --remove", "--remove belongs to admin totp");
    row("admin list alice", "unexpected argument \"alice\"");
    row("admin list list", "unexpected argument \"list\"");
    row("admin list --generate", "--generate belongs to admin add and admin passwd");
    row("admin remove alice --generate", "--generate belongs to");
    row("--generate", "--generate belongs to");
    row("serve --generate", "--generate belongs to");
    row("add alice", "unknown command \"add\"");
    row("admin add alice --generate=yes", "option --generate takes no value");
    row("admin add alice --generated", "did you mean --generate?");
    row("admin add alice --password secret", "unknown option \"--password\"");
    row("-- --help", "unknown command \"--help\"");
}

void CommandLineTest::misuse() {
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, says);
    const auto parsed = parseCommandLine(arguments(line));
    QVERIFY(std::holds_alternative<Misuse>(parsed));
    const auto text = QByteArray::fromStdString(std::get<Misuse>(parsed).text);
    QVERIFY2(text.contains(says), text);
}

void CommandLineTest::options() {
    const auto parsed = parseCommandLine(
        {"healthcheck", "--listen", "a", "--listen=b", "--config", "--help", "--web-root=", "http://c"});
    QVERIFY(std::holds_alternative<CommandLine>(parsed));
    const auto& line = std::get<CommandLine>(parsed);
    // The word after an option is its value, whatever it looks like.
    QCOMPARE(line.configFile, std::string("--help"));
    QCOMPARE(line.url, std::string("http://c"));
    QCOMPARE(line.flags.size(), std::size_t(3));
    QCOMPARE(line.flags[0].text, std::string("a"));
    QCOMPARE(line.flags[1].text, std::string("b"));
    QCOMPARE(line.flags[2].name, std::string("web-root"));
    QCOMPARE(line.flags[2].text, std::string());
}

void CommandLineTest::optionsOfVerbs() {
    const auto exporting = std::get<CommandLine>(
        parseCommandLine({"export", "--since=a", "--until", "b", "--channel", "c", "-"}));
    QCOMPARE(exporting.exporting.file, std::string("-"));
    QCOMPARE(exporting.exporting.since, std::string("a"));
    QCOMPARE(exporting.exporting.until, std::string("b"));
    QCOMPARE(exporting.exporting.channel, std::string("c"));
    const auto erase = std::get<CommandLine>(parseCommandLine({"--yes", "erase", "--user", "anna"}));
    QCOMPARE(erase.erase.user, std::string("anna"));
    QVERIFY(erase.erase.yes);
    QVERIFY(!std::get<CommandLine>(parseCommandLine({"erase", "--user", "anna"})).erase.yes);
    const auto publish =
        std::get<CommandLine>(parseCommandLine({"publish", "--url", "u", "c", "--api-key=k", "--", "-1"}));
    QCOMPARE(publish.publish.channel, std::string("c"));
    QCOMPARE(publish.publish.data, std::string("-1"));
    QCOMPARE(publish.publish.url, std::string("u"));
    QCOMPARE(publish.publish.apiKey, std::string("k"));
    QCOMPARE(std::get<CommandLine>(parseCommandLine({"backup", "f"})).backupFile, std::string("f"));
}

void CommandLineTest::optionsEnd() {
    const auto parsed = parseCommandLine({"--", "version"});
    QVERIFY(std::holds_alternative<CommandLine>(parsed));
    QVERIFY(std::get<CommandLine>(parsed).verb == Verb::Version);
}

void CommandLineTest::admin_data() {
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<int>("action");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<bool>("generate");
    using Action = AdminCommand::Action;
    const auto row = [](const char* line, Action action, const char* name, bool generate) {
        QTest::newRow(line) << QByteArray(line) << static_cast<int>(action) << QByteArray(name) << generate;
    };
    row("admin add alice", Action::Add, "alice", false);
    row("admin passwd alice", Action::Passwd, "alice", false);
    row("admin remove alice", Action::Remove, "alice", false);
    row("admin list", Action::List, "", false);
    row("admin add alice --generate", Action::Add, "alice", true);
    row("admin --generate add alice", Action::Add, "alice", true);
    row("--generate admin passwd alice", Action::Passwd, "alice", true);
    row("admin add add", Action::Add, "add", false);
    row("admin remove list", Action::Remove, "list", false);
    row("admin add -- --generate", Action::Add, "--generate", false);
    row("--data-dir d admin --data-dir e add alice --data-dir f", Action::Add, "alice", false);
}

void CommandLineTest::admin() {
    QFETCH(QByteArray, line);
    QFETCH(int, action);
    QFETCH(QByteArray, name);
    QFETCH(bool, generate);
    const auto parsed = parseCommandLine(arguments(line));
    QVERIFY(std::holds_alternative<CommandLine>(parsed));
    const auto& read = std::get<CommandLine>(parsed);
    QVERIFY(read.verb == Verb::Admin);
    QCOMPARE(static_cast<int>(read.admin.action), action);
    QCOMPARE(QByteArray::fromStdString(read.admin.name), name);
    QCOMPARE(read.admin.generate, generate);
}

void CommandLineTest::helpNamesEverything() {
    const auto help = helpText();
    for (const auto& key : chinwag::config::keys()) {
        if (!key.flag.name.empty())
            QVERIFY(help.find("--" + std::string(key.flag.name) + " ") != std::string::npos);
    }
    for (const char* word :
         {"serve", "check-config", "print-config", "admin add|passwd|remove NAME", "admin list", "--generate",
          "publish CHANNEL JSON", "export FILE|-", "erase --user NAME", "backup FILE", "check-store",
          "--since TIME", "--yes", "--api-key KEY", "healthcheck", "version", "help", "78"})
        QVERIFY2(help.find(word) != std::string::npos, word);
    for (const auto& line : QByteArray::fromStdString(help).split('\n'))
        QVERIFY2(line.size() <= 100, line);
}

QTEST_APPLESS_MAIN(CommandLineTest)
#include "CommandLineTest.moc"
