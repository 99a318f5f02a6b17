// `chinwagd admin` at a terminal.
#include "ProgramRun.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <csignal>
#include <memory>
#include <poll.h>
#include <pty.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>
#include <vector>

using chinwag::test::programPath;
using chinwag::test::soon;

namespace {

/// The program at a terminal of its own, and the person in front of it.
class Terminal {
public:
    explicit Terminal(const QStringList& arguments) : child_(start(arguments, descriptor_)) {}

    ~Terminal() {
        if (child_ > 0) {
            ::kill(child_, SIGKILL);
            ::waitpid(child_, nullptr, 0);
        }
        if (descriptor_ >= 0)
            ::close(descriptor_);
    }

    Terminal(const Terminal&) = delete;
    Terminal& operator=(const Terminal&) = delete;

    /// Waits until `text` is on the screen, behind what was waited for before.
    bool shows(const QByteArray& text) {
        const auto deadline = soon();
        qsizetype found = -1;
        while ((found = screen_.indexOf(text, seen_)) < 0) {
            if (!readMore(deadline))
                return false;
        }
        seen_ = found + text.size();
        return true;
    }

    bool type(const QByteArray& keys) {
        return ::write(descriptor_, keys.constData(), static_cast<std::size_t>(keys.size())) == keys.size();
    }

    bool echoes() const {
        termios state{};
        return ::tcgetattr(descriptor_, &state) == 0 && (state.c_lflag & static_cast<tcflag_t>(ECHO)) != 0;
    }

    /// Waits for the program's end. Its exit code, or minus the signal that ended it.
    int finish() {
        const auto deadline = soon();
        while (readMore(deadline)) {
        }
        int status = 0;
        if (::waitpid(child_, &status, 0) != child_)
            return -1;
        child_ = -1;
        return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
    }

    /// All that was on the screen so far.
    const QByteArray& screen() const { return screen_; }

private:
    static pid_t start(const QStringList& arguments, int& descriptor) {
        std::vector<QByteArray> words{programPath().toLocal8Bit()};
        words.reserve(static_cast<std::size_t>(arguments.size()) + 1);
        for (const auto& argument : arguments)
            words.push_back(argument.toLocal8Bit());
        std::vector<char*> pointers(words.size() + 1); // the last stays null
        std::transform(words.begin(), words.end(), pointers.begin(),
                       [](QByteArray& word) { return word.data(); });
        const pid_t child = ::forkpty(&descriptor, nullptr, nullptr, nullptr);
        if (child == 0) {
            const rlimit noCore{0, 0};
            ::setrlimit(RLIMIT_CORE, &noCore);
            ::execv(pointers.front(), pointers.data());
            ::_exit(127);
        }
        return child;
    }

    /// False when nothing came in time, or the program has let go of the terminal.
    bool readMore(const QDeadlineTimer& deadline) {
        pollfd event{descriptor_, POLLIN, 0};
        if (::poll(&event, 1, static_cast<int>(deadline.remainingTime())) != 1)
            return false;
        QByteArray buffer(4096, '\0');
        const auto size = ::read(descriptor_, buffer.data(), static_cast<std::size_t>(buffer.size()));
        if (size <= 0)
            return false;
        screen_ += buffer.first(size);
        return true;
    }

    int descriptor_ = -1;
    pid_t child_ = -1;
    QByteArray screen_;
    qsizetype seen_ = 0;
};

} // namespace

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
        Terminal terminal(addAlice());
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
        Terminal terminal(addAlice());
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
        Terminal terminal(addAlice());
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
        Terminal terminal(addAlice());
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
        Terminal terminal(QStringList{QStringLiteral("admin")} + arguments +
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
