#include "protocol/ChannelOverrides.h"
#include "protocol/Json.h"

#include <QTest>

using namespace chinwag::protocol;

namespace {

std::optional<ChannelOverrides> read(const char* json) {
    const auto document = parseJson(json);
    return document ? readOverrides(*document) : std::nullopt;
}

} // namespace

class ChannelOverridesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachOptionHasItsName() {
        const auto all = read(R"({"presence":{"value":true},"join_leave":{"value":false},)"
                              R"("force_push_join_leave":{"value":true},"force_recovery":{"value":false},)"
                              R"("force_positioning":{"value":true}})");
        QVERIFY(all.has_value());
        QVERIFY(all == (ChannelOverrides{true, false, true, false, true}));
        QVERIFY(read(R"({"force_recovery":{"value":true}})") == (ChannelOverrides{{}, {}, {}, true, {}}));
    }

    void whatIsNotThereIsAsTheNamespaceHasIt() {
        QVERIFY(read("{}") == ChannelOverrides());
        QVERIFY(read(R"({"presence":null,"delta":{"value":true},"other":7})") == ChannelOverrides());
    }

    // As the JSON of protocols does that leave out zero values.
    void noValueIsFalse() {
        QVERIFY(read(R"({"presence":{}})") == (ChannelOverrides{false, {}, {}, {}, {}}));
        QVERIFY(read(R"({"presence":{"value":null}})") == (ChannelOverrides{false, {}, {}, {}, {}}));
    }

    void anotherFormIsNone_data() {
        QTest::addColumn<QByteArray>("json");
        for (const char* const json :
             {"true", "[]", "\"presence\"", R"({"presence":true})", R"({"presence":[true]})",
              R"({"presence":{"value":1}})", R"({"join_leave":{"value":"true"}})",
              R"({"presence":{"value":true},"force_positioning":0})"})
            QTest::newRow(json) << QByteArray(json);
    }
    void anotherFormIsNone() {
        QFETCH(const QByteArray, json);
        QVERIFY(!read(json.constData()));
    }
};

QTEST_APPLESS_MAIN(ChannelOverridesTest)
#include "ChannelOverridesTest.moc"
