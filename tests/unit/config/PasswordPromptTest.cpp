// `chinwagd admin` at a terminal.
#include "ProgramRun.h"
#include "support/Terminal.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <memory>
#include <sys/resource.h>
#include <termios.h>
#include <unistd.h>

using chinwag::test::programPath;
using chinwag::test::Terminal;

class PasswordPromptTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        for (const char* name : {"CHINWAG_CONFIG", "CHINWAG_SERVER_DATA_DIR", "STATE_DIRECTORY"})
            qunsetenv(name);
    }

    void init() {
        directory_ = std::make_unique<QTemporaryDir>();
        QVERIFY(directory_->isValid());
    }

    void asksTwiceWithoutEcho() {
        Terminal terminal(programPath(), addAlice());
        QVERIFY2(terminal.shows("Password: "), terminal.screen());
        QVERIFY(!terminal.echoes());
        QVERIFY(terminal.type(password_ + '\n'));
        QVERIFY2(terminal.shows("Again: "), terminal.screen());
        QVERIFY(!terminal.echoes());
        QVERIFY(terminal.type(password_ + '\n'));
        QCOMPARE(terminal.finish(), 0);
        QVERIFY(terminal.echoes());
        QVERIFY2(!terminal.screen().contains("horse"), terminal.screen());
        QVERIFY(hasOperators());
    }

    void refuses_data() {
        QTest::addColumn<QByteArray>("first");
        QTest::addColumn<QByteArray>("second");
        QTest::addColumn<QByteArray>("says");
        const QByteArray end = "\x04"; // Ctrl+D
        QTest::newRow("two that differ")
            << QByteArray(password_ + '\n') << QByteArray("correct house\n") << QByteArray("not the same");
        QTest::newRow("one with a space more")
            << QByteArray(password_ + '\n') << QByteArray(password_ + " \n") << QByteArray("not the same");
        QTest::newRow("nothing the second time")
            << QByteArray(password_ + '\n') << QByteArray("\n") << QByteArray("not the same");
        QTest::newRow("nothing twice")
            << QByteArray("\n") << QByteArray("\n") << QByteArray("10 to 256 characters");
        QTest::newRow("twice too short")
            << QByteArray("secret\n") << QByteArray("secret\n") << QByteArray("10 to 256 characters");
        QTest::newRow("the end") << end << QByteArray() << QByteArray("no password was given");
        QTest::newRow("the end the second time")
            << QByteArray(password_ + '\n') << end << QByteArray("no password was given");
    }

    void refuses() {
        QFETCH(QByteArray, first);
        QFETCH(QByteArray, second);
        QFETCH(QByteArray, says);
        Terminal terminal(programPath(), addAlice());
        QVERIFY2(terminal.shows("Password: "), terminal.screen());
        QVERIFY(terminal.type(first));
        if (!second.isEmpty()) {
            QVERIFY2(terminal.shows("Again: "), terminal.screen());
            QVERIFY(terminal.type(second));
        }
        QCOMPARE(terminal.finish(), 1);
        QVERIFY2(terminal.screen().contains(says), terminal.screen());
        QVERIFY(!terminal.screen().contains("horse"));
        QVERIFY(terminal.echoes());
        QVERIFY(!hasOperators());
    }

    void whoTypesQuicklyNeedNotWait() {
        Terminal terminal(programPath(), addAlice());
        QVERIFY2(terminal.shows("Password: "), terminal.screen());
        QVERIFY(terminal.type(password_ + '\n' + password_ + '\n'));
        QCOMPARE(terminal.finish(), 0);
        QVERIFY(!terminal.screen().contains("horse"));
    }

    void whoGivesUpHasTheirEchoBack_data() {
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<int>("signal");
        QTest::newRow("Ctrl+C") << QByteArray("\x03") << SIGINT;
        QTest::newRow("Ctrl+\\") << QByteArray("\x1c") << SIGQUIT;
    }

    void whoGivesUpHasTheirEchoBack() {
        QFETCH(QByteArray, key);
        QFETCH(int, signal);
        Terminal terminal(programPath(), addAlice());
        QVERIFY2(terminal.shows("Password: "), terminal.screen());
        QVERIFY(terminal.type("corr" + key));
        QCOMPARE(terminal.finish(), -signal);
        QVERIFY(terminal.echoes());
        QVERIFY(!hasOperators());
    }

    void doesNotAskInVain_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("says");
        const auto words = [](const char* line) { return QString::fromLatin1(line).split(u' '); };
        QTest::newRow("a wrong name") << words("add a/b") << QByteArray("an operator's name is");
        QTest::newRow("nobody of that name") << words("passwd bob") << QByteArray("there is no operator bob");
        QTest::newRow("made up") << words("add bob --generate") << QByteArray("password: ");
        QTest::newRow("removal") << words("remove bob") << QByteArray("there is no operator bob");
    }

    void doesNotAskInVain() {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, says);
        Terminal terminal(programPath(), QStringList{QStringLiteral("admin")} + arguments +
                                             QStringList{QStringLiteral("--data-dir"), directory_->path()});
        QVERIFY(terminal.finish() >= 0);
        QVERIFY2(terminal.screen().contains(says), terminal.screen());
        QVERIFY2(!terminal.screen().contains("Password: "), terminal.screen());
    }

private:
    QStringList addAlice() const {
        return {QStringLiteral("admin"), QStringLiteral("add"), QStringLiteral("alice"),
                QStringLiteral("--data-dir"), directory_->path()};
    }

    bool hasOperators() const {
        return QFile::exists(directory_->filePath(QStringLiteral("operators.json")));
    }

    const QByteArray password_ = "correct horse";
    std::unique_ptr<QTemporaryDir> directory_;
};

QTEST_GUILESS_MAIN(PasswordPromptTest)
#include "PasswordPromptTest.moc"
