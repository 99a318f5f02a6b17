#include "auth/OperatorFile.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QLockFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <array>
#include <atomic>
#include <memory>
#include <string>
#include <thread>
#include <utility>

using namespace chinwag::auth;

namespace {

using Clock = std::chrono::system_clock;
constexpr std::size_t failed = static_cast<std::size_t>(-1);

Operator makeOperator(const std::string& name, const std::string& hash = "hash") {
    return {name, hash, std::chrono::time_point_cast<std::chrono::milliseconds>(Clock::now())};
}

std::optional<QString> add(OperatorFile& file, const std::string& name) {
    return file.update([&](Operators& operators) -> std::optional<QString> {
        operators.push_back(makeOperator(name));
        return std::nullopt;
    });
}

// Of everyone in the file, as who opens it afresh sees them; `failed` when it cannot be read.
std::size_t count(OperatorFile& file) {
    const auto read = file.read();
    const auto* const operators = std::get_if<OperatorsRef>(&read);
    return operators != nullptr ? (*operators)->size() : failed;
}

} // namespace

class OperatorFileTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        directory_ = std::make_unique<QTemporaryDir>();
        QVERIFY(directory_->isValid());
    }

    void withoutAFileThereIsNobody() {
        OperatorFile file(path(QStringLiteral("missing")));
        QCOMPARE(count(file), std::size_t{0});
        QCOMPARE(count(file), std::size_t{0});
        // Looking made nothing.
        QVERIFY(!QFile::exists(path(QStringLiteral("missing"))));
    }

    void keepsWhatItIsGiven() {
        const auto alice = makeOperator("alice", "$argon2id$v=19$m=65536,t=2,p=1$c2FsdA$aGFzaA");
        auto bob = makeOperator("B.o_b-2", "another");
        bob.role = Role::Moderator;
        bob.secondFactor = SecondFactor{makeTotpSecret(), 17, {"one", "other"}};
        OperatorFile writer(path(QStringLiteral("a/b")));
        QCOMPARE(writer.update([&](Operators& operators) -> std::optional<QString> {
            operators = {alice, bob};
            return std::nullopt;
        }),
                 std::optional<QString>());
        OperatorFile reader(path(QStringLiteral("a/b")));
        const auto read = reader.read();
        QVERIFY(std::holds_alternative<OperatorsRef>(read));
        const auto& operators = *std::get<OperatorsRef>(read);
        QCOMPARE(operators.size(), std::size_t{2});
        for (const auto* const expected : {&alice, &std::as_const(bob)}) {
            const auto* const found = findOperator(operators, expected->name);
            QVERIFY(found != nullptr);
            QCOMPARE(found->passwordHash, expected->passwordHash);
            QVERIFY(found->createdAt == expected->createdAt);
            QVERIFY(found->role == expected->role);
        }
        QVERIFY(!operators[0].secondFactor);
        QCOMPARE(operators[1].secondFactor->secret, bob.secondFactor->secret);
        QCOMPARE(operators[1].secondFactor->lastStep, std::int64_t{17});
        QCOMPARE(operators[1].secondFactor->recoveryHashes, bob.secondFactor->recoveryHashes);
        QVERIFY(findOperator(operators, "Alice") == nullptr);
        QVERIFY(findOperator(operators, "") == nullptr);
    }

    void isForItsOwnerAlone() {
        const auto own = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
        OperatorFile file(path());
        QVERIFY(!add(file, "alice"));
        QCOMPARE(QFile::permissions(file.path()) & onlyOthers, QFileDevice::Permissions());
        QCOMPARE(QFile::permissions(file.path()) & own, own);
        // Whatever somebody has made of it since.
        QVERIFY(QFile::setPermissions(file.path(), own | onlyOthers));
        QVERIFY(!add(file, "bob"));
        QCOMPARE(QFile::permissions(file.path()) & onlyOthers, QFileDevice::Permissions());
    }

    void itsFormIsThis() {
        OperatorFile file(path());
        write(file,
              QByteArray("{'operators':[{'name':'a','password':'h','created_at':'2026-01-31T12:00:00Z'}]}")
                  .replace('\'', '"'));
        QCOMPARE(count(file), std::size_t{1});
        // Before there were roles everybody could do everything.
        QVERIFY(std::get<OperatorsRef>(file.read())->front().role == Role::Admin);
        write(file, QByteArray("{'operators':[]}").replace('\'', '"'));
        QCOMPARE(count(file), std::size_t{0});
    }

    // Rows are written with single quotes for double ones.
    void damaged_data() {
        QTest::addColumn<QByteArray>("content");
        const auto entry = [](const char* name, const QByteArray& members) {
            QTest::newRow(name) << QByteArray("{'operators':[{" + members + "}]}");
        };
        QTest::newRow("empty") << QByteArray("");
        QTest::newRow("white space") << QByteArray(" \n");
        QTest::newRow("no JSON") << QByteArray("alice:secret\n");
        QTest::newRow("cut off") << QByteArray("{'operators':[{'name':'alice','passw");
        QTest::newRow("something behind it") << QByteArray("{'operators':[]} {}");
        QTest::newRow("NUL bytes, as after a crash") << QByteArray(64, '\0');
        QTest::newRow("not UTF-8") << QByteArray("{'operators':[],'\xFF':1}");
        QTest::newRow("a list") << QByteArray("[]");
        QTest::newRow("an object without operators") << QByteArray("{}");
        QTest::newRow("another word") << QByteArray("{'Operators':[]}");
        QTest::newRow("operators are null") << QByteArray("{'operators':null}");
        QTest::newRow("operators are a number") << QByteArray("{'operators':1}");
        QTest::newRow("operators are an object") << QByteArray("{'operators':{'alice':'hash'}}");
        QTest::newRow("an operator is a text") << QByteArray("{'operators':['alice']}");
        QTest::newRow("an operator is null") << QByteArray("{'operators':[null]}");
        entry("no members", "");
        entry("no name", "'password':'h','created_at':'2026-01-31T12:00:00.000Z'");
        entry("no password", "'name':'a','created_at':'2026-01-31T12:00:00.000Z'");
        entry("no time", "'name':'a','password':'h'");
        entry("empty name", "'name':'','password':'h','created_at':'2026-01-31T12:00:00.000Z'");
        entry("wrong name", "'name':'a b','password':'h','created_at':'2026-01-31T12:00:00.000Z'");
        entry("name is a number", "'name':1,'password':'h','created_at':'2026-01-31T12:00:00.000Z'");
        entry("empty password", "'name':'a','password':'','created_at':'2026-01-31T12:00:00.000Z'");
        entry("password is null", "'name':'a','password':null,'created_at':'2026-01-31T12:00:00.000Z'");
        entry("no such time", "'name':'a','password':'h','created_at':'2026-02-31T12:00:00.000Z'");
        entry("time is a number", "'name':'a','password':'h','created_at':1790000000");
        entry("unknown role", "'name':'a','password':'h','created_at':'2026-01-31T12:00:00Z','role':'root'");
        entry("empty role", "'name':'a','password':'h','created_at':'2026-01-31T12:00:00Z','role':''");
        entry("role is a number", "'name':'a','password':'h','created_at':'2026-01-31T12:00:00Z','role':1");
        entry("role is null", "'name':'a','password':'h','created_at':'2026-01-31T12:00:00Z','role':null");
        entry("totp is null", "'name':'a','password':'h','created_at':'2026-01-31T12:00:00Z','totp':null");
        entry("totp without a secret",
              "'name':'a','password':'h','created_at':'2026-01-31T12:00:00Z','totp':{'last_step':1}");
        entry("totp with a wrong secret", "'name':'a','password':'h','created_at':'2026-01-31T12:00:00Z','"
                                          "totp':{'secret':'a','last_step':1}");
        entry("totp without its step", "'name':'a','password':'h','created_at':'2026-01-31T12:00:00Z','totp':"
                                       "{'secret':'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'}");
        QTest::newRow("two of one name")
            << QByteArray("{'operators':[{'name':'a','password':'h','created_at':'2026-01-31T12:00:00Z'},"
                          "{'name':'a','password':'i','created_at':'2026-01-31T12:00:00Z'}]}");
    }

    /// Damage is told and kept, never taken for "nobody" and written over.
    void damaged() {
        QFETCH(QByteArray, content);
        content.replace('\'', '"');
        OperatorFile file(path());
        write(file, content);
        for (int i = 0; i < 2; ++i) {
            const auto read = file.read();
            QVERIFY(std::holds_alternative<QString>(read));
            QVERIFY(std::get<QString>(read).contains(file.path()));
        }
        bool asked = false;
        const auto error = file.update([&](Operators&) -> std::optional<QString> {
            asked = true;
            return std::nullopt;
        });
        QVERIFY(error.has_value() && error->contains(file.path()));
        QVERIFY(!asked);
        QCOMPARE(contentOf(file), content);
    }

    void damageIsSeenAndRepairToo() {
        OperatorFile file(path());
        QVERIFY(!add(file, "alice"));
        QCOMPARE(count(file), std::size_t{1});
        const auto good = contentOf(file);
        write(file, "{");
        QCOMPARE(count(file), failed);
        write(file, good);
        QCOMPARE(count(file), std::size_t{1});
        QVERIFY(QFile::remove(file.path()));
        QCOMPARE(count(file), std::size_t{0});
    }

    void aDirectoryIsNoFile() {
        OperatorFile file(path());
        QVERIFY(QDir().mkpath(file.path()));
        QCOMPARE(count(file), failed);
        QVERIFY(add(file, "alice").has_value());
    }

    void aDirectoryThatCannotBeMade() {
        OperatorFile blocking(path());
        write(blocking, "");
        OperatorFile file(blocking.path() + QStringLiteral("/below"));
        const auto error = add(file, "alice");
        QVERIFY(error.has_value() && error->contains(blocking.path()));
        QCOMPARE(count(file), failed); // not nobody
        QCOMPARE(contentOf(blocking), QByteArray());
    }

    void aRefusedChangeChangesNothing() {
        OperatorFile file(path());
        const auto refuse = [&] {
            return file.update([](Operators& operators) -> std::optional<QString> {
                operators = {makeOperator("mallory")};
                return QStringLiteral("rather not");
            });
        };
        QCOMPARE(refuse(), std::optional(QStringLiteral("rather not")));
        QVERIFY(!QFile::exists(file.path()));
        QVERIFY(!add(file, "alice"));
        const auto before = contentOf(file);
        QCOMPARE(refuse(), std::optional(QStringLiteral("rather not")));
        QCOMPARE(contentOf(file), before);
        QVERIFY(!add(file, "bob")); // nothing is locked
        QCOMPARE(count(file), std::size_t{2});
    }

    void whoIsLockedOutSaysSo() {
        OperatorFile file(path());
        QVERIFY(!add(file, "alice"));
        QLockFile lock(file.path() + QStringLiteral(".lock"));
        QVERIFY(lock.tryLock());
        const auto error = add(file, "bob");
        QVERIFY(error.has_value() && error->contains(file.path()));
        QCOMPARE(count(file), std::size_t{1}); // reading needs no lock
    }

    void aReaderSeesEveryChange() {
        OperatorFile writer(path());
        OperatorFile reader(path());
        QCOMPARE(count(reader), std::size_t{0});
        for (std::size_t i = 1; i <= 20; ++i) {
            QVERIFY(!add(writer, "operator" + std::to_string(i)));
            QCOMPARE(count(reader), i);
        }
    }

    /// Of the same size, and by the time on the file within the same millisecond.
    void aReaderSeesChangesThatHardlyShow() {
        OperatorFile writer(path());
        OperatorFile reader(path());
        QVERIFY(!add(writer, "alice"));
        const auto time = QDateTime::currentDateTimeUtc();
        for (int i = 0; i < 50; ++i) {
            const auto hash = "hash" + std::to_string(1'000 + i);
            QVERIFY(!writer.update([&](Operators& operators) -> std::optional<QString> {
                operators.front().passwordHash = hash;
                return std::nullopt;
            }));
            QFile raw(writer.path());
            QVERIFY(raw.open(QIODevice::ReadWrite) &&
                    raw.setFileTime(time, QFileDevice::FileModificationTime));
            raw.close();
            const auto read = reader.read();
            QVERIFY(std::holds_alternative<OperatorsRef>(read));
            QCOMPARE(std::get<OperatorsRef>(read)->front().passwordHash, hash);
        }
    }

    void twoWhoChangeItAtOnceLoseNothing() {
        constexpr int each = 20;
        std::array<int, 2> errors{};
        std::array<std::thread, 2> threads;
        for (std::size_t who = 0; who < threads.size(); ++who) {
            threads[who] = std::thread([this, who, &errors] {
                OperatorFile file(path());
                for (int i = 0; i < each; ++i) {
                    const auto error = add(file, std::to_string(who) + '-' + std::to_string(i));
                    errors[who] += error ? 1 : 0;
                }
            });
        }
        for (auto& thread : threads)
            thread.join();
        QCOMPARE(errors, (std::array<int, 2>{0, 0}));
        OperatorFile file(path());
        const auto read = file.read();
        QVERIFY(std::holds_alternative<OperatorsRef>(read));
        for (int who = 0; who < 2; ++who) {
            for (int i = 0; i < each; ++i)
                QVERIFY(findOperator(*std::get<OperatorsRef>(read),
                                     std::to_string(who) + '-' + std::to_string(i)) != nullptr);
        }
    }

    void whoReadsSeesTheOldOrTheNew() {
        OperatorFile writer(path());
        QVERIFY(!add(writer, "alice"));
        std::atomic<bool> done = false;
        std::atomic<int> wrong = 0;
        std::thread reading([&] {
            OperatorFile reader(path());
            while (!done) {
                const auto seen = count(reader);
                wrong += seen == 1 || seen == 2 ? 0 : 1;
            }
        });
        for (int i = 0; i < 200; ++i) {
            const auto error = writer.update([](Operators& operators) -> std::optional<QString> {
                if (operators.size() == 1)
                    operators.push_back(makeOperator("bob", std::string(8'000, 'h')));
                else
                    operators.pop_back();
                return std::nullopt;
            });
            wrong += error ? 1 : 0;
        }
        done = true;
        reading.join();
        QCOMPARE(wrong.load(), 0);
    }

private:
    static constexpr QFileDevice::Permissions onlyOthers = QFileDevice::ReadGroup | QFileDevice::WriteGroup |
                                                           QFileDevice::ExeGroup | QFileDevice::ReadOther |
                                                           QFileDevice::WriteOther | QFileDevice::ExeOther;

    QString path(const QString& name = {}) const { return directory_->filePath(name); }

    static void write(const OperatorFile& file, const QByteArray& content) {
        QFile raw(file.path());
        if (!raw.open(QIODevice::WriteOnly) || raw.write(content) != content.size())
            qFatal("cannot write %s", qUtf8Printable(file.path()));
    }

    static QByteArray contentOf(const OperatorFile& file) {
        QFile raw(file.path());
        return raw.open(QIODevice::ReadOnly) ? raw.readAll() : QByteArray("not to be read");
    }

    std::unique_ptr<QTemporaryDir> directory_;
};

QTEST_GUILESS_MAIN(OperatorFileTest)
#include "OperatorFileTest.moc"
