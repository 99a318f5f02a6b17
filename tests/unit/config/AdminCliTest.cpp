// `chinwagd admin` as it is run.
#include "ProgramRun.h"
#include "auth/OperatorFile.h"
#include "auth/Password.h"

#include <QDateTime>
#include <QDir>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <memory>

using chinwag::auth::OperatorFile;
using chinwag::auth::Operators;
using chinwag::auth::verifyPassword;
using chinwag::test::finish;
using chinwag::test::Outcome;
using chinwag::test::programEnvironment;
using chinwag::test::programPath;
using chinwag::test::run;

using namespace Qt::StringLiterals;

class AdminCliTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        directory_ = std::make_unique<QTemporaryDir>();
        QVERIFY(directory_->isValid());
    }

    void addsWithThePasswordOfTheFirstLine_data() {
        QTest::addColumn<QByteArray>("input");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("a line") << QByteArray(password_ + '\n') << password_;
        QTest::newRow("without its end") << password_ << password_;
        QTest::newRow("of a file from elsewhere") << QByteArray(password_ + "\r\n") << password_;
        QTest::newRow("more lines") << QByteArray(password_ + "\nanother password\n") << password_;
        QTest::newRow("outer spaces count")
            << QByteArray("  " + password_ + " \n") << QByteArray("  " + password_ + ' ');
        QTest::newRow("not ASCII") << QByteArray("p\xC3\xA4sswort \xF0\x9F\x98\x80\n")
                                   << QByteArray("p\xC3\xA4sswort \xF0\x9F\x98\x80");
    }

    void addsWithThePasswordOfTheFirstLine() {
        QFETCH(QByteArray, input);
        QFETCH(QByteArray, expected);
        const auto outcome = admin({u"add"_s, u"alice"_s}, input);
        QVERIFY2(outcome.exitCode == 0, outcome.errors);
        QCOMPARE(outcome.output, QByteArray());
        QCOMPARE(outcome.errors, QByteArray());
        QVERIFY(verifyPassword(hashOf("alice"), expected.toStdString()));
    }

    void refusesPasswords_data() {
        QTest::addColumn<QByteArray>("input");
        QTest::addColumn<QByteArray>("says");
        const QByteArray rule = "10 to 256 characters";
        QTest::newRow("none") << QByteArray() << QByteArray("no password was given");
        QTest::newRow("an empty line") << QByteArray("\n") << rule;
        QTest::newRow("too short") << QByteArray("too short\n") << rule;
        QTest::newRow("too long") << QByteArray(QByteArray(257, 'a') + '\n') << rule;
        QTest::newRow("far too long") << QByteArray(5'000'000, 'a') << rule;
        QTest::newRow("not UTF-8") << QByteArray("caf\xE9 au lait\n") << rule;
        QTest::newRow("NUL") << QByteArray("correct\0horse\n", 14) << rule;
        QTest::newRow("tabulator") << QByteArray("correct\thorse\n") << rule;
        QTest::newRow("on the second line") << QByteArray("\n" + password_ + "\n") << rule;
    }

    void refusesPasswords() {
        QFETCH(QByteArray, input);
        QFETCH(QByteArray, says);
        QVERIFY(refused(admin({u"add"_s, u"alice"_s}, input), says));
        QCOMPARE(operators().size(), std::size_t{0});
        QCOMPARE(admin({u"add"_s, u"bob"_s}, password_).exitCode, 0);
        QVERIFY(refused(admin({u"passwd"_s, u"bob"_s}, input), says));
        QVERIFY(verifyPassword(hashOf("bob"), password_.toStdString()));
    }

    void anEndlessLineEnds() {
        QProcess process;
        process.setProcessEnvironment(programEnvironment());
        process.setStandardInputFile(u"/dev/zero"_s);
        process.start(programPath(), {u"admin"_s, u"add"_s, u"alice"_s, u"--data-dir"_s, directory_->path()});
        QVERIFY(refused(finish(process), "10 to 256 characters"));
    }

    void makesPasswordsUp() {
        static const QRegularExpression form(u"^password: ([a-z0-9]{5}(-[a-z0-9]{5}){3})\n$"_s);
        const auto added = admin({u"add"_s, u"alice"_s, u"--generate"_s});
        QVERIFY2(added.exitCode == 0, added.errors);
        const auto first = form.match(QString::fromLatin1(added.output)).captured(1).toStdString();
        QVERIFY2(!first.empty(), added.output);
        QVERIFY(verifyPassword(hashOf("alice"), first));
        const auto changed = admin({u"passwd"_s, u"alice"_s, u"--generate"_s});
        const auto second = form.match(QString::fromLatin1(changed.output)).captured(1).toStdString();
        QVERIFY2(!second.empty(), changed.output);
        QVERIFY(verifyPassword(hashOf("alice"), second));
        QVERIFY(!verifyPassword(hashOf("alice"), first));
    }

    void refusesNames_data() {
        QTest::addColumn<QString>("name");
        QTest::newRow("empty") << QString();
        QTest::newRow("space") << u"a b"_s;
        QTest::newRow("new line") << u"alice\n"_s;
        QTest::newRow("umlaut") << u"J\u00fcrgen"_s;
        QTest::newRow("slash") << u"../alice"_s;
        QTest::newRow("too long") << QString(33, u'a');
    }

    void refusesNames() {
        QFETCH(QString, name);
        const auto outcome = admin({u"add"_s, name}, password_);
        // An empty word is none: the command line is wrong then.
        QCOMPARE(outcome.exitCode, name.isEmpty() ? 2 : 1);
        QVERIFY2(outcome.errors.contains("name"), outcome.errors);
        QVERIFY(!QFile::exists(directory_->filePath(u"operators.json"_s)));
    }

    void addsNobodyTwice() {
        QCOMPARE(admin({u"add"_s, u"alice"_s}, password_).exitCode, 0);
        QVERIFY(
            refused(admin({u"add"_s, u"alice"_s}, "another password"), "there is an operator alice already"));
        const auto generated = admin({u"add"_s, u"alice"_s, u"--generate"_s});
        QVERIFY(refused(generated, "already")); // and no password that is none
        QVERIFY(verifyPassword(hashOf("alice"), password_.toStdString()));
        QCOMPARE(admin({u"add"_s, u"Alice"_s}, password_).exitCode, 0); // somebody else
    }

    void unknownOperators_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("passwd") << QStringList{u"passwd"_s, u"mallory"_s};
        QTest::newRow("passwd --generate") << QStringList{u"passwd"_s, u"mallory"_s, u"--generate"_s};
        QTest::newRow("remove") << QStringList{u"remove"_s, u"mallory"_s};
        QTest::newRow("remove, in capitals") << QStringList{u"remove"_s, u"ALICE"_s};
        QTest::newRow("passwd, no name at all") << QStringList{u"passwd"_s, u"a b"_s};
    }

    void unknownOperators() {
        QFETCH(QStringList, arguments);
        QVERIFY(refused(admin(arguments, password_), "there is no operator"));
        QCOMPARE(admin({u"add"_s, u"alice"_s}, password_).exitCode, 0);
        QVERIFY(refused(admin(arguments, password_), "there is no operator"));
        QCOMPARE(operators().size(), std::size_t{1});
    }

    void listsAndRemoves() {
        const auto nobody = admin({u"list"_s});
        QCOMPARE(nobody.exitCode, 0);
        QCOMPARE(nobody.output, QByteArray());
        for (const auto& name : {u"bob"_s, u"alice"_s})
            QCOMPARE(admin({u"add"_s, name}, password_).exitCode, 0);
        static const QRegularExpression form(
            u"^bob\tadmin\tsince (\\S+Z)\nalice\tadmin\tsince \\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ\n$"_s);
        const auto both = admin({u"list"_s});
        const auto match = form.match(QString::fromUtf8(both.output));
        QVERIFY2(match.hasMatch(), both.output);
        QVERIFY(QDateTime::fromString(match.captured(1), Qt::ISODate).isValid());
        QVERIFY(!both.output.contains("argon2id"));
        QCOMPARE(admin({u"remove"_s, u"bob"_s}).exitCode, 0);
        QVERIFY(admin({u"list"_s}).output.startsWith("alice\t"));
        QVERIFY(refused(admin({u"remove"_s, u"bob"_s}), "there is no operator bob"));
        QCOMPARE(admin({u"remove"_s, u"alice"_s}).exitCode, 0);
        QCOMPARE(admin({u"list"_s}).output, QByteArray());
    }

    void givesRoles() {
        QCOMPARE(admin({u"add"_s, u"alice"_s, u"--role"_s, u"moderator"_s}, password_).exitCode, 0);
        QVERIFY(admin({u"list"_s}).output.startsWith("alice\tmoderator\tsince "));
        QCOMPARE(admin({u"role"_s, u"alice"_s, u"agent"_s}).exitCode, 0);
        QVERIFY(operators().front().role == chinwag::auth::Role::Agent);
        const QByteArray allowed = "viewer, agent, moderator and admin";
        QVERIFY(refused(admin({u"role"_s, u"alice"_s, u"root"_s}), allowed));
        QVERIFY(refused(admin({u"add"_s, u"bob"_s, u"--role"_s, u"Admin"_s}, password_), allowed));
        QVERIFY(refused(admin({u"role"_s, u"bob"_s, u"admin"_s}), "there is no operator bob"));
        QCOMPARE(admin({u"role"_s, u"alice"_s}).exitCode, 2);
        QCOMPARE(admin({u"passwd"_s, u"alice"_s, u"--role"_s, u"admin"_s}, password_).exitCode, 2);
        QCOMPARE(operators().size(), std::size_t{1});
        QVERIFY(verifyPassword(hashOf("alice"), password_.toStdString()));
    }

    void removesSecondFactors() {
        QCOMPARE(admin({u"add"_s, u"alice"_s}, password_).exitCode, 0);
        QVERIFY(refused(admin({u"totp"_s, u"alice"_s, u"--remove"_s}), "has no second factor"));
        QVERIFY(!OperatorFile(directory_->path()).update([](Operators& all) -> std::optional<QString> {
            all.front().secondFactor = chinwag::auth::SecondFactor{chinwag::auth::makeTotpSecret()};
            return std::nullopt;
        }));
        QVERIFY(admin({u"list"_s}).output.endsWith("\ttotp\n"));
        QCOMPARE(admin({u"totp"_s, u"alice"_s}).exitCode, 2);
        QCOMPARE(admin({u"totp"_s, u"alice"_s, u"--remove"_s}).exitCode, 0);
        QVERIFY(!operators().front().secondFactor);
        QCOMPARE(admin({u"list"_s, u"--remove"_s}).exitCode, 2);
    }

    void aDirectoryThatCannotBeWritten_data() {
        QTest::addColumn<QString>("below");
        QTest::newRow("below a file") << u"file/data"_s;
        QTest::newRow("a file") << u"file"_s;
        // Where not even root can make anything.
        QTest::newRow("of the kernel") << u"/proc/self/data"_s;
    }

    void aDirectoryThatCannotBeWritten() {
        QFETCH(QString, below);
        QFile file(directory_->filePath(u"file"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const auto where = QDir(directory_->path()).absoluteFilePath(below);
        const auto outcome = run({u"admin"_s, u"add"_s, u"alice"_s, u"--data-dir"_s, where}, {}, password_);
        QVERIFY2(outcome.exitCode == 1 || outcome.exitCode == 78, outcome.errors);
        QVERIFY2(outcome.errors.contains(where.toUtf8()), outcome.errors);
    }

    void damageIsNotWrittenOver() {
        QFile file(directory_->filePath(u"operators.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("{}") == 2);
        file.close();
        for (const auto& arguments : {QStringList{u"add"_s, u"alice"_s}, QStringList{u"passwd"_s, u"alice"_s},
                                      QStringList{u"remove"_s, u"alice"_s}, QStringList{u"list"_s}})
            QVERIFY(refused(admin(arguments, password_), "operators.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("{}"));
    }

    void twoAtOnceLoseNothing() {
        std::array<QProcess, 4> processes;
        for (std::size_t i = 0; i < processes.size(); ++i) {
            processes[i].setProcessEnvironment(programEnvironment());
            processes[i].start(programPath(), {u"admin"_s, u"add"_s, u"operator%1"_s.arg(i), u"--generate"_s,
                                               u"--data-dir"_s, directory_->path()});
        }
        for (auto& process : processes)
            QCOMPARE(finish(process).exitCode, 0);
        QCOMPARE(operators().size(), processes.size());
    }

    void findsTheDirectoryByItself_data() {
        QTest::addColumn<QString>("variable");
        QTest::addColumn<QString>("below");
        QTest::newRow("configured") << u"CHINWAG_SERVER_DATA_DIR"_s << QString();
        QTest::newRow("systemd's") << u"STATE_DIRECTORY"_s << QString();
        QTest::newRow("the user's") << u"XDG_DATA_HOME"_s << u"chinwag/"_s;
    }

    void findsTheDirectoryByItself() {
        QFETCH(QString, variable);
        QFETCH(QString, below);
        const auto outcome =
            run({u"admin"_s, u"add"_s, u"alice"_s}, {{variable, directory_->path()}}, password_);
        QVERIFY2(outcome.exitCode == 0, outcome.errors);
        QVERIFY(QFile::exists(directory_->filePath(below + u"operators.json"_s)));
    }

    void aWrongConfigurationIsOneHereToo() {
        const auto outcome = run({u"admin"_s, u"list"_s, u"--workers"_s, u"many"_s});
        QCOMPARE(outcome.exitCode, 78);
        QVERIFY(outcome.output.isEmpty());
        QCOMPARE(run({u"admin"_s}).exitCode, 2);
        QCOMPARE(run({u"admin"_s, u"list"_s, u"--generate"_s}).exitCode, 2);
    }

private:
    Outcome admin(QStringList arguments, const QByteArray& input = {}) const {
        arguments.prepend(u"admin"_s);
        arguments << u"--data-dir"_s << directory_->path();
        return run(arguments, {}, input);
    }

    /// Whether it failed, saying so on standard error alone.
    static bool refused(const Outcome& outcome, const QByteArray& says) {
        const bool is = outcome.exitCode == 1 && outcome.output.isEmpty() &&
                        outcome.errors.startsWith("chinwagd: ") && outcome.errors.contains(says);
        if (!is)
            qWarning("exit code %d, output %s, errors %s", outcome.exitCode, outcome.output.constData(),
                     outcome.errors.constData());
        return is;
    }

    Operators operators() const {
        const auto read = OperatorFile(directory_->path()).read();
        if (const auto* const error = std::get_if<QString>(&read))
            qFatal("%s", qUtf8Printable(*error));
        return *std::get<chinwag::auth::OperatorsRef>(read);
    }

    std::string hashOf(std::string_view name) const {
        const auto all = operators();
        const auto* const found = findOperator(all, name);
        return found == nullptr ? std::string() : found->passwordHash;
    }

    const QByteArray password_ = "correct horse";
    std::unique_ptr<QTemporaryDir> directory_;
};

QTEST_GUILESS_MAIN(AdminCliTest)
#include "AdminCliTest.moc"
