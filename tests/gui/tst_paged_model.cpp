// Lists of the operator API as a table: pages, order, filters, renewal.
#include "models/Csv.h"
#include "models/ExportJob.h"
#include "models/Lists.h"
#include "models/PagedModel.h"
#include "support/FakeServer.h"
#include "support/Wait.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace chinwag::admin;
using chinwag::test::eventually;
using chinwag::test::FakeServer;

namespace {

constexpr QLatin1String roomsPath("/rooms");

QJsonObject room(const QString& name, int people = 1) {
    return {{QStringLiteral("name"), name}, {QStringLiteral("subscribers"), people}};
}

QVector<QJsonObject> rooms(int count) {
    QVector<QJsonObject> rows;
    for (int i = 0; i < count; ++i)
        rows.append(room(QStringLiteral("room-%1").arg(i), i));
    return rows;
}

struct Scene {
    FakeServer server;
    RestClient client;
    PagedModel model{client, lists::rooms()};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};

    bool begin(int count) {
        if (!server.listen())
            return false;
        server.tables[roomsPath] = {QStringLiteral("items"), rooms(count)};
        server.answerAlways(QStringLiteral("/login"), {200, {}, {}});
        client.setBaseUrl(server.url());
        return logIn();
    }
    // A session as any other, so that lists are given out.
    bool logIn() {
        server.answerNormally(QStringLiteral("/login"));
        bool done = false;
        client.post(
            QStringLiteral("/login"),
            {{QStringLiteral("name"), server.operatorName}, {QStringLiteral("password"), server.password}},
            &model, [&](const ApiResult& result) {
                client.setToken(result.body.value(QLatin1String("token")).toString());
                done = !result.error;
            });
        return eventually([&] { return done; });
    }
    bool has(int rows) {
        return eventually([&] { return model.rowCount() == rows; });
    }
    QString cell(int row, int column) { return model.index(row, column).data().toString(); }
};

} // namespace

class PagedModelTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void asksOnlyWhileActive() {
        Scene scene;
        QVERIFY(scene.begin(3));
        scene.model.refresh();
        QCOMPARE(scene.server.count(QStringLiteral("GET /rooms")), 0);
        scene.model.setActive(true);
        QVERIFY(scene.model.isLoading());
        QVERIFY(scene.has(3));
        QVERIFY(!scene.model.isLoading());
        QVERIFY(scene.model.isComplete());
        QCOMPARE(scene.cell(0, 0), QStringLiteral("room-0"));
    }

    void growsToItsEnd() {
        Scene scene;
        QVERIFY(scene.begin(250));
        // One that no tester looks at: those fetch, too.
        PagedModel model(scene.client, lists::rooms());
        const auto has = [&](int rows) { return eventually([&] { return model.rowCount() == rows; }); };
        model.setActive(true);
        QVERIFY(has(100));
        QVERIFY(model.canFetchMore({}));
        model.fetchMore({});
        QVERIFY(!model.canFetchMore({}));
        QVERIFY(has(200));
        model.fetchMore({});
        QVERIFY(has(250));
        QVERIFY(!model.canFetchMore({}));
        QCOMPARE(model.index(249, 0).data().toString(), QStringLiteral("room-249"));
    }

    void aSelectionFollowsItsRow() {
        Scene scene;
        QVERIFY(scene.begin(5));
        scene.model.setActive(true);
        QVERIFY(scene.has(5));
        const QPersistentModelIndex chosen = scene.model.index(3, 0);
        const QPersistentModelIndex leaving = scene.model.index(4, 0);
        auto& rows = scene.server.tables[roomsPath].rows;
        rows.removeAt(4);
        rows.move(3, 0);
        rows.prepend(room(QStringLiteral("new")));
        scene.model.refresh();
        QVERIFY(eventually([&] { return scene.cell(0, 0) == QStringLiteral("new"); }));
        QCOMPARE(chosen.row(), 1);
        QCOMPARE(chosen.data().toString(), QStringLiteral("room-3"));
        QVERIFY(!leaving.isValid());
        rows.clear();
        scene.model.refresh();
        QVERIFY(scene.has(0));
        QVERIFY(!chosen.isValid());
    }

    void theServerSortsAndFilters() {
        Scene scene;
        QVERIFY(scene.begin(2));
        scene.model.setActive(true);
        QVERIFY(scene.has(2));
        scene.model.sort(scene.model.spec().columnOf(QStringLiteral("name")), Qt::DescendingOrder);
        QVERIFY(eventually(
            [&] { return scene.server.count(QStringLiteral("GET /rooms?sort=-name&limit=100")) == 1; }));
        scene.model.setParameter(QStringLiteral("q"), QStringLiteral("a+b c"));
        QVERIFY(eventually([&] { return scene.server.count(QStringLiteral("GET /rooms?q=a%2Bb ")) == 1; }));
        QVERIFY(scene.model.isFiltered());
        scene.model.setParameter(QStringLiteral("q"), QString());
        QVERIFY(!scene.model.isFiltered());
    }

    void aFailureKeepsWhatThereIs() {
        Scene scene;
        QVERIFY(scene.begin(2));
        scene.model.setActive(true);
        QVERIFY(scene.has(2));
        scene.server.answerAlways(roomsPath, FakeServer::problem(503, QStringLiteral("the store is away")));
        scene.model.refresh();
        QVERIFY(eventually([&] { return scene.model.error().has_value(); }));
        QCOMPARE(scene.model.rowCount(), 2);
        QVERIFY(scene.model.error()->message().contains(QStringLiteral("the store is away")));
        scene.server.answerAlways(roomsPath, {200, {{QStringLiteral("other"), 1}}, {}});
        scene.model.refresh();
        QVERIFY(eventually([&] { return scene.model.error()->kind == ApiError::Kind::Malformed; }));
        scene.server.answerNormally(roomsPath);
        scene.model.refresh();
        QVERIFY(eventually([&] { return !scene.model.error(); }));
    }

    void exportsAllPages() {
        Scene scene;
        QVERIFY(scene.begin(450));
        const QTemporaryDir directory;
        const QString path = directory.filePath(QStringLiteral("rooms.jsonl"));
        ExportJob job(scene.client, {lists::rooms()}, path, ExportJob::Form::JsonLines);
        QSignalSpy finished(&job, &ExportJob::finished);
        job.start();
        QVERIFY(eventually([&] { return finished.count() == 1; }));
        QCOMPARE(finished.constFirst().constFirst().toString(), QString());
        QCOMPARE(job.rows(), 450);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QList<QByteArray> lines = file.readAll().trimmed().split('\n');
        QCOMPARE(lines.size(), 450);
        QCOMPARE(QJsonDocument::fromJson(lines.constLast()).object(), room(QStringLiteral("room-449"), 449));
    }

    void allOfTheListIsExportedForASpreadsheet() {
        Scene scene;
        QVERIFY(scene.begin(0));
        scene.server.tables[roomsPath].rows = {
            {{QStringLiteral("name"), QStringLiteral("chat:a, b")},
             {QStringLiteral("subscribers"), 12'345},
             {QStringLiteral("locked"), true},
             {QStringLiteral("last_message_at"), QStringLiteral("2026-11-24T08:00:00Z")}}};
        const QTemporaryDir directory;
        const QString path = directory.filePath(QStringLiteral("rooms.csv"));
        ExportJob job(scene.client, {lists::rooms()}, path, ExportJob::Form::Csv);
        QSignalSpy finished(&job, &ExportJob::finished);
        job.start();
        QVERIFY(eventually([&] { return finished.count() == 1; }));
        QCOMPARE(finished.constFirst().constFirst().toString(), QString());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(),
                 QByteArray("name,subscribers,present,locked,slow_seconds,last_message_at\r\n"
                            "\"chat:a, b\",12345,,true,\xe2\x80\x93,2026-11-24T08:00:00Z\r\n"));
    }

    void cellsAreQuotedAndNoFormulas_data() {
        QTest::addColumn<QString>("cell");
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("plain") << QStringLiteral("hello") << QByteArray("hello\r\n");
        QTest::newRow("empty") << QString() << QByteArray("\r\n");
        QTest::newRow("comma") << QStringLiteral("a,b") << QByteArray("\"a,b\"\r\n");
        QTest::newRow("quotation mark") << QStringLiteral("a\"b") << QByteArray("\"a\"\"b\"\r\n");
        QTest::newRow("line break") << QStringLiteral("a\nb") << QByteArray("\"a\nb\"\r\n");
        QTest::newRow("formula") << QStringLiteral("=HYPERLINK(\"x\")")
                                 << QByteArray("\"'=HYPERLINK(\"\"x\"\")\"\r\n");
        QTest::newRow("plus") << QStringLiteral("+1") << QByteArray("'+1\r\n");
        QTest::newRow("minus") << QStringLiteral("-1") << QByteArray("'-1\r\n");
        QTest::newRow("at") << QStringLiteral("@SUM(A1)") << QByteArray("'@SUM(A1)\r\n");
        QTest::newRow("tab") << QStringLiteral("\t=1") << QByteArray("'\t=1\r\n");
        QTest::newRow("not at the beginning") << QStringLiteral("a=1") << QByteArray("a=1\r\n");
    }

    void cellsAreQuotedAndNoFormulas() {
        QFETCH(const QString, cell);
        QFETCH(const QByteArray, line);
        QCOMPARE(csvLine({cell}), line);
    }

    void aListThatDoesNotFollowStandsStill() {
        Scene scene;
        QVERIFY(scene.begin(3));
        scene.model.setActive(true);
        QVERIFY(scene.has(3));
        scene.model.setFollowing(false);
        scene.server.tables[roomsPath].rows = rooms(5);
        const int asked = scene.server.count(QStringLiteral("GET /rooms"));
        scene.model.refresh();
        QCOMPARE(scene.model.rowCount(), 3);
        QCOMPARE(scene.server.count(QStringLiteral("GET /rooms")), asked);
        scene.model.setFollowing(true);
        QVERIFY(scene.has(5));
    }

    void aFailedExportLeavesNoFile() {
        Scene scene;
        QVERIFY(scene.begin(450));
        const QTemporaryDir directory;
        const QString path = directory.filePath(QStringLiteral("rooms.jsonl"));
        ExportJob job(scene.client, {lists::rooms()}, path, ExportJob::Form::JsonLines);
        QSignalSpy finished(&job, &ExportJob::finished);
        connect(&job, &ExportJob::progress, &job, [&] {
            scene.server.answerAlways(roomsPath, FakeServer::problem(503, QStringLiteral("gone")));
        });
        job.start();
        QVERIFY(eventually([&] { return finished.count() == 1; }));
        QVERIFY(!finished.constFirst().constFirst().toString().isEmpty());
        QVERIFY(!QFile::exists(path));
    }
};

QTEST_MAIN(PagedModelTest)
#include "tst_paged_model.moc"
