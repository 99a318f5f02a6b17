#include "RequestBench.h"

#include <QJsonArray>
#include <QTest>

#include <memory>
#include <string>
#include <utility>
#include <vector>

using chinwag::protocol::ConnectionColumn;
using chinwag::protocol::HttpAnswer;
using chinwag::protocol::HttpRequest;
using chinwag::tests::authorized;
using chinwag::tests::header;
using chinwag::tests::json;
using chinwag::tests::makeConnection;
using chinwag::tests::makePost;
using chinwag::tests::makeRequest;
using chinwag::tests::RequestBench;

using namespace Qt::StringLiterals;

namespace {

QStringList idsOf(const QJsonObject& page) {
    QStringList ids;
    const auto items = page[u"items"_s].toArray();
    for (const auto& item : items)
        ids << item[u"id"_s].toString();
    return ids;
}

} // namespace

/// Paging through the open connections, and closing one.
class ConnectionRoutesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // Logging in takes its time on purpose, so it is done again only after what ends the session.
    void init() {
        if (!bench_) {
            bench_ = std::make_unique<RequestBench>();
            token_ = bench_->logIn();
            QVERIFY(!token_.empty());
        }
        auto& connections = bench_->connections;
        connections.open.clear();
        connections.reasons.clear();
        connections.lastQuery.reset();
        for (std::uint32_t i = 0; i < 5; ++i)
            connections.open.push_back(makeConnection({0, i, 1}, "nick" + std::to_string(i)));
    }

    void cleanup() {
        if (std::exchange(isSpent_, false))
            bench_.reset();
    }

    void nobodyIsThere() {
        bench_->connections.open.clear();
        const auto page = json(ask("/admin/api/connections"));
        QCOMPARE(page.keys(),
                 (QStringList{u"items"_s, u"list"_s, u"next_cursor"_s, u"offset"_s, u"open"_s, u"total"_s}));
        QCOMPARE(page[u"items"_s], QJsonValue(QJsonArray()));
        QCOMPARE(page[u"total"_s].toInt(-1), 0);
        QCOMPARE(page[u"open"_s].toInt(-1), 0);
        QVERIFY(page[u"next_cursor"_s].isNull());
        QVERIFY(!page[u"list"_s].toString().isEmpty());
    }

    void pagesByCursor() {
        auto page = json(ask("/admin/api/connections?limit=2"));
        QCOMPARE(idsOf(page), (QStringList{u"0-0-1"_s, u"0-1-1"_s}));
        QCOMPARE(page[u"total"_s].toInt(), 5);
        QCOMPARE(page[u"open"_s].toInt(), 5);
        const auto list = page[u"list"_s].toString();
        page = follow(page, u"&limit=2"_s);
        QCOMPARE(idsOf(page), (QStringList{u"0-2-1"_s, u"0-3-1"_s}));
        QCOMPARE(page[u"offset"_s].toInt(), 2);
        QCOMPARE(page[u"list"_s].toString(), list);
        page = follow(page, u"&limit=2"_s);
        QCOMPARE(idsOf(page), QStringList{u"0-4-1"_s});
        QCOMPARE(page[u"offset"_s].toInt(), 4);
        QVERIFY(page[u"next_cursor"_s].isNull());
    }

    void pagesByOffset_data() {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<QStringList>("ids");
        QTest::addColumn<int>("offset");
        QTest::addColumn<bool>("isLast");
        QTest::newRow("the beginning") << QByteArray("limit=1") << QStringList{u"0-0-1"_s} << 0 << false;
        QTest::newRow("the middle") << QByteArray("offset=2&limit=2") << QStringList{u"0-2-1"_s, u"0-3-1"_s}
                                    << 2 << false;
        QTest::newRow("up to the end")
            << QByteArray("offset=3&limit=2") << QStringList{u"0-3-1"_s, u"0-4-1"_s} << 3 << true;
        QTest::newRow("over the end")
            << QByteArray("offset=4&limit=500") << QStringList{u"0-4-1"_s} << 4 << true;
        QTest::newRow("at the end") << QByteArray("offset=5") << QStringList() << 5 << true;
        QTest::newRow("behind the end") << QByteArray("offset=6") << QStringList() << 5 << true;
        QTest::newRow("far behind") << QByteArray("offset=18446744073709551615&limit=500") << QStringList()
                                    << 5 << true;
    }

    void pagesByOffset() {
        QFETCH(QByteArray, query);
        QFETCH(QStringList, ids);
        QFETCH(int, offset);
        QFETCH(bool, isLast);
        const auto list = json(ask("/admin/api/connections?limit=1"))[u"list"_s].toString().toStdString();
        // Of a list, and of a new one alike.
        for (const auto& base : {"list=" + list + '&', std::string()}) {
            const auto page = json(ask("/admin/api/connections?" + base + query.toStdString()));
            QCOMPARE(idsOf(page), ids);
            QCOMPARE(page[u"offset"_s].toInt(-1), offset);
            QCOMPARE(page[u"total"_s].toInt(), 5);
            QCOMPARE(page[u"next_cursor"_s].isNull(), isLast);
        }
    }

    void aListKeepsItsOrderAndItsValuesAreOfNow() {
        const auto first = json(ask("/admin/api/connections?limit=1"));
        auto& open = bench_->connections.open;
        open[1].nick = "renamed";
        open.erase(open.begin() + 2);
        open.insert(open.begin(), makeConnection({0, 2, 2}, "who has the place now"));
        const auto page = follow(first);
        QCOMPARE(idsOf(page), (QStringList{u"0-1-1"_s, u"0-2-1"_s, u"0-3-1"_s, u"0-4-1"_s}));
        QCOMPARE(page[u"items"_s][0][u"nick"_s].toString(), u"renamed"_s);
        QCOMPARE(page[u"items"_s][1], QJsonValue(QJsonObject{{u"id"_s, u"0-2-1"_s}, {u"gone"_s, true}}));
        QCOMPARE(page[u"total"_s].toInt(), 5);
    }

    void theQueryIsPassedOn() {
        const auto page = json(ask("/admin/api/connections?sort=-bytes_out&q=NICK3&room=Lob&idle.max=5"));
        QCOMPARE(idsOf(page), QStringList{u"0-3-1"_s});
        QCOMPARE(page[u"total"_s].toInt(), 1);
        QCOMPARE(page[u"open"_s].toInt(), 5);
        const auto query = bench_->connections.lastQuery;
        QVERIFY(query.has_value());
        QVERIFY(query->sort == ConnectionColumn::BytesOut && query->descending);
        QCOMPARE(query->anywhere, std::string("nick3"));
        QCOMPARE(query->texts.size(), std::size_t{1});
        QCOMPARE(query->ranges.size(), std::size_t{1});
    }

    void aWrongQueryIsSaidToBe() {
        for (const char* query :
             {"limit=0", "sort=shoe", "shoe=1", "q=%", "list=a&sort=id", "cursor=nonsense"}) {
            const auto answer = ask(std::string("/admin/api/connections?") + query);
            QVERIFY2(answer.status == 400, query);
            QCOMPARE(header(answer, "Content-Type"), QByteArray("application/problem+json"));
        }
        QVERIFY(!bench_->connections.lastQuery);
    }

    void listsThatAreNotKept() {
        const auto page = json(ask("/admin/api/connections?limit=1"));
        const auto list = page[u"list"_s].toString().toStdString();
        const auto cursor = page[u"next_cursor"_s].toString().toStdString();
        // A list is its session's, also when the operator is the same.
        const auto other = bench_->logIn();
        const auto asOther = [&](const std::string& query) {
            return bench_->ask(authorized(makeRequest("GET", "/admin/api/connections?" + query), other));
        };
        QCOMPARE(asOther("list=" + list).status, 410);
        QCOMPARE(asOther("cursor=" + cursor).status, 410);
        QCOMPARE(ask("/admin/api/connections?list=" + list).status, 200);
        QCOMPARE(ask("/admin/api/connections?list=nonsense").status, 410);
        QCOMPARE(ask("/admin/api/connections?cursor=nonsense.5").status, 410);
        QCOMPARE(json(ask("/admin/api/connections?list=nonsense"))[u"status"_s].toInt(), 410);
        for (int i = 0; i < 4; ++i)
            QCOMPARE(ask("/admin/api/connections").status, 200);
        QCOMPARE(ask("/admin/api/connections?list=" + list).status, 410);
    }

    void kicks_data() {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("reason");
        QTest::newRow("with a reason") << QByteArray("{'reason':'spam'}") << QByteArray("spam");
        QTest::newRow("without") << QByteArray("{}") << QByteArray();
        QTest::newRow("with an empty one") << QByteArray("{'reason':''}") << QByteArray();
        QTest::newRow("the longest") << QByteArray("{'reason':'" + QByteArray(100, 'a') + "'}")
                                     << QByteArray(100, 'a');
        QTest::newRow("the longest in another script")
            << QByteArray("{'reason':'" + QByteArray("\xD0\xB6").repeated(50) + "'}")
            << QByteArray("\xD0\xB6").repeated(50);
    }

    void kicks() {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, reason);
        const auto answer = kick("0-3-1", body);
        QCOMPARE(answer.status, 200);
        QCOMPARE(header(answer, "Cache-Control"), QByteArray("no-store"));
        QCOMPARE(json(answer), (QJsonObject{{u"id"_s, u"0-3-1"_s}, {u"nick"_s, u"nick3"_s}}));
        QCOMPARE(bench_->connections.reasons, std::vector<std::string>{reason.toStdString()});
        QCOMPARE(kick("0-3-1", body).status, 404);
    }

    void kicksWhoHasNoNick() {
        bench_->connections.open = {makeConnection({0, 0, 1}, "")};
        QCOMPARE(json(kick("0-0-1", "{}")), (QJsonObject{{u"id"_s, u"0-0-1"_s}, {u"nick"_s, QJsonValue()}}));
    }

    void kicksNobody_data() {
        QTest::addColumn<QByteArray>("id");
        for (const char* id : {"0-9-1", "0-3-2", "9-3-1", "nick3", "0-3", "00-3-1", "0-3-1-1", "%30-9-1", "",
                               "0-3-1/0-3-1", "0-3-1%2F", "%20", "0-3-1%20"})
            QTest::addRow("'%s'", id) << QByteArray(id);
    }

    void kicksNobody() {
        QFETCH(QByteArray, id);
        const auto answer = kick(id.toStdString(), "{}");
        QCOMPARE(answer.status, 404);
        QCOMPARE(header(answer, "Content-Type"), QByteArray("application/problem+json"));
        QCOMPARE(bench_->connections.open.size(), std::size_t{5});
    }

    void anEncodedIdIsTheSame() { QCOMPARE(kick("%30%2D3-1", "{}").status, 200); }

    void kicksForNoSuchReason_data() {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("says");
        const auto row = [](const char* name, const QByteArray& body, const char* says) {
            QTest::newRow(name) << body << QByteArray(says);
        };
        row("too long", "{'reason':'" + QByteArray(101, 'a') + "'}", "at most 100 bytes");
        row("too long in bytes", "{'reason':'" + QByteArray("\xD0\xB6").repeated(51) + "'}",
            "at most 100 bytes");
        row("new line", "{'reason':'a\\nb'}", "control characters");
        row("NUL", "{'reason':'a\\u0000b'}", "control characters");
        row("escape", "{'reason':'\\u001b[31m'}", "control characters");
        row("DEL", "{'reason':'\\u007f'}", "control characters");
        row("upper control", "{'reason':'\\u0085'}", "control characters");
        row("a number", "{'reason':1}", "must be a string");
        row("null", "{'reason':null}", "must be a string");
        row("unknown member", "{'reasons':'spam'}", "unknown member 'reasons'");
        row("a text", "'spam'", "not valid JSON");
        row("a list", "['spam']", "must be a JSON object");
        row("no JSON", "spam", "not valid JSON");
    }

    void kicksForNoSuchReason() {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, says);
        const auto answer = kick("0-3-1", body);
        QCOMPARE(answer.status, 400);
        QVERIFY2(QByteArray::fromStdString(answer.body).contains(says), answer.body.c_str());
        QCOMPARE(bench_->connections.open.size(), std::size_t{5});
    }

    void onlyJsonKicks() {
        auto request = authorized(makeRequest("POST", "/admin/api/connections/0-3-1/kick"), token_);
        QCOMPARE(bench_->ask(request).status, 415);
        request.headers.push_back({"Content-Type", "text/plain"});
        request.body = "{}";
        QCOMPARE(bench_->ask(request).status, 415);
        QCOMPARE(bench_->connections.open.size(), std::size_t{5});
    }

    void anAnswerMayTakeItsTime_data() {
        QTest::addColumn<bool>("isKick");
        QTest::newRow("list") << false;
        QTest::newRow("kick") << true;
    }

    void anAnswerMayTakeItsTime() {
        QFETCH(bool, isKick);
        bench_->connections.hold();
        std::vector<int> answers;
        begin(isKick, answers);
        // Meanwhile others are served.
        QCOMPARE(bench_->get("/healthz").status, 200);
        QVERIFY(answers.empty());
        bench_->connections.release();
        QVERIFY(answered(answers));
    }

    void whatWaitsWhenTheServerGoesIsA503_data() { anAnswerMayTakeItsTime_data(); }

    void whatWaitsWhenTheServerGoesIsA503() {
        QFETCH(bool, isKick);
        bench_->connections.hold();
        std::vector<int> answers;
        begin(isKick, answers);
        destroyServer();
        bench_->connections.drop();
        QCOMPARE(answers, std::vector<int>{503});
    }

    void anAnswerThatComesAfterTheServerHarmsNobody_data() { anAnswerMayTakeItsTime_data(); }

    void anAnswerThatComesAfterTheServerHarmsNobody() {
        QFETCH(bool, isKick);
        bench_->connections.hold();
        std::vector<int> answers;
        begin(isKick, answers);
        destroyServer();
        bench_->connections.release();
        QVERIFY(answered(answers));
    }

    void aSessionThatEndsMeanwhileStillGetsItsAnswer() {
        bench_->connections.hold();
        std::vector<int> answers;
        begin(false, answers);
        isSpent_ = true;
        QCOMPARE(bench_->ask(authorized(makeRequest("POST", "/admin/api/logout"), token_)).status, 204);
        bench_->connections.release();
        QCOMPARE(answers, std::vector<int>{200});
        QCOMPARE(ask("/admin/api/connections").status, 401);
    }

private:
    HttpAnswer ask(const std::string& target) {
        return bench_->ask(authorized(makeRequest("GET", target), token_));
    }

    QJsonObject follow(const QJsonObject& page, const QString& more = {}) {
        const QString cursor = page[u"next_cursor"_s].toString();
        return json(ask("/admin/api/connections?cursor=" + cursor.toStdString() + more.toStdString()));
    }

    // Single quotes in `body` stand for double ones.
    HttpRequest kickRequest(const std::string& id, QByteArray body) const {
        body.replace('\'', '"');
        return authorized(makePost("/admin/api/connections/" + id + "/kick", body.toStdString()), token_);
    }

    HttpAnswer kick(const std::string& id, const QByteArray& body) {
        return bench_->ask(kickRequest(id, body));
    }

    /// Asks, and returns when the answer is what is waited for.
    void begin(bool isKick, std::vector<int>& answers) {
        auto request = isKick ? kickRequest("0-3-1", "{}")
                              : authorized(makeRequest("GET", "/admin/api/connections"), token_);
        bench_->server().handle(std::move(request),
                                [&answers](const HttpAnswer& answer) { answers.push_back(answer.status); });
        QVERIFY(QTest::qWaitFor([&] { return bench_->connections.waiting() == 1; }, 30'000));
    }

    // With a 200; a kick goes on record before.
    static bool answered(const std::vector<int>& answers) {
        return QTest::qWaitFor([&] { return !answers.empty(); }, 30'000) && answers == std::vector<int>{200};
    }

    void destroyServer() {
        isSpent_ = true;
        bench_->destroyServer();
    }

    std::unique_ptr<RequestBench> bench_;
    std::string token_;
    bool isSpent_ = false; // no use to the next test
};

QTEST_GUILESS_MAIN(ConnectionRoutesTest)
#include "ConnectionRoutesTest.moc"
