#include "http/JsonMessage.h"

#include <QTest>

using namespace chinwag::http;
using chinwag::protocol::HttpAnswer;
using chinwag::protocol::HttpRequest;
using namespace Qt::StringLiterals;

namespace {

HttpRequest request(const QByteArray& body, const QByteArray& type = "application/json") {
    HttpRequest out;
    if (!type.isNull())
        out.headers.push_back({"Content-Type", type.toStdString()});
    out.body = body.toStdString();
    return out;
}

// Single quotes stand for double ones.
QByteArray quoted(QByteArray text) {
    return text.replace('\'', '"');
}

QStringList members() {
    return {u"name"_s, u"password"_s, u"note"_s};
}

} // namespace

class JsonMessageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsStrings() {
        const auto read =
            readJsonStrings(request(quoted(" {'name':'a\\u0000\\u00e9', 'password':''}\r\n")), members(), 2);
        QVERIFY(std::holds_alternative<QJsonObject>(read));
        const auto& object = std::get<QJsonObject>(read);
        QCOMPARE(object.size(), 2);
        QCOMPARE(object[u"name"_s].toString(), QString(u"a\0é"_s));
        QCOMPARE(object[u"password"_s].toString(), QString());
    }

    void noneNeedsToBeThere() {
        const auto read = readJsonStrings(request("{}"), members(), 0);
        QVERIFY(std::holds_alternative<QJsonObject>(read));
        QVERIFY(std::get<QJsonObject>(read).isEmpty());
    }

    void types_data() {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<bool>("json");
        QTest::newRow("plainly") << QByteArray("application/json") << true;
        QTest::newRow("with a charset") << QByteArray("application/json; charset=utf-8") << true;
        QTest::newRow("with spaces") << QByteArray("application/json ;charset=utf-8") << true;
        QTest::newRow("in capitals") << QByteArray("Application/JSON") << true;
        QTest::newRow("none") << QByteArray() << false;
        QTest::newRow("empty") << QByteArray("") << false;
        QTest::newRow("text, which a foreign page may send") << QByteArray("text/plain") << false;
        QTest::newRow("a form") << QByteArray("application/x-www-form-urlencoded") << false;
        QTest::newRow("only begins so") << QByteArray("application/jsonp") << false;
        QTest::newRow("a kind of it") << QByteArray("application/problem+json") << false;
        QTest::newRow("JSON as a parameter") << QByteArray("text/plain; application/json") << false;
    }

    void types() {
        QFETCH(QByteArray, type);
        QFETCH(bool, json);
        const auto read = readJsonStrings(request("{}", type), members(), 0);
        QCOMPARE(std::holds_alternative<QJsonObject>(read), json);
        if (!json)
            QCOMPARE(std::get<HttpAnswer>(read).status, 415);
    }

    void faults_data() {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("says");
        const auto row = [](const char* name, const char* body, const char* says) {
            QTest::newRow(name) << quoted(body) << QByteArray(says);
        };
        row("no body", "", "not valid JSON at byte 0");
        row("no JSON", "name=alice", "not valid JSON");
        row("cut off", "{'name':'a", "not valid JSON");
        row("something behind it", "{'name':'a','password':'b'} x", "not valid JSON");
        row("not UTF-8", "{'name':'\xFF','password':'b'}", "not valid JSON");
        row("a list", "['name','password']", "must be a JSON object");
        row("unknown member", "{'name':'a','password':'b','role':'c'}", "unknown member 'role'");
        row("in capitals", "{'Name':'a','password':'b'}", "unknown member 'Name'");
        row("a number", "{'name':1,'password':'b'}", "member 'name' must be a string");
        row("null", "{'name':'a','password':null}", "member 'password' must be a string");
        row("an object", "{'name':'a','password':'b','note':{}}", "member 'note' must be a string");
        row("first is missing", "{'password':'b'}", "member 'name' is missing");
        row("second is missing", "{'name':'a','note':'c'}", "member 'password' is missing");
        row("all are missing", "{}", "member 'name' is missing");
        QTest::newRow("nested without end") << QByteArray(100'000, '[') << QByteArray("not valid JSON");
    }

    void faults() {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, says);
        const auto read = readJsonStrings(request(body), members(), 2);
        QVERIFY(std::holds_alternative<HttpAnswer>(read));
        const auto& answer = std::get<HttpAnswer>(read);
        QCOMPARE(answer.status, 400);
        QVERIFY2(QByteArray::fromStdString(answer.body).contains(says), answer.body.c_str());
    }

    void answersAreNotKept() {
        const auto answer = jsonAnswer({{u"a"_s, u"é\n"_s}, {u"b"_s, QJsonValue()}});
        QCOMPARE(answer.status, 200);
        QCOMPARE(QByteArray::fromStdString(answer.body),
                 QByteArray(quoted("{'a':'\xC3\xA9\\n','b':null}\n")));
        QCOMPARE(std::string(chinwag::protocol::headerValue(answer.headers, "Cache-Control")), "no-store");
        QCOMPARE(std::string(chinwag::protocol::headerValue(answer.headers, "Content-Type")),
                 "application/json");
    }

    void timesAreInUtcWithMilliseconds() {
        using std::chrono::milliseconds;
        using Time = std::chrono::system_clock::time_point;
        QCOMPARE(jsonTime(Time(milliseconds(0))), u"1970-01-01T00:00:00.000Z"_s);
        QCOMPARE(jsonTime(Time(milliseconds(1'790'000'000'007))), u"2026-09-21T14:13:20.007Z"_s);
        QCOMPARE(jsonTime(Time(milliseconds(1'790'000'000'007) + std::chrono::nanoseconds(999'999))),
                 u"2026-09-21T14:13:20.007Z"_s);
    }
};

QTEST_APPLESS_MAIN(JsonMessageTest)
#include "JsonMessageTest.moc"
