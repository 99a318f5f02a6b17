// What a running server deletes by itself.
#include "store/ApiPublisher.h"
#include "support/Metrics.h"
#include "support/ServerProcess.h"
#include "unit/config/ProgramRun.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <string>

using namespace chinwag::test;
using namespace Qt::StringLiterals;

namespace {

const QString key = u"a-key-of-the-tests-0123456789"_s;

} // namespace

class RetentionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        folder_ = std::make_unique<QTemporaryDir>();
        QVERIFY(folder_->isValid());
        ServerProcess server;
        QVERIFY2(server.start(options({})), server.log());
        publish(server, 30);
        server.signal(SIGTERM);
        QCOMPARE(server.waitForExit(), 0);
        QCOMPARE(exported().size(), 30);
    }

    void keepsTheLatest() {
        ServerProcess server;
        QVERIFY2(server.start(options({{u"store.retention_count"_s, u"10"_s}})), server.log());
        QVERIFY(QTest::qWaitFor([&] { return exported().size() == 10; }, patienceMilliseconds));
        QCOMPARE(exported().constFirst()[u"offset"].toInt(), 21);
        QVERIFY(QTest::qWaitFor([&] { return removed(server) == 20; }, patienceMilliseconds));
        QVERIFY(QTest::qWaitFor([&] { return server.log().contains("deleted 20 messages"); },
                                patienceMilliseconds));
        publish(server, 1);
        QCOMPARE(exported().constLast()[u"offset"].toInt(), 31);
        QCOMPARE(exported().constLast()[u"epoch"], exported().constFirst()[u"epoch"]);
        QCOMPARE(metric(server, "chinwag_store_messages_total").value_or(-1), 1.0);
    }

    void forgetsTheOld() {
        ServerProcess server;
        QVERIFY2(server.start(options({{u"store.retention_age"_s, u"1ms"_s}})), server.log());
        QVERIFY(QTest::qWaitFor([&] { return exported().isEmpty(); }, patienceMilliseconds));
        // The stream goes on where it stood.
        publish(server, 1);
        QCOMPARE(exported().constLast()[u"offset"].toInt(), 31);
    }

    void aNamespaceMayHaveLimitsOfItsOwn() {
        QFile config(folder_->filePath(u"chinwag.toml"_s));
        QVERIFY(config.open(QIODevice::WriteOnly));
        const QByteArray text = "[[namespace]]\nname = \"log\"\nhistory_size = 10\ndurable = true\n"
                                "retention_count = 3\n";
        QCOMPARE(config.write(text), text.size());
        config.close();
        auto chosen = options({{u"store.retention_count"_s, u"10"_s}});
        chosen.arguments = {u"--config"_s, config.fileName()};
        {
            ServerProcess server;
            QVERIFY2(server.start(chosen), server.log());
            publish(server, 8, "log:a");
            publish(server, 8, "log:b");
            server.signal(SIGTERM);
            QCOMPARE(server.waitForExit(), 0);
        }
        ServerProcess server;
        QVERIFY2(server.start(chosen), server.log());
        QVERIFY(QTest::qWaitFor([&] { return exported().size() == 3 + 3 + 10; }, patienceMilliseconds));
        QMap<QString, int> kept;
        for (const auto& one : exported())
            ++kept[one[u"channel"].toString()];
        QCOMPARE(kept, (QMap<QString, int>{{u"chat:lobby"_s, 10}, {u"log:a"_s, 3}, {u"log:b"_s, 3}}));
    }

    void keepsAllUnlessToldOtherwise() {
        ServerProcess server;
        QVERIFY2(server.start(options({{u"store.retention_age"_s, u"720h"_s}})), server.log());
        publish(server, 1);
        QCOMPARE(exported().size(), 31);
        QCOMPARE(removed(server), 0.0);
    }

private:
    QString url() const { return u"sqlite:"_s + folder_->filePath(u"store.db"_s); }
    ServerProcess::Options options(const QMap<QString, QString>& settings) const {
        ServerProcess::Options out;
        out.settings = settings;
        out.settings.insert(u"store.url"_s, url());
        out.settings.insert(u"api.keys"_s, key);
        return out;
    }
    QList<QJsonObject> exported() const {
        QList<QJsonObject> out;
        for (const auto& line : run({u"export"_s, u"-"_s, u"--database"_s, url()}).output.split('\n')) {
            if (!line.isEmpty())
                out += QJsonDocument::fromJson(line).object();
        }
        return out;
    }
    static void publish(const ServerProcess& server, int count, const std::string& channel = "chat:lobby") {
        ApiPublisher publisher(server.http(), key.toStdString(), channel, count);
        QVERIFY(QTest::qWaitFor([&] { return publisher.acknowledged() >= count; }, patienceMilliseconds));
    }
    static double removed(const ServerProcess& server) {
        return metric(server, "chinwag_store_removed_total").value_or(-1);
    }

    std::unique_ptr<QTemporaryDir> folder_;
};

QTEST_GUILESS_MAIN(RetentionTest)
#include "tst_retention.moc"
