#include "auth/FirstOperator.h"
#include "auth/OperatorFile.h"
#include "auth/Password.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <chrono>
#include <memory>
#include <optional>
#include <string>

using namespace chinwag::auth;
using Kind = FirstOperator::Outcome::Kind;

Q_DECLARE_METATYPE(chinwag::auth::FirstOperator::Outcome::Kind)

namespace {

constexpr int patience = 60'000; // milliseconds
constexpr const char* password = "correct horse";

} // namespace

/// Whoever has the code becomes the first operator, once.
class FirstOperatorTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        directory_ = std::make_unique<QTemporaryDir>();
        QVERIFY(directory_->isValid());
        first_ = std::make_unique<FirstOperator>(directory_->path(), [this] { return now_; });
    }

    void cleanup() { first_.reset(); }

    void theCodeMakesAnAdmin() {
        const auto code = first_->open();
        QVERIFY(code.has_value() && code->size() == 22); // 128 bits
        QVERIFY(first_->isOpen());
        QCOMPARE(make(*code).kind, Kind::Made);
        QVERIFY(!first_->isOpen());
        const auto all = operators();
        QCOMPARE(all.size(), std::size_t{1});
        QCOMPARE(all[0].name, std::string("alice"));
        QCOMPARE(all[0].role, Role::Admin);
        QVERIFY(verifyPassword(all[0].passwordHash, password));
    }

    void theCodeIsSpent() {
        const auto code = first_->open().value_or("");
        QCOMPARE(make(code).kind, Kind::Made);
        QCOMPARE(make(code, "mallory").kind, Kind::Taken);
        // Not even when there is nobody any more.
        QVERIFY(QFile::remove(OperatorFile(directory_->path()).path()));
        QCOMPARE(make(code, "mallory").kind, Kind::Closed);
    }

    void thereIsNoneWhereThereIsAnOperator() {
        QVERIFY(addOperator());
        QVERIFY(!first_->open());
        QVERIFY(!first_->isOpen());
        QCOMPARE(make("").kind, Kind::Taken);
    }

    void anOperatorWhoCameMeanwhileClosesIt() {
        const auto code = first_->open().value_or("");
        QVERIFY(addOperator());
        QVERIFY(!first_->isOpen());
        QCOMPARE(make(code).kind, Kind::Taken);
        QCOMPARE(operators().size(), std::size_t{1});
    }

    void aCodeGrowsOld() {
        const auto code = first_->open().value_or("");
        now_ += FirstOperator::lifetime - std::chrono::milliseconds(1);
        QVERIFY(first_->isOpen());
        now_ += std::chrono::milliseconds(1);
        QVERIFY(!first_->isOpen());
        QCOMPARE(make(code).kind, Kind::Closed);
        QVERIFY(operators().empty());
        QCOMPARE(make(first_->open().value_or("")).kind, Kind::Made);
    }

    void anotherCodeIsWrong_data() {
        QTest::addColumn<QByteArray>("change");
        for (const char* change : {"", "short", "other"})
            QTest::newRow(change[0] == '\0' ? "empty" : change) << QByteArray(change);
    }

    void anotherCodeIsWrong() {
        QFETCH(QByteArray, change);
        const auto code = first_->open().value_or("");
        auto wrong = change.isEmpty() ? std::string() : code;
        if (change == "short")
            wrong.pop_back();
        else if (change == "other")
            wrong.front() = wrong.front() == 'A' ? 'B' : 'A';
        QCOMPARE(make(wrong).kind, Kind::Wrong);
        QCOMPARE(make(code).kind, Kind::Made);
    }

    void theCodeBeforeIsWorthNothing() {
        const auto before = first_->open().value_or("");
        const auto code = first_->open().value_or("");
        QVERIFY(before != code);
        QCOMPARE(make(before).kind, Kind::Wrong);
        QCOMPARE(make(code).kind, Kind::Made);
    }

    void attemptsAreLimitedByAddress() {
        const auto code = first_->open().value_or("");
        for (int i = 0; i < 10; ++i)
            QCOMPARE(make("wrong").kind, Kind::Wrong);
        const auto limited = make(code);
        QCOMPARE(limited.kind, Kind::Limited);
        QVERIFY(limited.retryAfter.count() > 0);
        QCOMPARE(make(code, "alice", "198.51.100.7").kind, Kind::Made);
    }

    void whoWaitsMayTryAgain() {
        const auto code = first_->open().value_or("");
        for (int i = 0; i < 11; ++i)
            make("wrong");
        now_ += std::chrono::minutes(1);
        QCOMPARE(make(code).kind, Kind::Made);
    }

    void oneAtATime() {
        const auto code = first_->open().value_or("");
        std::optional<Kind> one;
        first_->make({code, "alice", password, "192.0.2.1"},
                     [&one](const FirstOperator::Outcome& outcome) { one = outcome.kind; });
        QCOMPARE(make(code, "bob").kind, Kind::Busy);
        QVERIFY(QTest::qWaitFor([&one] { return one.has_value(); }, patience));
        QCOMPARE(*one, Kind::Made);
        QCOMPARE(operators().size(), std::size_t{1});
    }

    void whatCannotBeReadIsNotOverwritten() {
        const auto code = first_->open().value_or("");
        QFile file(OperatorFile(directory_->path()).path());
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("{") == 1);
        file.close();
        QCOMPARE(make(code).kind, Kind::Failed);
        QVERIFY(!first_->open());
    }

    void goesWhileOneIsBeingMade() {
        const auto code = first_->open().value_or("");
        first_->make({code, "alice", password, "192.0.2.1"}, [](const auto&) { QFAIL("was called"); });
        first_.reset();
        QCoreApplication::processEvents();
    }

private:
    FirstOperator::Outcome make(const std::string& code, const std::string& name = "alice",
                                const std::string& address = "192.0.2.1") {
        std::optional<FirstOperator::Outcome> result;
        first_->make({code, name, password, address},
                     [&result](const FirstOperator::Outcome& outcome) { result = outcome; });
        if (!QTest::qWaitFor([&result] { return result.has_value(); }, patience))
            return {};
        return *result;
    }

    Operators operators() const {
        const auto all = OperatorFile(directory_->path()).read();
        const auto* const ref = std::get_if<OperatorsRef>(&all);
        return ref != nullptr ? **ref : Operators();
    }

    bool addOperator() const {
        return !OperatorFile(directory_->path()).update([](Operators& all) -> std::optional<QString> {
            all.push_back({"olga", "hash", std::chrono::system_clock::now()});
            return std::nullopt;
        });
    }

    std::unique_ptr<QTemporaryDir> directory_;
    std::unique_ptr<FirstOperator> first_;
    FirstOperator::Time now_ = std::chrono::steady_clock::now();
};

QTEST_GUILESS_MAIN(FirstOperatorTest)
#include "FirstOperatorTest.moc"
