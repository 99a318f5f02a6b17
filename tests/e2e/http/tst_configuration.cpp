// Operators see what a running server goes by, and where each value comes from.
#include "support/OperatorApi.h"
#include "support/ServerProcess.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include <string>

namespace chinwag::test {

using namespace Qt::StringLiterals;

class ConfigurationTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void valuesAndTheirSources();
};

namespace {

constexpr const char* password = "correct horse battery";
constexpr const char* apiKey = "an-application-key-of-some-length";

QJsonObject keyNamed(const OperatorApi& api, const std::string& name) {
    const auto keys = api.get("/admin/api/configuration?q=" + name).body[u"keys"_s].toArray();
    return keys.size() == 1 ? keys[0].toObject() : QJsonObject();
}

} // namespace

void ConfigurationTest::valuesAndTheirSources() {
    const QTemporaryDir data;
    QVERIFY(data.isValid());
    QCOMPARE(runAdmin(data.path(), u"add"_s, u"olga"_s, QByteArray(password) + '\n'), 0);
    ServerProcess::Options options;
    options.settings = {{u"server.data_dir"_s, data.path()}, {u"api.keys"_s, QString::fromLatin1(apiKey)}};
    options.arguments = {u"--workers"_s, u"2"_s};
    ServerProcess server;
    QVERIFY(server.start(options));
    OperatorApi api(server);
    QCOMPARE(api.logIn("olga", password).answer.status, 200);

    QCOMPARE(keyNamed(api, "server.workers"), (QJsonObject{{u"key"_s, u"server.workers"_s},
                                                           {u"value"_s, 2},
                                                           {u"source"_s, u"flag"_s},
                                                           {u"where"_s, u"--workers"_s}}));
    const auto keys = keyNamed(api, "api.keys");
    QCOMPARE(keys[u"value"_s].toString(), u"(secret)"_s);
    QCOMPARE(keys[u"source"_s].toString(), u"environment"_s);
    QCOMPARE(keys[u"where"_s].toString(), u"CHINWAG_API_KEYS"_s);
    const auto enabled = keyNamed(api, "metrics.enabled");
    QCOMPARE(enabled[u"value"_s].toBool(), true);
    QCOMPARE(enabled[u"source"_s].toString(), u"default"_s);
    QVERIFY(enabled[u"where"_s].isNull());
    const auto all = api.get("/admin/api/configuration").answer.body;
    QVERIFY(all.find(apiKey) == std::string::npos);
}

} // namespace chinwag::test

QTEST_GUILESS_MAIN(chinwag::test::ConfigurationTest)
#include "tst_configuration.moc"
