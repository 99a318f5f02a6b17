// An ambiguous request gets one refusal and the end of the connection, wherever in a connection it stands.
#include "http/Smuggling.h"
#include "support/ServerProcess.h"

#include <QTest>

namespace chinwag::test {

class SmugglingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(server_.start()); }
    void first_data() { addRows(); }
    void first() { check(0, false); }
    void second_data() { addRows(); }
    void second() { check(1, false); }
    void pipelinedThird_data() { addRows(); }
    void pipelinedThird();
    void inSingleBytes_data() { addRows(); }
    void inSingleBytes() { check(0, true); }

private:
    static void addRows();
    static const AmbiguousRequest& current();
    static void checkRefusal(const std::vector<Answer>& answers, std::size_t good);
    void check(int before, bool chopped) const;

    static inline const std::vector<AmbiguousRequest> requests = ambiguousRequests();
    ServerProcess server_;
};

void SmugglingTest::addRows() {
    QTest::addColumn<std::size_t>("index");
    for (std::size_t i = 0; i < requests.size(); ++i)
        QTest::newRow(requests[i].name.c_str()) << i;
}

const AmbiguousRequest& SmugglingTest::current() {
    QFETCH(std::size_t, index);
    return requests[index];
}

// `good` answers with 200, the refusal, the end: and nothing else.
void SmugglingTest::checkRefusal(const std::vector<Answer>& answers, std::size_t good) {
    std::string all;
    for (const Answer& answer : answers)
        all += answer.describe() + "\n";
    QVERIFY2(answers.size() == good + 2, all.c_str());
    for (std::size_t i = 0; i < good; ++i)
        QVERIFY2(answers[i].status == 200, all.c_str());
    QVERIFY2(answers[good].status == current().status, all.c_str());
    QCOMPARE(answers[good].header("Connection"), std::string("close"));
    QCOMPARE(answers[good].header("Content-Type").substr(0, 24), std::string("application/problem+json"));
    QVERIFY2(answers.back().isEnd(), all.c_str());
}

void SmugglingTest::check(int before, bool chopped) const {
    HttpProbe probe = server_.http();
    for (int i = 0; i < before; ++i)
        QCOMPARE(probe.get("/healthz").status, 200);
    const std::string& bytes = current().bytes;
    for (std::size_t i = 0; chopped && i < bytes.size(); ++i) {
        if (!probe.send(std::string_view(bytes).substr(i, 1)))
            break; // refused and gone already
    }
    if (!chopped)
        probe.send(bytes);
    checkRefusal(probe.readToEnd(), 0);
}

void SmugglingTest::pipelinedThird() {
    HttpProbe probe = server_.http();
    const std::string good = request("GET", "/healthz");
    probe.send(good + good + current().bytes);
    checkRefusal(probe.readToEnd(), 2);
}

} // namespace chinwag::test

QTEST_GUILESS_MAIN(chinwag::test::SmugglingTest)
#include "tst_smuggling.moc"
