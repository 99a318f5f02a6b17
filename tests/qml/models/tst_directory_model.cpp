#include "models/DirectoryModel.h"
#include "support/ScriptedLink.h"
#include "support/Wait.h"

#include <QAbstractItemModelTester>
#include <QJsonArray>
#include <QTest>

using namespace chinwag;
using models::DirectoryModel;
using test::eventually;

namespace {

QJsonObject page(const QStringList& names, const QString& next = {}) {
    QJsonArray rooms;
    for (const QString& name : names)
        rooms.append(QJsonObject{{QStringLiteral("channel"), QString(QStringLiteral("chat:") + name)},
                                 {QStringLiteral("people"), static_cast<int>(name.size())}});
    QJsonObject page{{QStringLiteral("rooms"), rooms}};
    if (!next.isEmpty())
        page.insert(QStringLiteral("next"), next);
    return page;
}

struct Place {
    Place() {
        client.connectTo({QUrl(QStringLiteral("ws://localhost:8000")), QStringLiteral("Robin")},
                         {QStringLiteral("chat:lobby")});
        script.link()->accept();
    }
    bool waitForCalls(qsizetype count) {
        return eventually([&] { return script.link()->calls().size() == count; });
    }
    const test::ScriptedLink::Call& lastCall() { return script.link()->calls().last(); }
    QStringList names() const {
        QStringList names;
        for (int row = 0; row < model.count(); ++row)
            names.append(model.index(row).data(DirectoryModel::NameRole).toString());
        return names;
    }

    test::LinkScript script;
    sdk::Client client{script.maker()};
    DirectoryModel model{client};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};
};

} // namespace

class DirectoryModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void listsPageByPage() {
        Place place;
        place.model.search({});
        QVERIFY(place.model.isBusy());
        QVERIFY(place.waitForCalls(1));
        QCOMPARE(place.lastCall().method, QStringLiteral("chat.directory"));
        QVERIFY(!place.lastCall().parameters.contains(QStringLiteral("text")));
        QVERIFY(!place.model.canFetchMore({}));
        place.lastCall().answer(page({QStringLiteral("lobby"), QStringLiteral("attic")}, QStringLiteral("2")),
                                {});
        QVERIFY(!place.model.isBusy());
        QCOMPARE(place.names(), QStringList({QStringLiteral("lobby"), QStringLiteral("attic")}));
        QCOMPARE(place.model.index(0).data(DirectoryModel::PeopleRole).toInt(), 5);
        QVERIFY(place.model.canFetchMore({}));
        place.model.fetchMore({});
        place.model.fetchMore({}); // once at a time
        QVERIFY(place.waitForCalls(2));
        QCOMPARE(place.lastCall().parameters[QStringLiteral("after")].toString(), QStringLiteral("2"));
        place.lastCall().answer(page({QStringLiteral("cellar")}), {});
        QCOMPARE(place.names().size(), 3);
        QVERIFY(!place.model.canFetchMore({}));
    }

    void whatIsTypedQuicklyIsAskedOnce() {
        Place place;
        place.model.search(QStringLiteral("a"));
        place.model.search(QStringLiteral("at "));
        QVERIFY(place.waitForCalls(1));
        QCOMPARE(place.lastCall().parameters[QStringLiteral("text")].toString(), QStringLiteral("at"));
        // An answer that comes too late is none.
        const auto late = place.lastCall();
        place.model.search(QStringLiteral("x"));
        QVERIFY(place.waitForCalls(2));
        late.answer(page({QStringLiteral("attic")}), {});
        QVERIFY(place.names().isEmpty());
        place.lastCall().answer(page({QStringLiteral("xylophones")}), {});
        QCOMPARE(place.names(), QStringList{QStringLiteral("xylophones")});
    }

    void aServerWithoutAListHasAnEmptyOne() {
        Place place;
        place.model.search({});
        QVERIFY(place.waitForCalls(1));
        place.lastCall().answer({}, QStringLiteral("method not found"));
        QVERIFY(!place.model.isBusy());
        QCOMPARE(place.model.count(), 0);
        place.script.link()->refuse(test::lost());
        place.model.search({});
        QVERIFY(eventually([&] { return !place.model.isBusy(); }));
        QCOMPARE(place.model.count(), 0);
    }
};

QTEST_GUILESS_MAIN(DirectoryModelTest)
#include "tst_directory_model.moc"
