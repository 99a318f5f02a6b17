// `chinwagd publish` against a running server.
#include "support/ServerProcess.h"
#include "unit/config/ProgramRun.h"

#include <QTest>

#include <csignal>

using namespace chinwag::test;
using namespace Qt::StringLiterals;

namespace {

const QString key = u"a-key-of-the-tests-0123456789"_s;

} // namespace

class PublishVerbTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        ServerProcess::Options options;
        options.settings = {{u"api.keys"_s, key}};
        QVERIFY2(server_.start(options), server_.log());
    }

    void whatIsPublishedArrives() {
        auto chatter = server_.chatter();
        const auto outcome = publish(u"chat:lobby"_s, u"{\"text\":\"Wartung um 18 Uhr – ü\"}"_s);
        QVERIFY2(outcome.exitCode == 0, outcome.errors);
        QVERIFY(outcome.errors.isEmpty());
        QVERIFY2(outcome.output.startsWith("{\"offset\":1,\"epoch\":\""), outcome.output);
        QVERIFY(outcome.output.endsWith("\"}\n"));
        const auto event = chatter.nextMessage();
        QVERIFY2(event.payload.find("Wartung um 18 Uhr – ü") != std::string::npos, event.payload.c_str());
    }

    void standardInputIsRead() {
        auto chatter = server_.chatter();
        const auto outcome = run(arguments(u"chat:lobby"_s, u"-"_s), {}, "{\"text\":\n \"from a pipe\"}\n");
        QVERIFY2(outcome.exitCode == 0, outcome.errors);
        const auto event = chatter.nextMessage();
        QVERIFY2(event.payload.find("from a pipe") != std::string::npos, event.payload.c_str());
    }

    void theConfigurationKnowsTheKey() {
        const auto outcome =
            run({u"publish"_s, u"chat:lobby"_s, u"{\"text\":\"x\"}"_s, u"--url"_s, server_.urls().first()},
                {{u"CHINWAG_API_KEYS"_s, key}});
        QVERIFY2(outcome.exitCode == 0, outcome.errors);
    }

    void theConfigurationKnowsTheAddress() {
        const auto outcome = run({u"publish"_s, u"chat:lobby"_s, u"{\"text\":\"x\"}"_s, u"--api-key"_s, key},
                                 {{u"CHINWAG_SERVER_LISTEN"_s, u"0.0.0.0:%1"_s.arg(server_.port())}});
        QVERIFY2(outcome.exitCode == 0, outcome.errors);
    }

    void wrongInputIsRefused_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("says");
        const QString url = server_.urls().first();
        const auto row = [&](const char* name, const QString& channel, const QString& json,
                             const QString& apiKey, const QString& where, const char* says) {
            QTest::newRow(name) << QStringList{u"publish"_s, channel,    json, u"--api-key"_s,
                                               apiKey,       u"--url"_s, where}
                                << QByteArray(says);
        };
        const QString good = u"{\"text\":\"x\"}"_s;
        row("no JSON", u"chat:lobby"_s, u"hello"_s, key, url, "must be one JSON value");
        row("two of it", u"chat:lobby"_s, u"{} {}"_s, key, url, "must be one JSON value");
        row("no channel's name", u"chat:lobb\u00fd"_s, good, key, url, "a channel's name is");
        row("no namespace", u"nothing:x"_s, good, key, url, "the server refused it: unknown channel");
        row("another key", u"chat:lobby"_s, good, u"a-key-of-nobody-0123456789"_s, url,
            "does not know this API key");
        row("no URL", u"chat:lobby"_s, good, key, u"localhost"_s, "is not an http or https URL");
        row("nobody there", u"chat:lobby"_s, good, key, u"http://127.0.0.1:1"_s,
            "http://127.0.0.1:1/api/publish: ");
        row("another page", u"chat:lobby"_s, good, key, url + u"/nowhere"_s, "/nowhere: ");
    }
    void wrongInputIsRefused() {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, says);
        const auto outcome = run(arguments);
        QCOMPARE(outcome.exitCode, 1);
        QVERIFY2(outcome.errors.contains(says), outcome.errors);
        QVERIFY(outcome.output.isEmpty());
    }

    void noKeyAtAllIsSaid() {
        const auto outcome = run({u"publish"_s, u"chat:lobby"_s, u"1"_s, u"--url"_s, server_.urls().first()});
        QCOMPARE(outcome.exitCode, 1);
        QVERIFY2(outcome.errors.contains("--api-key"), outcome.errors);
    }

    void aServerWithoutAnApiIsRecognised() {
        ServerProcess other;
        QVERIFY2(other.start(), other.log());
        const auto outcome = run({u"publish"_s, u"chat:lobby"_s, u"{\"text\":\"x\"}"_s, u"--api-key"_s, key,
                                  u"--url"_s, other.urls().first()});
        QCOMPARE(outcome.exitCode, 1);
        QVERIFY2(outcome.errors.contains("there is no server API"), outcome.errors);
    }

private:
    QStringList arguments(const QString& channel, const QString& json) const {
        return {u"publish"_s, channel, json, u"--api-key"_s, key, u"--url"_s, server_.urls().first()};
    }
    Outcome publish(const QString& channel, const QString& json) const {
        return run(arguments(channel, json));
    }

    ServerProcess server_;
};

QTEST_GUILESS_MAIN(PublishVerbTest)
#include "tst_publish_verb.moc"
