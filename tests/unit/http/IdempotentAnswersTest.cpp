#include "http/IdempotentAnswers.h"

#include <QTest>

#include <optional>
#include <vector>

using chinwag::http::AnswerOnce;
using chinwag::http::IdempotentAnswers;
using chinwag::protocol::HttpAnswer;
using namespace std::chrono_literals;

namespace {

const auto now = IdempotentAnswers::Time(1h);
const IdempotentAnswers::Question question{"alice", "key", "POST"};

} // namespace

class IdempotentAnswersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        answers_ = std::make_shared<IdempotentAnswers>();
        given_.clear();
    }

    void whoAsksMeanwhileGetsTheFirstAnswer() {
        auto first = begin(question);
        QVERIFY(first.has_value());
        QVERIFY(!begin(question).has_value());
        QVERIFY(!begin(question).has_value());
        QVERIFY(given_.empty());
        first->give({200, {}, "done"});
        QCOMPARE(given_, (std::vector<std::string>{"done", "done", "done"}));
        QVERIFY(!begin(question).has_value());
        QCOMPARE(given_.size(), std::size_t{4});
    }

    void aDifferentOneIsRefused() {
        auto first = begin(question);
        QVERIFY(!begin({"alice", "key", "another"}).has_value());
        QCOMPARE(given_.size(), std::size_t{1});
        QVERIFY(begin({"bob", "key", "another"}).has_value());
        QVERIFY(begin({"alice", "other-key", "another"}).has_value());
    }

    void errorsOfTheServerAreTriedAgain() {
        begin(question)->give({503, {}, "busy"});
        QCOMPARE(given_, std::vector<std::string>{"busy"});
        QVERIFY(begin(question).has_value());
    }

    void aHandlerThatNeverAnswersIsAnError() {
        begin(question).reset();
        QCOMPARE(given_.size(), std::size_t{1});
        QVERIFY(begin(question).has_value());
    }

    void answersAreForgotten() {
        begin(question)->give({200, {}, "done"});
        // The time of an answer is the clock's.
        const auto later = std::chrono::steady_clock::now() + IdempotentAnswers::lifetime;
        QVERIFY(answers_->begin(question, sink(), later + 1min).has_value());
    }

    void memoryIsBounded() {
        const std::string large(IdempotentAnswers::maxKeptBytes / 4, 'x');
        for (int i = 0; i < 5; ++i)
            begin({"alice", std::to_string(i), "POST"})->give({200, {}, large});
        QVERIFY(begin({"alice", "0", "POST"}).has_value()); // the oldest has gone
        QVERIFY(!begin({"alice", "4", "POST"}).has_value());
    }

    void itMayGoBeforeTheAnswer() {
        auto first = begin(question);
        answers_.reset();
        QCOMPARE(given_.size(), std::size_t{1}); // 503
        first->give({200, {}, "late"});
        QCOMPARE(given_.size(), std::size_t{1});
    }

private:
    AnswerOnce sink() {
        return AnswerOnce([this](const HttpAnswer& answer) { given_.push_back(answer.body); });
    }
    std::optional<AnswerOnce> begin(const IdempotentAnswers::Question& asked) {
        return answers_->begin(asked, sink(), now);
    }

    std::shared_ptr<IdempotentAnswers> answers_;
    std::vector<std::string> given_;
};

QTEST_APPLESS_MAIN(IdempotentAnswersTest)
#include "IdempotentAnswersTest.moc"
