#include "JsonReferences.h"
#include "RequestBench.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using chinwag::tests::authorized;
using chinwag::tests::collectReferences;
using chinwag::tests::header;
using chinwag::tests::json;
using chinwag::tests::makeConnection;
using chinwag::tests::makePost;
using chinwag::tests::makeRequest;
using chinwag::tests::RequestBench;
using chinwag::tests::withApiKey;

using namespace Qt::StringLiterals;

/// The description and the server say the same.
class OpenApiTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        QVERIFY(bench_.layDownRules());
        const auto answer = bench_.get("/openapi.json");
        QCOMPARE(answer.status, 200);
        QJsonParseError error;
        description_ = QJsonDocument::fromJson(QByteArray::fromStdString(answer.body), &error).object();
        QCOMPARE(error.error, QJsonParseError::NoError);
        paths_ = description_[u"paths"_s].toObject();
    }

    void init() {
        bench_.connections.open = {makeConnection({0, 17, 1}, "Alice")}; // as the examples have it
    }

    void namesItsVersion() {
        QCOMPARE(description_[u"openapi"_s].toString(), u"3.1.0"_s);
        QCOMPARE(description_[u"info"_s][u"version"_s].toString(), QStringLiteral(CHINWAG_VERSION));
    }

    void describesEveryRoute() {
        QSet<QString> described;
        for (const QString& path : paths_.keys())
            described.insert(path);
        // Where WebSockets live, the net room answers.
        QVERIFY(described.remove(u"/ws/chat"_s));
        QSet<QString> answered;
        for (const std::string& path : bench_.server().paths())
            answered.insert(QString::fromStdString(path));
        QCOMPARE(described, answered);
    }

    // Programs count on the names of problems.
    void describesEveryProblem() {
        QFile file(qEnvironmentVariable("CHINWAG_TEST_SOURCE") + u"/server/http/ProblemType.h"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto namesIn = [](const QString& text, QChar mark) {
            const QRegularExpression name(mark + u"urn:chinwag:problem:([a-z-]+)"_s + mark);
            QStringList names;
            for (auto match = name.globalMatch(text); match.hasNext();)
                names.append(match.next().captured(1));
            return names;
        };
        const auto type =
            description_[u"components"_s][u"schemas"_s][u"Problem"_s][u"properties"_s][u"type"_s];
        const auto described = namesIn(type[u"description"_s].toString(), u'`');
        QVERIFY(!described.isEmpty());
        QCOMPARE(described, namesIn(QString::fromUtf8(file.readAll()), u'"'));
    }

    void everyDescribedRouteAnswers_data() {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("method");
        const auto paths = paths_.keys();
        for (const QString& path : paths) {
            const auto methods = paths_[path].toObject().keys();
            for (const QString& method : methods) {
                if (path != u"/ws/chat")
                    QTest::newRow(qPrintable(method + u' ' + path)) << path << method;
            }
        }
    }

    void everyDescribedRouteAnswers() {
        QFETCH(QString, path);
        QFETCH(QString, method);
        bench_.connections.open = {makeConnection({0, 17, 1}, "Alice")}; // whatever became of it before
        const auto operation = paths_[path][method].toObject();
        const auto answer = ask(path, method, operation);
        const auto status = goodStatus(operation);
        QCOMPARE(answer.status, status);

        const auto good = operation[u"responses"_s][QString::number(status)].toObject();
        const auto type = QString::fromLatin1(header(answer, "Content-Type")).section(u';', 0, 0);
        const auto content = good[u"content"_s].toObject();
        QCOMPARE(content.isEmpty(), type.isEmpty());
        QVERIFY2(type.isEmpty() || content.contains(type), qPrintable(type));
        const auto headers = good[u"headers"_s].toObject();
        const auto names = headers.keys();
        for (const QString& name : names)
            QVERIFY2(!header(answer, name.toStdString()).isEmpty(), qPrintable(name));
        QCOMPARE(headers.contains(u"ETag"_s), operation[u"responses"_s].toObject().contains(u"304"_s));
    }

    void onlyWhoMayGetsWhatIsProtected_data() { everyDescribedRouteAnswers_data(); }

    // What is described as needing a token or a key needs one, and nothing else does.
    void onlyWhoMayGetsWhatIsProtected() {
        QFETCH(QString, path);
        QFETCH(QString, method);
        if (path == u"/admin/api/login")
            return; // its 401 says something else
        const auto operation = paths_[path][method].toObject();
        const auto answer = bench_.ask(request(path, method, operation));
        QCOMPARE(answer.status == 401, operation.contains(u"security"_s));
        if (answer.status == 401)
            QVERIFY(operation[u"responses"_s].toObject().contains(u"401"_s));
    }

    // Of what a method takes and gives, the examples show that they are the same as here.
    void methodsAnswerAsDescribed_data() {
        QTest::addColumn<QString>("path");
        const auto paths = paths_.keys();
        for (const QString& path : paths) {
            if (path.startsWith(u"/api/"))
                QTest::newRow(qPrintable(path)) << path;
        }
    }

    void methodsAnswerAsDescribed() {
        QFETCH(QString, path);
        const auto operation = paths_[path][u"post"].toObject();
        const auto answer = json(bench_.ask(withApiKey(request(path, u"post"_s, operation))));
        const auto good = operation[u"responses"_s][u"200"_s][u"content"_s][u"application/json"_s];
        const auto properties = good[u"schema"_s][u"properties"_s].toObject();
        QCOMPARE(answer.size(), 1);
        QVERIFY2(!answer.contains(u"error"_s), QJsonDocument(answer).toJson().constData());
        const QString name = answer.begin().key();
        QVERIFY(properties.contains(name));
        const auto result = answer.begin().value().toObject();
        const auto described = properties[name][u"properties"_s].toObject();
        for (auto it = result.begin(); it != result.end(); ++it)
            QVERIFY2(described.contains(it.key()), qPrintable(it.key()));
        const auto required = properties[name][u"required"_s].toArray();
        for (const auto& member : required)
            QVERIFY2(result.contains(member.toString()), qPrintable(member.toString()));
    }

    void operationsHaveNamesOfTheirOwn() {
        QSet<QString> names;
        const auto all = operations();
        for (const QJsonObject& operation : all) {
            names.insert(operation[u"operationId"_s].toString());
            QVERIFY(!operation[u"summary"_s].toString().isEmpty());
            QCOMPARE(operation[u"tags"_s].toArray().size(), 1);
        }
        QCOMPARE(names.size(), all.size());
    }

    void referencesLeadSomewhere() {
        QStringList references;
        collectReferences(description_, references);
        QVERIFY(!references.isEmpty());
        for (const QString& reference : references) {
            QVERIFY2(reference.startsWith(u"#/components/"), qPrintable(reference));
            QJsonValue target = description_;
            for (const QString& step : reference.mid(2).split(u'/'))
                target = target[step];
            QVERIFY2(target.isObject(), qPrintable(reference));
        }
    }

    void answersFollowTheirSchema_data() {
        QTest::addColumn<QString>("target");
        QTest::addColumn<QString>("schema");
        QTest::newRow("stats") << u"/stats"_s << u"Stats"_s;
        QTest::newRow("health") << u"/healthz"_s << u"Health"_s;
        QTest::newRow("readiness") << u"/readyz"_s << u"Readiness"_s;
        QTest::newRow("problem") << u"/nothing"_s << u"Problem"_s;
        QTest::newRow("session") << u"/admin/api/session"_s << u"Session"_s;
        QTest::newRow("set-up") << u"/admin/api/setup"_s << u"SetupState"_s;
        QTest::newRow("me") << u"/admin/api/me"_s << u"Me"_s;
        QTest::newRow("sessions") << u"/admin/api/sessions"_s << u"SessionList"_s;
        QTest::newRow("operators' stats") << u"/admin/api/stats"_s << u"OperatorStats"_s;
        QTest::newRow("nodes") << u"/admin/api/nodes"_s << u"NodeList"_s;
        QTest::newRow("users") << u"/admin/api/users"_s << u"ConnectedUserPage"_s;
        QTest::newRow("connections") << u"/admin/api/connections"_s << u"ConnectionPage"_s;
        QTest::newRow("reports") << u"/admin/api/reports"_s << u"ReportPage"_s;
        QTest::newRow("bans") << u"/admin/api/bans"_s << u"SanctionPage"_s;
        QTest::newRow("rooms") << u"/admin/api/rooms"_s << u"RoomPage"_s;
        QTest::newRow("lockdown") << u"/admin/api/lockdown"_s << u"Lockdown"_s;
        QTest::newRow("messages") << u"/admin/api/messages?room=chat:lobby"_s << u"OperatorMessagePage"_s;
        QTest::newRow("record") << u"/admin/api/audit"_s << u"AuditPage"_s;
        QTest::newRow("verdict") << u"/admin/api/audit/verify"_s << u"AuditVerdict"_s;
    }

    void answersFollowTheirSchema() {
        QFETCH(QString, target);
        QFETCH(QString, schema);
        const auto answer = bench_.ask(authorized(makeRequest("GET", target.toStdString()), bench_.logIn()));
        const auto value = QJsonDocument::fromJson(QByteArray::fromStdString(answer.body)).object();
        compareWithSchema(value, description_[u"components"_s][u"schemas"_s][schema].toObject());
    }

    void examplesFollowTheirSchema() {
        const auto all = operations();
        for (const QJsonObject& operation : all) {
            const auto good = operation[u"responses"_s][u"200"_s];
            const auto content = good[u"content"_s][u"application/json"_s];
            const auto example = content[u"example"_s].toObject();
            if (!example.isEmpty())
                compareWithSchema(example, schema(content[u"schema"_s].toObject()));
        }
    }

private:
    // Of all paths and methods.
    QList<QJsonObject> operations() const {
        QList<QJsonObject> all;
        for (const auto& path : paths_) {
            const auto methods = path.toObject();
            for (const auto& operation : methods)
                all.append(operation.toObject());
        }
        return all;
    }

    static int goodStatus(const QJsonObject& operation) {
        const auto responses = operation[u"responses"_s].toObject();
        for (const int other : {202, 204}) {
            if (responses.contains(QString::number(other)))
                return other;
        }
        return 200;
    }

    // The object itself, or what it refers to.
    QJsonObject schema(const QJsonObject& object) const {
        const auto name = object[u"$ref"_s].toString().section(u'/', -1);
        return name.isEmpty() ? object : description_[u"components"_s][u"schemas"_s][name].toObject();
    }

    static QJsonObject exampleOf(const QJsonObject& operation) {
        const auto content = operation[u"requestBody"_s][u"content"_s][u"application/json"_s];
        return content[u"example"_s].toObject();
    }

    static chinwag::protocol::HttpRequest request(const QString& path, const QString& method,
                                                  const QJsonObject& operation) {
        const auto target = withExamples(path, operation).toStdString();
        if (method != u"post")
            return makeRequest(method.toUpper().toStdString(), target);
        const auto body = QJsonDocument(exampleOf(operation)).toJson(QJsonDocument::Compact);
        return makePost(target, body.toStdString());
    }

    chinwag::protocol::HttpAnswer ask(const QString& path, const QString& method,
                                      const QJsonObject& operation) {
        const auto token = bench_.logIn();
        if (path.startsWith(u"/admin/api/sessions/")) {
            const auto me = json(bench_.ask(authorized(makeRequest("GET", "/admin/api/me"), token)));
            const auto target = QString(path).replace(u"{id}"_s, me[u"session"_s][u"id"_s].toString());
            return bench_.ask(authorized(makePost(target.toStdString(), "{}"), token));
        }
        if (path == u"/admin/api/setup" && method == u"post") {
            RequestBench fresh; // which has no operator
            auto body = exampleOf(operation);
            body[u"code"_s] = QString::fromStdString(fresh.setupCode());
            return fresh.ask(makePost("/admin/api/setup", QJsonDocument(body).toJson().toStdString()));
        }
        if (path != u"/admin/api/login")
            return bench_.ask(withApiKey(authorized(request(path, method, operation), token)));
        // Its example is not an operator of this server.
        const QJsonObject body{{u"name"_s, QLatin1String(RequestBench::operatorName.data())},
                               {u"password"_s, QLatin1String(RequestBench::operatorPassword.data())}};
        const auto text = QJsonDocument(body).toJson(QJsonDocument::Compact).toStdString();
        return bench_.ask(makePost("/admin/api/login", text));
    }

    static QString withExamples(QString path, const QJsonObject& operation) {
        const auto parameters = operation[u"parameters"_s].toArray();
        for (const auto& parameter : parameters) {
            path.replace(u'{' + parameter[u"name"_s].toString() + u'}', parameter[u"example"_s].toString());
            if (parameter[u"in"_s] == u"query"_s && parameter[u"required"_s].toBool())
                path += u'?' + parameter[u"name"_s].toString() + u'=' + parameter[u"example"_s].toString();
        }
        return path;
    }

    /// The members, the required ones and the described ones are the same, at every level, and constants
    /// are what they are said to be.
    void compareWithSchema(const QJsonObject& value, const QJsonObject& expected) const {
        const auto properties = expected[u"properties"_s].toObject();
        QStringList required;
        const auto names = expected[u"required"_s].toArray();
        for (const auto& name : names)
            required.append(name.toString());
        required.sort();
        QCOMPARE(value.keys(), properties.keys());
        QCOMPARE(value.keys(), required);
        for (auto it = value.begin(); it != value.end(); ++it) {
            const auto property = properties[it.key()].toObject();
            if (property.contains(u"additionalProperties"_s))
                continue; // a map; its keys are not the schema's
            if (it.value().isObject())
                compareWithSchema(it.value().toObject(), schema(property));
            else if (property.contains(u"const"_s))
                QCOMPARE(it.value(), property[u"const"_s]);
        }
    }

    RequestBench bench_;
    QJsonObject description_;
    QJsonObject paths_;
};

QTEST_GUILESS_MAIN(OpenApiTest)
#include "OpenApiTest.moc"
