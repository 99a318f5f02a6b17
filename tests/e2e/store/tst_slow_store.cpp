// A running server whose database answers slowly, or not any more, because another program holds it.
#include "store/ApiPublisher.h"
#include "support/Metrics.h"
#include "support/ServerProcess.h"
#include "unit/config/ProgramRun.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace chinwag::test;
using namespace Qt::StringLiterals;

namespace {

const QString key = u"a-key-of-the-tests-0123456789"_s;
constexpr std::string_view acknowledged = "\"publish\":{}";

// Keeps everybody else from writing to a SQLite file for as long as it lives.
class WriteLock {
public:
    explicit WriteLock(const QString& path) {
        auto database = QSqlDatabase::addDatabase(u"QSQLITE"_s, name_);
        database.setDatabaseName(path);
        isHeld_ = database.open() && QSqlQuery(database).exec(u"BEGIN IMMEDIATE"_s);
    }
    ~WriteLock() {
        QSqlDatabase::database(name_).close();
        QSqlDatabase::removeDatabase(name_);
    }
    WriteLock(const WriteLock&) = delete;
    WriteLock& operator=(const WriteLock&) = delete;
    bool isHeld() const { return isHeld_; }

private:
    const QString name_ = u"lock"_s;
    bool isHeld_ = false;
};

// Somebody who speaks the Centrifuge protocol.
class Talker {
public:
    explicit Talker(const ServerProcess& server) : probe_(server.chatter("/connection/websocket")) {}

    bool enter() {
        return say("{\"id\":1,\"connect\":{}}") && hears("\"connect\"") &&
               say("{\"id\":2,\"subscribe\":{\"channel\":\"chat:lobby\"}}") && hears("\"subscribe\"");
    }
    bool publish(const char* words) {
        return say(std::string("{\"id\":3,\"publish\":{\"channel\":\"chat:lobby\",\"data\":{\"text\":\"") +
                   words + "\"}}}");
    }
    bool say(std::string_view command) { return probe_.send(text(command)); }
    /// Waits for it, behind what was heard before.
    bool hears(std::string_view words) {
        while (heard_.find(words) == std::string::npos) {
            const auto event = probe_.nextMessage();
            if (event.kind != Event::Kind::Text)
                return false;
            heard_ += event.payload;
        }
        heard_.erase(0, heard_.find(words) + words.size());
        return true;
    }
    const std::string& heard() const { return heard_; }

private:
    WebSocketProbe probe_;
    std::string heard_;
};

} // namespace

class SlowStoreTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        folder_.emplace();
        QVERIFY(folder_->isValid());
        server_.emplace();
        ServerProcess::Options options;
        options.settings = {{u"store.url"_s, u"sqlite:"_s + path()}, {u"api.keys"_s, key}};
        QVERIFY2(server_->start(options), server_->log());
        ApiPublisher publisher(server_->http(), key.toStdString(), "chat:lobby", 20);
        QVERIFY(QTest::qWaitFor([&] { return publisher.acknowledged() == 20; }, patienceMilliseconds));
    }
    void cleanup() { server_.reset(); }

    void whatIsKilledWhileSlowHasWhatItAcknowledged() {
        Talker alice(*server_);
        QVERIFY(alice.enter());
        auto bob = server_->chatter();
        const WriteLock lock(path());
        QVERIFY(lock.isHeld());
        QVERIFY(alice.publish("held up"));
        const auto heard = bob.nextMessage();
        QVERIFY2(heard.payload.find("held up") != std::string::npos, heard.payload.c_str());
        server_->kill();
        QVERIFY(!alice.hears(acknowledged)); // up to the end
        QVERIFY2(alice.heard().find("\"error\"") == std::string::npos, alice.heard().c_str());
        QCOMPARE(texts().size(), 20);
        for (int i = 0; i < 20; ++i)
            QCOMPARE(texts().at(i), QString::number(i + 1));
    }

    void whatIsSlowIsAcknowledgedInTheEnd() {
        Talker alice(*server_);
        QVERIFY(alice.enter());
        auto bob = server_->chatter();
        {
            const WriteLock lock(path());
            QVERIFY(lock.isHeld());
            QVERIFY(alice.publish("held up"));
            const auto heard = bob.nextMessage();
            QVERIFY2(heard.payload.find("held up") != std::string::npos, heard.payload.c_str());
            QCOMPARE(texts().size(), 20);
        }
        QVERIFY(alice.hears(acknowledged));
        QCOMPARE(texts().constLast(), u"held up"_s);
    }

    // What was shown and cannot be kept: its sender is told, and everybody begins anew.
    void nobodyKeepsWhatIsNotKept() {
        Talker alice(*server_);
        QVERIFY(alice.enter());
        Talker carol(*server_);
        QVERIFY(carol.enter());
        {
            const WriteLock lock(path());
            QVERIFY(lock.isHeld());
            QVERIFY(alice.publish("a phantom"));
            QVERIFY(carol.hears("a phantom"));
            // The server gives up on the database after a few seconds.
            QVERIFY(carol.hears("\"unsubscribe\":{\"code\":2500"));
            QVERIFY(alice.hears("\"id\":3,\"error\":{\"code\":100"));
            const auto ready = server_->http().get("/readyz", "Connection: close\r\n");
            QCOMPARE(ready.status, 503);
            QVERIFY2(ready.body.find("messages cannot be kept") != std::string::npos, ready.body.c_str());
            QCOMPARE(metric(*server_, "chinwag_store_writable").value_or(-1), 0.0);
        }
        const auto isReady = [this] {
            return server_->http().get("/readyz", "Connection: close\r\n").status == 200;
        };
        QVERIFY(QTest::qWaitFor(isReady, patienceMilliseconds));
        QVERIFY(
            carol.say("{\"id\":4,\"subscribe\":{\"channel\":\"chat:lobby\",\"recover\":true,\"offset\":21,"
                      "\"epoch\":\"of before\"}}"));
        QVERIFY(carol.hears("\"was_recovering\":true"));
        ApiPublisher publisher(server_->http(), key.toStdString(), "chat:lobby", 1);
        QVERIFY(QTest::qWaitFor([&] { return publisher.acknowledged() == 1; }, patienceMilliseconds));
        QVERIFY(carol.hears("\"offset\":1"));
        QCOMPARE(texts().size(), 21);
        QVERIFY(!texts().contains(u"a phantom"_s));
    }

private:
    QString path() const { return folder_->filePath(u"store.db"_s); }
    // All that is kept, the oldest first.
    QStringList texts() const {
        QStringList out;
        const auto lines =
            run({u"export"_s, u"-"_s, u"--database"_s, u"sqlite:"_s + path()}).output.split('\n');
        for (const auto& line : lines) {
            if (!line.isEmpty())
                out += QJsonDocument::fromJson(line).object()[u"data"][u"text"].toString();
        }
        return out;
    }

    std::optional<QTemporaryDir> folder_;
    std::optional<ServerProcess> server_;
};

QTEST_GUILESS_MAIN(SlowStoreTest)
#include "tst_slow_store.moc"
