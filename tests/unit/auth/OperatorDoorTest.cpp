#include "auth/OperatorDoor.h"
#include "auth/Password.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <memory>
#include <optional>
#include <string>
#include <vector>

using namespace chinwag::auth;
using Login = OperatorDoor::Login;
using Outcome = OperatorDoor::Login::Outcome;

Q_DECLARE_METATYPE(chinwag::auth::OperatorDoor::Login::Outcome)

namespace {

constexpr int patience = 60'000; // milliseconds; many passwords may have to be verified, slowly
constexpr std::chrono::hours lifetime{12};
constexpr OperatorSessions::Limits limits{lifetime, {}};
constexpr std::size_t attemptsAtOnce = 16; // that the door takes
constexpr const char* password = "correct horse";

} // namespace

class OperatorDoorTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        const auto hash = hashPassword(password);
        const auto other = hashPassword("another password");
        QVERIFY(hash.has_value() && other.has_value());
        hash_ = *hash;
        otherHash_ = *other;
    }

    void init() {
        directory_ = std::make_unique<QTemporaryDir>();
        QVERIFY(directory_->isValid());
        file_ = std::make_unique<OperatorFile>(directory_->path());
        const auto now = std::chrono::system_clock::now();
        QVERIFY(change([&](Operators& operators) {
            operators = {{"alice", hash_, now}, {"bob", otherHash_, now}};
        }));
        door_ = std::make_unique<OperatorDoor>(directory_->path(), limits);
        logins_.clear();
    }

    void cleanup() { door_.reset(); }

    void whoHasThePasswordIsLetIn() {
        const auto before = std::chrono::system_clock::now();
        const auto login = logIn("alice", password);
        QCOMPARE(login.outcome, Outcome::Granted);
        QCOMPARE(login.granted.session.operatorName, std::string("alice"));
        QVERIFY(login.granted.session.expiresAt >= before + lifetime);
        const auto session = door_->session(login.granted.token);
        QVERIFY(session.has_value());
        QCOMPARE(session->id, login.granted.session.id);
        QCOMPARE(session->operatorName, std::string("alice"));
        QVERIFY(!door_->session(login.granted.session.id));
        QVERIFY(!door_->session(""));
    }

    void nobodyElseIs_data() {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("tried");
        const QByteArray right = QByteArray(password);
        QTest::newRow("wrong password") << QByteArray("alice") << QByteArray("incorrect horse");
        QTest::newRow("no password") << QByteArray("alice") << QByteArray();
        QTest::newRow("in capitals") << QByteArray("alice") << right.toUpper();
        QTest::newRow("with a space") << QByteArray("alice") << QByteArray(right + ' ');
        QTest::newRow("a NUL behind it") << QByteArray("alice") << QByteArray(right + '\0');
        QTest::newRow("the hash") << QByteArray("alice") << QByteArray("*hash*");
        QTest::newRow("somebody else's") << QByteArray("bob") << right;
        QTest::newRow("unknown name") << QByteArray("carol") << right;
        QTest::newRow("name in capitals") << QByteArray("Alice") << right;
        QTest::newRow("no name") << QByteArray() << right;
        QTest::newRow("nothing at all") << QByteArray() << QByteArray();
        QTest::newRow("huge password") << QByteArray("alice") << QByteArray(1'000'000, 'a');
    }

    void nobodyElseIs() {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, tried);
        const auto login = logIn(name.toStdString(), tried == "*hash*" ? hash_ : tried.toStdString());
        QCOMPARE(login.outcome, Outcome::Wrong);
        QVERIFY(login.granted.token.empty());
    }

    void theAnswerComesOnceAndOnItsThread() {
        const auto* const here = QThread::currentThread();
        const QThread* answeredOn = nullptr;
        int answers = 0;
        door_->logIn({"alice", password, {"192.0.2.1", {}}}, [&](const Login&) {
            answeredOn = QThread::currentThread();
            ++answers;
        });
        QCOMPARE(answers, 0); // it is being verified elsewhere
        QVERIFY(QTest::qWaitFor([&] { return answers > 0; }, patience));
        QCoreApplication::processEvents();
        QCOMPARE(answers, 1);
        QCOMPARE(answeredOn, here);
    }

    void tooManyByName() {
        for (int i = 0; i < 10; ++i)
            begin("alice", "wrong password", "192.0.2." + std::to_string(i));
        // At once, whatever the password, and from anywhere.
        const auto login = begin("alice", password, "198.51.100.1");
        QVERIFY(login.has_value());
        QCOMPARE(login->outcome, Outcome::Limited);
        QVERIFY(login->retryAfter > std::chrono::seconds(0) && login->retryAfter <= std::chrono::seconds(60));
        // Another name is not concerned.
        QVERIFY(!begin("bob", "another password", "198.51.100.1").has_value());
    }

    void tooManyByAddress_data() {
        QTest::addColumn<QByteArray>("address"); // with %1
        QTest::addColumn<QByteArray>("same");
        QTest::addColumn<QByteArray>("other");
        QTest::newRow("IPv4") << QByteArray("192.0.2.1") << QByteArray("192.0.2.1")
                              << QByteArray("192.0.2.2");
        QTest::newRow("a network of IPv6 is one")
            << QByteArray("2001:db8:1:2::%1") << QByteArray("2001:db8:1:2:ffff::1")
            << QByteArray("2001:db8:1:3::1");
        QTest::newRow("IPv4 in IPv6 is not one network")
            << QByteArray("::ffff:192.0.2.1") << QByteArray("::ffff:192.0.2.1")
            << QByteArray("::ffff:192.0.2.2");
        QTest::newRow("no address") << QByteArray("unknown") << QByteArray("unknown")
                                    << QByteArray("192.0.2.1");
    }

    void tooManyByAddress() {
        QFETCH(QByteArray, address);
        QFETCH(QByteArray, same);
        QFETCH(QByteArray, other);
        constexpr std::size_t burst = 20;
        for (std::size_t i = 0; i < burst; ++i) {
            // No more at once than the door takes, and in the end one less.
            QVERIFY(QTest::qWaitFor([&] { return i + 2 - logins_.size() <= attemptsAtOnce; }, patience));
            const auto from = QString::fromLatin1(address).replace(QLatin1String("%1"), QString::number(i));
            QVERIFY(!begin("name" + std::to_string(i), "wrong password", from.toStdString()).has_value());
        }
        const auto limited = begin("alice", password, same.toStdString());
        QVERIFY(limited.has_value());
        QCOMPARE(limited->outcome, Outcome::Limited);
        QVERIFY(limited->retryAfter > std::chrono::seconds(0) &&
                limited->retryAfter <= std::chrono::seconds(30));
        QVERIFY(!begin("alice", password, other.toStdString()).has_value());
    }

    void whoGetsInHasNoAttemptsAgainstThem() {
        for (int i = 0; i < 9; ++i)
            begin("alice", "wrong password", "192.0.2.1");
        QCOMPARE(logIn("alice", password).outcome, Outcome::Granted);
        for (int i = 0; i < 10; ++i)
            QVERIFY(!begin("alice", "wrong password", "192.0.2.1").has_value());
        QCOMPARE(begin("alice", password, "192.0.2.1")->outcome, Outcome::Limited);
    }

    void tooManyAtOnce() {
        for (std::size_t i = 0; i < attemptsAtOnce; ++i)
            begin("name" + std::to_string(i), "wrong password", "192.0.2." + std::to_string(i));
        const auto busy = begin("alice", password, "198.51.100.1");
        QVERIFY(busy.has_value());
        QCOMPARE(busy->outcome, Outcome::Busy);
        QVERIFY(busy->retryAfter > std::chrono::seconds(0));
        QVERIFY(QTest::qWaitFor([&] { return logins_.size() == attemptsAtOnce + 1; }, patience));
        for (std::size_t i = 1; i < logins_.size(); ++i)
            QCOMPARE(logins_[i].outcome, Outcome::Wrong);
        QCOMPARE(logIn("alice", password, "198.51.100.1").outcome, Outcome::Granted);
    }

    void whileTheFileIsDamagedNobodyNewIsLetIn() {
        const auto in = logIn("alice", password);
        const auto content = read();
        write("{");
        QCOMPARE(logIn("alice", password).outcome, Outcome::Failed);
        QVERIFY(std::holds_alternative<QString>(file_->read()));
        // Who was in may go on: the damage must not lock out who could look after it.
        QVERIFY(door_->session(in.granted.token).has_value());
        write(content);
        QVERIFY(door_->session(in.granted.token).has_value());
        QCOMPARE(logIn("alice", password).outcome, Outcome::Granted);
        QCOMPARE(std::get<OperatorsRef>(file_->read())->size(), std::size_t{2});
    }

    void anotherPasswordEndsTheSessions() {
        const auto one = logIn("alice", password);
        const auto other = logIn("alice", password);
        const auto bob = logIn("bob", "another password");
        QVERIFY(change([&](Operators& operators) { operators.front().passwordHash = otherHash_; }));
        QVERIFY(!door_->session(one.granted.token));
        QVERIFY(!door_->session(other.granted.token));
        QVERIFY(door_->session(bob.granted.token).has_value());
        QCOMPARE(logIn("alice", password).outcome, Outcome::Wrong);
        QCOMPARE(logIn("alice", "another password").outcome, Outcome::Granted);
        // And it has ended for good, though the old password came back.
        QVERIFY(change([&](Operators& operators) { operators.front().passwordHash = hash_; }));
        QVERIFY(!door_->session(one.granted.token));
    }

    void removalEndsTheSessions() {
        const auto alice = logIn("alice", password);
        const auto bob = logIn("bob", "another password");
        QVERIFY(change([](Operators& operators) { operators.erase(operators.begin()); }));
        QVERIFY(!door_->session(alice.granted.token));
        QVERIFY(door_->session(bob.granted.token).has_value());
        QCOMPARE(logIn("alice", password).outcome, Outcome::Wrong);
        QVERIFY(QFile::remove(file_->path()));
        QVERIFY(!door_->session(bob.granted.token));
        QCOMPARE(std::get<OperatorsRef>(file_->read())->size(), std::size_t{0});
    }

    // Who is verified against a password that is changed meanwhile gets a session that is none.
    void aPasswordThatChangesMeanwhile() {
        begin("alice", password, "192.0.2.1");
        QVERIFY(change([&](Operators& operators) { operators.front().passwordHash = otherHash_; }));
        QVERIFY(QTest::qWaitFor([&] { return logins_.size() == 1; }, patience));
        QVERIFY(!door_->session(logins_[0].granted.token));
    }

    void logsOut() {
        const auto one = logIn("alice", password);
        const auto other = logIn("alice", password);
        QVERIFY(one.granted.token != other.granted.token);
        door_->logOut(one.granted.token);
        door_->logOut("nonsense");
        QVERIFY(!door_->session(one.granted.token));
        QVERIFY(door_->session(other.granted.token).has_value());
    }

    void sessionsExpire() {
        door_ = std::make_unique<OperatorDoor>(directory_->path(), OperatorSessions::Limits{});
        const auto login = logIn("alice", password);
        QCOMPARE(login.outcome, Outcome::Granted);
        QVERIFY(!door_->session(login.granted.token));
    }

    void itMayGoWithLogInsAtHand() {
        const auto held = std::make_shared<int>(0);
        bool called = false;
        for (int i = 0; i < 8; ++i)
            door_->logIn({"alice", password, {"192.0.2.1", {}}},
                         [held, &called](const Login&) { called = true; });
        QVERIFY(held.use_count() > 1);
        door_.reset();
        QCOMPARE(held.use_count(), 1L);
        QCoreApplication::processEvents();
        QVERIFY(!called);
    }

private:
    /// Starts an attempt; returns its answer if that came at once.
    std::optional<Login> begin(const std::string& name, const std::string& tried,
                               const std::string& address) {
        const auto before = logins_.size();
        door_->logIn({name, tried, {address, {}}}, [this](const Login& login) { logins_.push_back(login); });
        return logins_.size() > before ? std::optional(logins_.back()) : std::nullopt;
    }

    /// Makes an attempt and waits for its answer.
    Login logIn(const std::string& name, const std::string& tried, const std::string& address = "192.0.2.1") {
        std::optional<Login> answer;
        door_->logIn({name, tried, {address, {}}}, [&answer](const Login& login) { answer = login; });
        if (!QTest::qWaitFor([&] { return answer.has_value(); }, patience))
            qFatal("an attempt to log in got no answer");
        return *answer;
    }

    template <typename Change>
    bool change(const Change& what) {
        return !file_->update([&](Operators& operators) -> std::optional<QString> {
            what(operators);
            return std::nullopt;
        });
    }

    QByteArray read() const {
        QFile raw(file_->path());
        return raw.open(QIODevice::ReadOnly) ? raw.readAll() : QByteArray();
    }

    void write(const QByteArray& content) const {
        QFile raw(file_->path());
        if (!raw.open(QIODevice::WriteOnly) || raw.write(content) != content.size())
            qFatal("cannot write %s", qUtf8Printable(file_->path()));
    }

    std::string hash_;
    std::string otherHash_;
    std::unique_ptr<QTemporaryDir> directory_;
    std::unique_ptr<OperatorFile> file_;
    std::unique_ptr<OperatorDoor> door_;
    std::vector<Login> logins_; // of begin(), in the order of the answers
};

QTEST_GUILESS_MAIN(OperatorDoorTest)
#include "OperatorDoorTest.moc"
