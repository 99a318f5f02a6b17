// Operators look at one connection: its rates, its errors, and its frames for a while.
#include "ModerationServer.h"

#include <QJsonArray>
#include <QSet>
#include <QTest>

#include <memory>
#include <string>

namespace chinwag::test {

using namespace Qt::StringLiterals;

class TraceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        server_ = std::make_unique<ModerationServer>();
        QVERIFY(server_->start());
    }
    void cleanup() { server_.reset(); }

    void oneConnectionIsRead();
    void errorsAndDropsAreSeen();
    void framesAreToldWithoutText();
    void textIsToldWhenItIsAskedFor();
    void itEndsWithTheConnection();
    void itEndsByTime();
    void itIsOnRecord();
    void anOperatorIsNotTraced();
    void wrongRequestsAreExplained();

private:
    QString idOf(const QString& nick) {
        const QString path = u"/admin/api/connections?nick="_s + nick;
        return server_->api().get(path.toStdString()).body[u"items"_s][0][u"id"_s].toString();
    }
    JsonAnswer trace(const QString& id, const QJsonObject& body) {
        return server_->api().post(pathOf(id) + "/trace", body);
    }
    static std::string pathOf(const QString& id) { return "/admin/api/connections/" + id.toStdString(); }
    CentrifugeProbe follower(const QString& id) {
        const auto token = server_->api().post("/admin/api/feed-token", {}).body[u"token"_s].toString();
        auto probe = server_->centrifuge();
        isFollowing_ = probe.connect(token.toStdString()).contains(u"connect"_s) &&
                       probe.subscribe(u"admin:trace."_s + id).contains(u"subscribe"_s);
        return probe;
    }
    // The next `count` frames; fewer when the trace ends before, which says why in ended_.
    QJsonArray nextFrames(CentrifugeProbe& feed, qsizetype count) {
        QJsonArray frames;
        ended_.clear();
        while (frames.size() < count && ended_.isEmpty()) {
            const auto batch = feed.nextData();
            if (batch.isEmpty())
                break;
            const auto some = batch[u"frames"_s].toArray();
            for (const auto& frame : some)
                frames.append(frame);
            ended_ = batch[u"ended"_s].toString();
        }
        return frames;
    }

    std::unique_ptr<ModerationServer> server_;
    bool isFollowing_ = false;
    QString ended_;
};

void TraceTest::oneConnectionIsRead() {
    auto bob = server_->process().chatter(server_->plain("bob", "&nick=Bob"));
    bob.send(text("Bob: Hello"));
    QCOMPARE(bob.next(), textEvent("Bob: Hello"));
    const auto answer = server_->api().get(pathOf(idOf(u"Bob"_s)));
    QCOMPARE(answer.answer.status, 200);
    QCOMPARE(answer.body[u"messages_in"_s].toInt(), 1);
    QVERIFY(answer.body[u"messages_in_rate"_s].toDouble() >= 0);
    QVERIFY(answer.body[u"rtt_mean_ms"_s].isNull());
    QVERIFY(answer.body[u"last_error"_s].isNull());
    QCOMPARE(server_->api().get("/admin/api/connections/0-0-77").answer.status, 404);
}

void TraceTest::errorsAndDropsAreSeen() {
    auto ann = server_->centrifuge();
    QVERIFY(ann.connect(server_->token("ann")).contains(u"connect"_s));
    QVERIFY(ann.subscribe(u"shoe:x"_s).contains(u"error"_s));
    const auto row = server_->api().get("/admin/api/connections?last_error=unknown").body[u"items"_s][0];
    QCOMPARE(row[u"user"_s].toString(), u"ann"_s);
    QCOMPARE(row[u"last_error"_s].toString(), u"unknown channel"_s);
    QCOMPARE(row[u"drops"_s].toInt(), 0);
}

void TraceTest::framesAreToldWithoutText() {
    auto bob = server_->process().chatter(server_->plain("bob", "&nick=Bob"));
    const auto id = idOf(u"Bob"_s);
    auto feed = follower(id);
    QVERIFY(isFollowing_);
    const auto answer = trace(id, {});
    QCOMPARE(answer.answer.status, 200);
    QCOMPARE(answer.body, (QJsonObject{{u"id"_s, id},
                                       {u"channel"_s, QString(u"admin:trace."_s + id)},
                                       {u"seconds"_s, 30},
                                       {u"with_text"_s, false}}));
    bob.send(text("Bob: Hello"));
    QCOMPARE(bob.next(), textEvent("Bob: Hello"));
    const auto frames = nextFrames(feed, 2);
    QCOMPARE(frames.size(), 2);
    QCOMPARE(frames[0][u"direction"_s].toString(), u"in"_s);
    QCOMPARE(frames[1][u"direction"_s].toString(), u"out"_s);
    for (const auto& frame : frames) {
        QCOMPARE(frame[u"kind"_s].toString(), u"text"_s);
        QCOMPARE(frame[u"size"_s].toInt(), 10);
        QVERIFY(!frame.toObject().contains(u"text"_s));
    }
    QCOMPARE(server_->api().remove(pathOf(id) + "/trace").answer.status, 204);
    nextFrames(feed, 1);
    QCOMPARE(ended_, u"stopped"_s);
    QCOMPARE(server_->api().remove(pathOf(id) + "/trace").answer.status, 404);
}

void TraceTest::textIsToldWhenItIsAskedFor() {
    auto bob = server_->process().chatter(server_->plain("bob", "&nick=Bob"));
    const auto id = idOf(u"Bob"_s);
    auto feed = follower(id);
    QCOMPARE(trace(id, {{u"with_text"_s, true}, {u"seconds"_s, 300}}).answer.status, 200);
    const auto line = "Bob: " + std::string(2'000, 'x');
    bob.send(text(line));
    QCOMPARE(bob.next(), textEvent(line));
    const QJsonValue frame = nextFrames(feed, 1).at(0);
    QCOMPARE(frame[u"text"_s].toString().size(), 1'024);
    QVERIFY(frame[u"text"_s].toString().startsWith(u"Bob: xx"_s));
    QCOMPARE(frame[u"cut"_s], QJsonValue(true));
    QCOMPARE(frame[u"size"_s].toInt(), 2'005);
}

void TraceTest::itEndsWithTheConnection() {
    auto bob = server_->process().chatter(server_->plain("bob", "&nick=Bob"));
    const auto id = idOf(u"Bob"_s);
    auto feed = follower(id);
    QCOMPARE(trace(id, {}).answer.status, 200);
    QVERIFY(bob.closeNormally());
    const auto frames = nextFrames(feed, 3);
    QCOMPARE(ended_, u"closed"_s);
    QCOMPARE(frames.size(), 2);
    for (const auto& frame : frames)
        QCOMPARE(frame[u"kind"_s].toString(), u"close"_s);
}

void TraceTest::itEndsByTime() {
    auto bob = server_->process().chatter(server_->plain("bob", "&nick=Bob"));
    const auto id = idOf(u"Bob"_s);
    auto feed = follower(id);
    QCOMPARE(trace(id, {{u"seconds"_s, 1}}).answer.status, 200);
    nextFrames(feed, 1);
    QCOMPARE(ended_, u"time"_s);
}

void TraceTest::itIsOnRecord() {
    auto bob = server_->process().chatter(server_->plain("bob", "&nick=Bob"));
    QCOMPARE(trace(idOf(u"Bob"_s), {{u"with_text"_s, true}}).answer.status, 200);
    const auto entry = server_->api().get("/admin/api/audit?limit=1").body[u"items"_s][0];
    QCOMPARE(entry[u"action"_s].toString(), u"connection.trace"_s);
    QCOMPARE(entry[u"target"_s].toString(), u"Bob/bob (127.0.0.1)"_s);
    QCOMPARE(entry[u"reason"_s].toString(), u"30 s, with text"_s);
}

void TraceTest::anOperatorIsNotTraced() {
    auto feed = follower(u"0-0-1"_s);
    // It is not listed, and the only one that there is.
    QSet<int> statuses;
    for (const auto& id : {u"0-0-1"_s, u"1-0-1"_s})
        statuses.insert(trace(id, {}).answer.status);
    QCOMPARE(statuses, (QSet<int>{404, 409}));
}

void TraceTest::wrongRequestsAreExplained() {
    QCOMPARE(trace(u"0-0-77"_s, {}).answer.status, 404);
    for (const int seconds : {0, 301})
        QCOMPARE(trace(u"0-0-77"_s, {{u"seconds"_s, seconds}}).answer.status, 400);
    QCOMPARE(trace(u"0-0-77"_s, {{u"text"_s, true}}).answer.status, 400);
}

} // namespace chinwag::test

QTEST_GUILESS_MAIN(chinwag::test::TraceTest)
#include "tst_trace.moc"
