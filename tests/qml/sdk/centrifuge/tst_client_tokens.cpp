// The tokens of a connection: asked for, refreshed, refused.
#include "sdk/centrifuge/ScriptedServer.h"
#include "sdk/centrifuge/Watch.h"

namespace chinwag::test {

using namespace centrifuge;

namespace {

QString text(const char* latin) {
    return QString::fromLatin1(latin);
}

QJsonObject welcome(std::initializer_list<std::pair<QString, QJsonValue>> more) {
    QJsonObject result{{text("client"), text("c")}, {text("ping"), 25}, {text("pong"), true}};
    for (const auto& [key, value] : more)
        result.insert(key, value);
    return result;
}

// Answers one after the other; the last one stays.
TokenProvider tokens(QList<TokenAnswer>& answers, int& asked) {
    return [&answers, &asked](const QString&, const TokenReply& reply) {
        ++asked;
        const TokenAnswer answer = answers.size() > 1 ? answers.takeFirst() : answers.first();
        reply(answer);
    };
}

} // namespace

class CentrifugeTokensTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tokensAreAskedFor_data() {
        QTest::addColumn<QString>("how");
        QTest::addColumn<QStringList>("lines");
        const QString begin = text("connecting 0");
        QTest::newRow("there is one") << text("token") << QStringList({begin, text("connected")});
        QTest::newRow("not now") << text("later")
                                 << QStringList({begin, text("failed 5"), text("connected")});
        QTest::newRow("never") << text("never") << QStringList({begin, text("disconnected 1")});
        QTest::newRow("one that has expired")
            << text("expired") << QStringList({begin, text("failed 109"), text("connected")});
    }
    void tokensAreAskedFor() {
        QFETCH(const QString, how);
        QFETCH(const QStringList, lines);
        ScriptedServer server;
        QList<TokenAnswer> answers{TokenAnswer::token(text("fresh"))};
        if (how == text("later"))
            answers.prepend(TokenAnswer::failed(text("busy")));
        if (how == text("never"))
            answers = {TokenAnswer::unauthorized()};
        if (how == text("expired")) {
            answers.prepend(TokenAnswer::token(text("stale")));
            server.refuseOnce(text("connect"), 109);
        }
        int asked = 0;
        ClientOptions options = optionsFor(server.url());
        options.tokenProvider = tokens(answers, asked);
        Client client(options);
        ClientWatch seen(client);
        client.connectToServer();
        QVERIFY(seen.waitFor(lines.last()));
        QCOMPARE(seen.lines, lines);
        if (lines.last() == text("connected"))
            QCOMPARE(server.commands().last().parameters[text("token")].toString(), text("fresh"));
    }

    void aTokenIsRefreshedBeforeItExpires() {
        ScriptedServer server;
        server.rule(text("connect"), [](const QJsonObject&) {
            return welcome({{text("expires"), true}, {text("ttl"), 1}});
        });
        server.refuseOnce(text("refresh"), 100, true);
        QList<TokenAnswer> answers{TokenAnswer::token(text("a")), TokenAnswer::failed(text("busy")),
                                   TokenAnswer::token(text("b")), TokenAnswer::token(text("c"))};
        int asked = 0;
        ClientOptions options = optionsFor(server.url());
        options.tokenProvider = tokens(answers, asked);
        Client client(options);
        ClientWatch seen(client);
        client.connectToServer();
        // The provider fails once, the server once, and then it works; the connection stays all the while.
        QVERIFY(eventually([&] { return server.count(text("refresh")) == 2; }));
        QCOMPARE(server.commands(text("refresh")).constLast().parameters[text("token")].toString(),
                 text("c"));
        someTurns();
        QCOMPARE(seen.lines, QStringList({text("connecting 0"), text("connected"), text("failed 6"),
                                          text("failed 100")}));
    }

    void aRefusedRefreshEndsIt_data() {
        QTest::addColumn<bool>("byServer");
        QTest::newRow("by the server") << true;
        QTest::newRow("by the provider") << false;
    }
    void aRefusedRefreshEndsIt() {
        QFETCH(const bool, byServer);
        ScriptedServer server;
        server.rule(text("connect"), [](const QJsonObject&) {
            return welcome({{text("expires"), true}, {text("ttl"), 1}});
        });
        server.refuseOnce(text("refresh"), 103);
        QList<TokenAnswer> answers{TokenAnswer::token(text("a")),
                                   byServer ? TokenAnswer::token(text("b")) : TokenAnswer::unauthorized()};
        int asked = 0;
        ClientOptions options = optionsFor(server.url());
        options.tokenProvider = tokens(answers, asked);
        Client client(options);
        ClientWatch seen(client);
        client.connectToServer();
        QVERIFY(seen.waitFor(byServer ? text("disconnected 103") : text("disconnected 1")));
    }

    void anAnswerThatComesTooLateIsDropped() {
        ScriptedServer server;
        QList<TokenReply> replies;
        ClientOptions options = optionsFor(server.url());
        options.tokenProvider = [&](const QString&, const TokenReply& reply) { replies.append(reply); };
        auto client = std::make_unique<Client>(options);
        client->connectToServer();
        QVERIFY(eventually([&] { return replies.size() == 1; }));
        client->disconnectFromServer();
        replies.first()(TokenAnswer::token(text("t")));
        someTurns();
        QCOMPARE(server.connections(), 0);
        client->connectToServer();
        QVERIFY(eventually([&] { return replies.size() == 2; }));
        replies.first()(TokenAnswer::unauthorized()); // still nobody's
        QCOMPARE(client->state(), Client::State::Connecting);
        client.reset();
        replies.last()(TokenAnswer::token(text("t")));
    }

    void aStateThatIsNoLongerValidIsForgotten() {
        ScriptedServer server;
        server.rule(text("subscribe"),
                    [](const QJsonObject&) { return ScriptedServer::positioned(5, text("e")); });
        QList<TokenAnswer> answers{TokenAnswer::token(text("a")), TokenAnswer::token(text("b"))};
        int asked = 0;
        ClientOptions options = optionsFor(server.url());
        options.tokenProvider = tokens(answers, asked);
        Client client(options);
        Subscription* const room = client.newSubscription(text("room"), quickSubscription());
        SubscriptionWatch heard(*room);
        room->subscribe();
        client.connectToServer();
        QVERIFY(heard.waitFor(text("subscribed")));
        server.close(3014, text("state invalidated"));
        QVERIFY(heard.waitFor(text("subscribed"), 2));
        QCOMPARE(asked, 2);
        const QJsonObject again = server.commands(text("subscribe")).constLast().parameters;
        QCOMPARE(again[text("recover")].toBool(), true);
        QCOMPARE(again[text("epoch")].toString(), text("_"));
    }
};

} // namespace chinwag::test

QTEST_GUILESS_MAIN(chinwag::test::CentrifugeTokensTest)
#include "tst_client_tokens.moc"
