#include "RequestBench.h"

#include <QJsonArray>
#include <QTest>

#include <string>

using chinwag::tests::authorized;
using chinwag::tests::json;
using chinwag::tests::makeRequest;
using chinwag::tests::RequestBench;

using namespace Qt::StringLiterals;

/// The configuration, as operators are shown it.
class ConfigurationRoutesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        bench_.configuration = {{"server.listen", R"(["a:1", "b:2"])", "flag", "--listen"},
                                {"server.workers", "3", "file", "/etc/c.toml:5"},
                                {"metrics.enabled", "true", "default", ""},
                                {"api.keys", "\"(secret)\"", "environment", "CHINWAG_API_KEYS"}};
        token_ = bench_.logIn();
        QVERIFY(!token_.empty());
    }

    void allKeys() {
        const QJsonValue keys = json(ask(""))[u"keys"_s];
        QCOMPARE(keys.toArray().size(), 4);
        QCOMPARE(keys[0][u"value"_s], QJsonValue(QJsonArray{u"a:1"_s, u"b:2"_s}));
        QCOMPARE(keys[0][u"where"_s].toString(), u"--listen"_s);
        QCOMPARE(keys[1][u"value"_s].toInt(), 3);
        QCOMPARE(keys[1][u"source"_s].toString(), u"file"_s);
        QCOMPARE(keys[2][u"value"_s].toBool(), true);
        QVERIFY(keys[2][u"where"_s].isNull());
        QCOMPARE(keys[3][u"value"_s].toString(), u"(secret)"_s);
    }

    void someKeys() {
        QCOMPARE(json(ask("?q=SERVER."))[u"keys"_s].toArray().size(), 2);
        QCOMPARE(json(ask("?q=nothing"))[u"keys"_s].toArray().size(), 0);
        QCOMPARE(ask("?key=server").status, 400);
    }

private:
    chinwag::protocol::HttpAnswer ask(const std::string& query) {
        return bench_.ask(authorized(makeRequest("GET", "/admin/api/configuration" + query), token_));
    }

    RequestBench bench_;
    std::string token_;
};

QTEST_GUILESS_MAIN(ConfigurationRoutesTest)
#include "ConfigurationRoutesTest.moc"
