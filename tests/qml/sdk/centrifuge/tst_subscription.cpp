// The state machine of a subscription, and what it tells.
#include "sdk/centrifuge/ScriptedServer.h"
#include "sdk/centrifuge/Watch.h"

#include <QJsonArray>

namespace chinwag::test {

using namespace centrifuge;
using std::chrono::milliseconds;

namespace {

QString text(const char* latin) {
    return QString::fromLatin1(latin);
}

constexpr QLatin1String room("room");

QJsonObject unsubscribePush(int code) {
    return {{text("channel"), room},
            {text("unsubscribe"), QJsonObject{{text("code"), code}, {text("reason"), text("why")}}}};
}

} // namespace

class CentrifugeSubscriptionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        server_ = std::make_unique<ScriptedServer>();
        begin(optionsFor(server_->url()), quickSubscription());
    }
    void cleanup() {
        client_.reset();
        server_.reset();
    }

    void comesAndGoes() {
        QCOMPARE(sub_->state(), Subscription::State::Unsubscribed);
        sub_->subscribe();
        sub_->subscribe();
        QCOMPARE(sub_->state(), Subscription::State::Subscribing);
        client_->connectToServer();
        QVERIFY(seen_->waitFor(text("subscribed")));
        QCOMPARE(sub_->state(), Subscription::State::Subscribed);
        sub_->unsubscribe();
        sub_->unsubscribe();
        QVERIFY(eventually([&] { return server_->count(text("unsubscribe")) == 1; }));
        QCOMPARE(seen_->lines,
                 QStringList({text("subscribing 0"), text("subscribed"), text("unsubscribed 0")}));
        sub_->subscribe();
        QVERIFY(seen_->waitFor(text("subscribed"), 2));
    }

    void thereIsOneForAChannel() {
        QCOMPARE(client_->newSubscription(room), nullptr);
        QCOMPARE(client_->newSubscription(QString()), nullptr);
        QCOMPARE(client_->subscription(room), sub_);
        const QPointer<Subscription> old(sub_);
        client_->removeSubscription(sub_);
        QCOMPARE(client_->subscription(room), nullptr);
        QVERIFY(client_->newSubscription(room));
        QVERIFY(eventually([&] { return old.isNull(); }));
        QVERIFY(client_->subscription(room));
        delete client_->subscription(room);
        QVERIFY(client_->subscriptions().isEmpty());
    }

    void asksForWhatItWasToldTo() {
        SubscriptionOptions options = quickSubscription();
        options.token = text("t");
        options.data = 7;
        options.positioned = options.recoverable = options.joinLeave = options.hasSince = true;
        options.since = {3, text("e")};
        begin(optionsFor(server_->url()), options);
        sub_->subscribe();
        client_->connectToServer();
        QVERIFY(seen_->waitFor(text("subscribed")));
        const QJsonObject expected{
            {text("channel"), room},    {text("token"), text("t")},  {text("data"), 7},
            {text("positioned"), true}, {text("recoverable"), true}, {text("join_leave"), true},
            {text("recover"), true},    {text("epoch"), text("e")},  {text("offset"), 3}};
        QCOMPARE(server_->commands(text("subscribe")).first().parameters, expected);
    }

    void errors_data() {
        QTest::addColumn<int>("code");
        QTest::addColumn<bool>("temporary");
        QTest::addColumn<QStringList>("lines");
        const QString begun = text("subscribing 0");
        QTest::newRow("internal") << 100 << true
                                  << QStringList({begun, text("failed 100"), text("subscribed")});
        QTest::newRow("too many") << 111 << true
                                  << QStringList({begun, text("failed 111"), text("subscribed")});
        QTest::newRow("denied") << 103 << false << QStringList({begun, text("unsubscribed 103")});
        QTest::newRow("unknown") << 102 << false << QStringList({begun, text("unsubscribed 102")});
        QTest::newRow("expired, nobody to ask")
            << 109 << false << QStringList({begun, text("unsubscribed 1")});
    }
    void errors() {
        QFETCH(const int, code);
        QFETCH(const bool, temporary);
        QFETCH(const QStringList, lines);
        server_->refuseOnce(text("subscribe"), code, temporary);
        sub_->subscribe();
        client_->connectToServer();
        QVERIFY(seen_->waitFor(lines.last()));
        QCOMPARE(seen_->lines, lines);
    }

    void pushesThatEndIt_data() {
        QTest::addColumn<int>("code");
        QTest::addColumn<bool>("again");
        QTest::newRow("by the server") << 2000 << false;
        QTest::newRow("final") << 2499 << false;
        QTest::newRow("insufficient state") << 2500 << true;
        QTest::newRow("expired") << 2501 << true;
    }
    void pushesThatEndIt() {
        QFETCH(const int, code);
        QFETCH(const bool, again);
        sub_->subscribe();
        client_->connectToServer();
        QVERIFY(seen_->waitFor(text("subscribed")));
        server_->push(unsubscribePush(code));
        const QString line =
            QStringLiteral("%1 %2").arg(again ? text("subscribing") : text("unsubscribed")).arg(code);
        QVERIFY(seen_->waitFor(line));
        if (again)
            QVERIFY(seen_->waitFor(text("subscribed"), 2));
        else
            someTurns();
        QCOMPARE(server_->count(text("subscribe")), again ? 2 : 1);
        QCOMPARE(server_->count(text("unsubscribe")), 0);
    }

    void recovers_data() {
        QTest::addColumn<bool>("recovered");
        QTest::addColumn<QStringList>("heard");
        QTest::newRow("without a gap")
            << true << QStringList({text("one"), text("two"), text("three"), text("four")});
        QTest::newRow("with a gap") << false << QStringList({text("one"), text("four")});
    }
    void recovers() {
        QFETCH(const bool, recovered);
        QFETCH(const QStringList, heard);
        server_->rule(text("subscribe"), [recovered](const QJsonObject& parameters) {
            if (!parameters[text("recover")].toBool())
                return ScriptedServer::positioned(10, text("e"));
            QJsonObject result = ScriptedServer::positioned(13, recovered ? text("e") : text("another"));
            result.insert(text("was_recovering"), true);
            result.insert(text("recovered"), recovered);
            if (recovered)
                result.insert(text("publications"),
                              QJsonArray{QJsonObject{{text("data"), text("two")}, {text("offset"), 12}},
                                         QJsonObject{{text("data"), text("three")}, {text("offset"), 13}}});
            return result;
        });
        sub_->subscribe();
        client_->connectToServer();
        QVERIFY(seen_->waitFor(text("subscribed")));
        server_->publish(room, text("one"), 11);
        server_->publish(room, text("one again"), 11);
        QVERIFY(seen_->waitHeard(1));
        server_->cut();
        QVERIFY(seen_->waitFor(text("subscribed"), 2));
        const QJsonObject asked = server_->commands(text("subscribe")).last().parameters;
        QCOMPARE(asked[text("offset")].toInt(), 11);
        QCOMPARE(asked[text("epoch")].toString(), text("e"));
        QVERIFY(seen_->last.wasRecovering);
        QCOMPARE(seen_->last.recovered, recovered);
        server_->publish(room, text("four"), 14);
        QVERIFY(seen_->waitHeard(heard.size()));
        QCOMPARE(seen_->heard, heard);
        QCOMPARE(sub_->position().offset, 14U);
        QVERIFY(seen_->lines.contains(text("subscribing 1")));
    }

    void aSilentSubscribeMakesANewConnection() {
        ClientOptions options = optionsFor(server_->url());
        options.timeout = milliseconds(500);
        begin(options, quickSubscription());
        server_->rule(text("subscribe"), [this](const QJsonObject&) -> std::optional<QJsonObject> {
            if (server_->count(text("subscribe")) == 1)
                return std::nullopt;
            return QJsonObject();
        });
        ClientWatch seen(*client_);
        sub_->subscribe();
        client_->connectToServer();
        QVERIFY(seen.waitFor(text("connecting 3")));
        QVERIFY(seen_->waitFor(text("subscribed")));
    }

    void anUnsubscribeThatFailsMakesANewConnection() {
        ClientWatch seen(*client_);
        server_->refuseOnce(text("unsubscribe"), 100, true);
        sub_->subscribe();
        client_->connectToServer();
        QVERIFY(seen_->waitFor(text("subscribed")));
        sub_->unsubscribe();
        QVERIFY(seen.waitFor(text("connecting 4")));
        QVERIFY(seen.waitFor(text("connected"), 2));
        QCOMPARE(server_->count(text("subscribe")), 1);
    }

    void tokens_data() {
        QTest::addColumn<QString>("how");
        QTest::addColumn<QStringList>("lines");
        const QString begun = text("subscribing 0");
        QTest::newRow("there is one") << text("token") << QStringList({begun, text("subscribed")});
        QTest::newRow("not now") << text("later")
                                 << QStringList({begun, text("failed 8"), text("subscribed")});
        QTest::newRow("never") << text("never") << QStringList({begun, text("unsubscribed 1")});
        QTest::newRow("expired") << text("expired")
                                 << QStringList({begun, text("failed 109"), text("subscribed")});
    }
    void tokens() {
        QFETCH(const QString, how);
        QFETCH(const QStringList, lines);
        QList<TokenAnswer> answers{TokenAnswer::token(text("fresh"))};
        if (how == text("later"))
            answers.prepend(TokenAnswer::failed(text("busy")));
        if (how == text("never"))
            answers = {TokenAnswer::unauthorized()};
        if (how == text("expired")) {
            answers.prepend(TokenAnswer::token(text("stale")));
            server_->refuseOnce(text("subscribe"), 109);
        }
        SubscriptionOptions options = quickSubscription();
        options.tokenProvider = provider(answers);
        begin(optionsFor(server_->url()), options);
        sub_->subscribe();
        client_->connectToServer();
        QVERIFY(seen_->waitFor(lines.last()));
        QCOMPARE(seen_->lines, lines);
        QCOMPARE(askedFor_.first(), room);
    }

    void aTokenIsRefreshed_data() {
        QTest::addColumn<int>("refusal"); // 0: none
        QTest::addColumn<QString>("line");
        QTest::newRow("well") << 0 << QString();
        QTest::newRow("the server refuses for good") << 103 << text("unsubscribed 103");
        QTest::newRow("the server refuses for now") << 100 << text("failed 100");
    }
    void aTokenIsRefreshed() {
        QFETCH(const int, refusal);
        QFETCH(const QString, line);
        server_->rule(text("subscribe"), [](const QJsonObject&) {
            return QJsonObject{{text("expires"), true}, {text("ttl"), 1}};
        });
        if (refusal != 0)
            server_->refuseOnce(text("sub_refresh"), refusal, refusal == 100);
        QList<TokenAnswer> answers{TokenAnswer::token(text("a")), TokenAnswer::token(text("b"))};
        SubscriptionOptions options = quickSubscription();
        options.tokenProvider = provider(answers);
        begin(optionsFor(server_->url()), options);
        sub_->subscribe();
        client_->connectToServer();
        const int times = refusal == 100 ? 2 : 1;
        QVERIFY(eventually([&] { return server_->count(text("sub_refresh")) == times; }));
        const QJsonObject expected{{text("channel"), room}, {text("token"), text("b")}};
        QCOMPARE(server_->commands(text("sub_refresh")).first().parameters, expected);
        if (!line.isEmpty())
            QVERIFY(seen_->waitFor(line));
    }

    void commandsWaitForTheSubscription() {
        QStringList answers;
        const auto note = [&answers](const char* name) {
            return [&answers, name](const auto& result) {
                answers.append(text(name) + (result ? QString() : QString::number(result.error().code)));
            };
        };
        sub_->publish(1, this, note("publish"));
        QVERIFY(eventually([&] { return answers.size() == 1; }));
        QCOMPARE(answers.takeFirst(), text("publish7"));
        sub_->subscribe();
        sub_->publish(1, this, note("publish"));
        sub_->presence(this, note("presence"));
        sub_->presenceStats(this, note("stats"));
        sub_->history({-1, true, true, {4, text("e")}}, this, note("history"));
        client_->connectToServer();
        QVERIFY(eventually([&] { return answers.size() == 4; }));
        QCOMPARE(answers, QStringList({text("publish"), text("presence"), text("stats"), text("history")}));
        QStringList names;
        for (const auto& command : server_->commands())
            names.append(command.name);
        QCOMPARE(names, QStringList({text("connect"), text("subscribe"), text("publish"), text("presence"),
                                     text("presence_stats"), text("history")}));
        const QJsonObject since{{text("offset"), 4}, {text("epoch"), text("e")}};
        const QJsonObject asked{
            {text("channel"), room}, {text("limit"), -1}, {text("reverse"), true}, {text("since"), since}};
        QCOMPARE(server_->commands().last().parameters, asked);
    }

    void whatWaitsFailsWhenItIsLeft() {
        QList<int> codes;
        sub_->subscribe();
        sub_->publish(1, this, [&](const auto& result) { codes.append(result.error().code); });
        sub_->unsubscribe();
        QVERIFY(eventually([&] { return !codes.isEmpty(); }));
        QCOMPARE(codes, QList<int>{static_cast<int>(ErrorCode::Unsubscribed)});
    }

    void itMayBeDeletedInItsOwnSignal() {
        const QPointer<Subscription> guard(sub_);
        connect(sub_, &Subscription::subscribed, this, [guard] { delete guard.data(); });
        sub_->subscribe();
        client_->connectToServer();
        QVERIFY(eventually([&] { return guard.isNull(); }));
        QVERIFY(eventually([&] { return server_->count(text("unsubscribe")) == 1; }));
        QCOMPARE(client_->state(), Client::State::Connected);
    }

    void tellsWhoComesAndGoes() {
        QStringList lines;
        const QObject scope; // of the connections: they refer to the list
        connect(sub_, &Subscription::joined, &scope,
                [&](const ClientInfo& info) { lines.append(text("+") + info.user); });
        connect(sub_, &Subscription::left, &scope,
                [&](const ClientInfo& info) { lines.append(text("-") + info.user); });
        sub_->subscribe();
        client_->connectToServer();
        QVERIFY(seen_->waitFor(text("subscribed")));
        const QJsonObject info{{text("info"), QJsonObject{{text("user"), text("ada")}}}};
        server_->push({{text("channel"), room}, {text("join"), info}});
        server_->push({{text("channel"), room}, {text("leave"), info}});
        QVERIFY(eventually([&] { return lines.size() == 2; }));
        QCOMPARE(lines, QStringList({text("+ada"), text("-ada")}));
    }

    void thousandsComeBack() {
        constexpr int many = 2'000;
        ClientOptions patient = optionsFor(server_->url());
        patient.timeout = milliseconds(waitMs); // a slow machine is not what is tested
        begin(patient, quickSubscription());
        server_->rule(text("subscribe"), [](const QJsonObject& parameters) {
            QJsonObject result = ScriptedServer::positioned(1, text("e"));
            result.insert(text("was_recovering"), parameters[text("recover")].toBool());
            result.insert(text("recovered"), parameters[text("recover")].toBool());
            return result;
        });
        int subscribed = 0;
        int recovered = 0;
        const QObject scope; // of the connections: they refer to the numbers
        for (int i = 0; i < many; ++i) {
            Subscription* const one = client_->newSubscription(QStringLiteral("crowd:%1").arg(i));
            connect(one, &Subscription::subscribed, &scope, [&](const SubscribeResult& result) {
                ++subscribed;
                recovered += result.recovered ? 1 : 0;
            });
            one->subscribe();
        }
        client_->connectToServer();
        QVERIFY(eventually([&] { return subscribed == many; }));
        QVERIFY2(server_->frames() < 20, "subscribe commands travel together");
        server_->cut();
        QVERIFY(eventually([&] { return subscribed == 2 * many; }));
        QCOMPARE(recovered, many);
    }

private:
    void begin(const ClientOptions& clientOptions, const SubscriptionOptions& options) {
        client_ = std::make_unique<Client>(clientOptions);
        sub_ = client_->newSubscription(room, options);
        seen_ = std::make_unique<SubscriptionWatch>(*sub_);
        askedFor_.clear();
    }
    TokenProvider provider(QList<TokenAnswer>& answers) {
        return [this, &answers](const QString& channel, const TokenReply& reply) {
            askedFor_.append(channel);
            reply(answers.size() > 1 ? answers.takeFirst() : answers.first());
        };
    }

    std::unique_ptr<ScriptedServer> server_;
    std::unique_ptr<Client> client_;
    Subscription* sub_ = nullptr; ///< the client's
    std::unique_ptr<SubscriptionWatch> seen_;
    QStringList askedFor_;
};

} // namespace chinwag::test

QTEST_GUILESS_MAIN(chinwag::test::CentrifugeSubscriptionTest)
#include "tst_subscription.moc"
