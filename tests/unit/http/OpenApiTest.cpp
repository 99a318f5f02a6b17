#include "RequestBench.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTest>

using chinwag::tests::header;
using chinwag::tests::RequestBench;

using namespace Qt::StringLiterals;

/// The description and the server say the same.
class OpenApiTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        const auto answer = bench_.get("/openapi.json");
        QCOMPARE(answer.status, 200);
        QJsonParseError error;
        description_ = QJsonDocument::fromJson(QByteArray::fromStdString(answer.body), &error).object();
        QCOMPARE(error.error, QJsonParseError::NoError);
        paths_ = description_[u"paths"_s].toObject();
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

    void everyDescribedRouteAnswers_data() {
        QTest::addColumn<QString>("path");
        for (const QString& path : paths_.keys()) {
            if (path != u"/ws/chat")
                QTest::newRow(qPrintable(path)) << path;
        }
    }

    void everyDescribedRouteAnswers() {
        QFETCH(QString, path);
        const auto operations = paths_[path].toObject();
        QCOMPARE(operations.keys(), QStringList{u"get"_s});
        const auto operation = operations[u"get"_s].toObject();
        const auto answer = bench_.get(withExamples(path, operation).toStdString());
        QCOMPARE(answer.status, 200);

        const auto ok = operation[u"responses"_s][u"200"_s].toObject();
        const auto type = QString::fromLatin1(header(answer, "Content-Type")).section(u';', 0, 0);
        QVERIFY2(ok[u"content"_s].toObject().contains(type), qPrintable(type));
        const auto headers = ok[u"headers"_s].toObject();
        for (const QString& name : headers.keys())
            QVERIFY2(!header(answer, name.toStdString()).isEmpty(), qPrintable(name));
        QCOMPARE(headers.contains(u"ETag"_s), operation[u"responses"_s].toObject().contains(u"304"_s));
    }

    void operationsHaveNamesOfTheirOwn() {
        QSet<QString> names;
        for (const QJsonValue& operations : paths_) {
            const auto operation = operations[u"get"_s];
            names.insert(operation[u"operationId"_s].toString());
            QVERIFY(!operation[u"summary"_s].toString().isEmpty());
            QCOMPARE(operation[u"tags"_s].toArray().size(), 1);
        }
        QCOMPARE(names.size(), paths_.size());
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
    }

    void answersFollowTheirSchema() {
        QFETCH(QString, target);
        QFETCH(QString, schema);
        const auto answer = bench_.get(target.toStdString());
        const auto value = QJsonDocument::fromJson(QByteArray::fromStdString(answer.body)).object();
        compareWithSchema(value, description_[u"components"_s][u"schemas"_s][schema].toObject());
    }

    void examplesFollowTheirSchema() {
        const auto content = paths_[u"/stats"_s][u"get"_s][u"responses"_s][u"200"_s][u"content"_s];
        compareWithSchema(content[u"application/json"_s][u"example"_s].toObject(),
                          description_[u"components"_s][u"schemas"_s][u"Stats"_s].toObject());
    }

private:
    static QString withExamples(QString path, const QJsonObject& operation) {
        for (const QJsonValue& parameter : operation[u"parameters"_s].toArray()) {
            path.replace(u'{' + parameter[u"name"_s].toString() + u'}', parameter[u"example"_s].toString());
        }
        return path;
    }

    static void collectReferences(const QJsonValue& value, QStringList& references) {
        if (value.isArray()) {
            for (const QJsonValue& item : value.toArray())
                collectReferences(item, references);
            return;
        }
        const auto object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            if (it.key() == u"$ref")
                references.append(it.value().toString());
            else
                collectReferences(it.value(), references);
        }
    }

    /// The members, the required ones and the described ones are the same, at every level, and constants
    /// are what they are said to be.
    static void compareWithSchema(const QJsonObject& value, const QJsonObject& schema) {
        const auto properties = schema[u"properties"_s].toObject();
        QStringList required;
        for (const QJsonValue& name : schema[u"required"_s].toArray())
            required.append(name.toString());
        required.sort();
        QCOMPARE(value.keys(), properties.keys());
        QCOMPARE(value.keys(), required);
        for (auto it = value.begin(); it != value.end(); ++it) {
            const auto property = properties[it.key()].toObject();
            if (it.value().isObject())
                compareWithSchema(it.value().toObject(), property);
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
