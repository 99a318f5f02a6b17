// export, erase, backup and check-store as operators run them.
#include "store/ApiPublisher.h"
#include "support/ServerProcess.h"
#include "support/Terminal.h"
#include "unit/config/ProgramRun.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <memory>

using namespace chinwag::test;
using namespace Qt::StringLiterals;

namespace {

const QString key = u"a-key-of-the-tests-0123456789"_s;

const QString secret = u"a secret of at least thirty-two bytes"_s;

QList<QJsonObject> linesOf(const QByteArray& text) {
    QList<QJsonObject> out;
    for (const auto& line : text.split('\n')) {
        if (!line.isEmpty())
            out += QJsonDocument::fromJson(line).object();
    }
    return out;
}

// The numbers that were said, in order; a fault is a number that is not one.
QList<int> numbersIn(const QByteArray& lines) {
    QList<int> out;
    for (const auto& line : linesOf(lines))
        out += line[u"data"][u"text"].toString().toInt();
    return out;
}

// 1, 2, 3, ..., and at least `least` of them.
bool isComplete(const QList<int>& numbers, int least) {
    for (qsizetype i = 0; i < numbers.size(); ++i) {
        if (numbers[i] != i + 1)
            return false;
    }
    return numbers.size() >= least;
}

// Of a client that enters, joins and speaks. (moc does not read quotes within raw texts.)
QList<QByteArray> conversation(const QByteArray& token, const QByteArray& words) {
    return {"{\"id\":1,\"connect\":{\"token\":\"" + token + "\"}}",
            "{\"id\":2,\"subscribe\":{\"channel\":\"chat:a\"}}",
            "{\"id\":3,\"publish\":{\"channel\":\"chat:a\",\"data\":{\"text\":\"" + words + "\"}}}"};
}

} // namespace

class StoreVerbsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        folder_ = std::make_unique<QTemporaryDir>();
        QVERIFY(folder_->isValid());
        server_ = std::make_unique<ServerProcess>();
        ServerProcess::Options options;
        options.settings = {{u"store.url"_s, url()},
                            {u"api.keys"_s, key},
                            {u"api.rate"_s, u"0"_s},
                            {u"auth.hmac_secret"_s, secret}};
        QVERIFY2(server_->start(options), server_->log());
    }
    void cleanup() { server_.reset(); }

    // What was acknowledged before a copy begins is in it, whatever goes on meanwhile.
    void aBackupOfARunningServerIsComplete() {
        ApiPublisher publisher(server_->http(), key.toStdString(), "chat:lobby");
        for (const int round : {1, 2, 3}) {
            const int goal = 100 * round;
            QVERIFY(QTest::qWaitFor([&] { return publisher.acknowledged() >= goal; }, patienceMilliseconds));
            const int before = publisher.acknowledged();
            const QString copy = file(u"copy%1.db"_s.arg(round));
            const auto outcome = verb({u"backup"_s, copy});
            QVERIFY2(outcome.exitCode == 0, outcome.errors);
            QVERIFY(outcome.errors.isEmpty());
            QCOMPARE(QFile::permissions(copy) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
            QVERIFY(!QFile::exists(copy + u".part"_s));
            QVERIFY(isComplete(exported(u"sqlite:"_s + copy), before));
            const auto check = run({u"check-store"_s, u"--database"_s, u"sqlite:"_s + copy});
            QVERIFY2(check.exitCode == 0, QByteArray(check.output + check.errors));
        }
    }

    void anExportOfARunningServerIsComplete() {
        ApiPublisher publisher(server_->http(), key.toStdString(), "chat:lobby");
        QVERIFY(QTest::qWaitFor([&] { return publisher.acknowledged() >= 200; }, patienceMilliseconds));
        for (int round = 0; round < 3; ++round) {
            const int before = publisher.acknowledged();
            QVERIFY(isComplete(exported(url()), before));
        }
        const auto check = verb({u"check-store"_s});
        QVERIFY2(check.exitCode == 0, QByteArray(check.output + check.errors));
        QVERIFY2(check.output.startsWith("the store is sound: "), check.output);
    }

    // Clients may have seen more than a copy has, so nobody may take what comes for the continuation.
    void aRestoredBackupBeginsNewEpochs() {
        publish("chat:lobby", 3);
        const QString copy = file(u"copy.db"_s);
        QCOMPARE(verb({u"backup"_s, copy}).exitCode, 0);
        stop();
        const QString quiet = file(u"quiet.db"_s);
        QCOMPARE(verb({u"backup"_s, quiet}).exitCode, 0);
        for (const auto& restored : {copy, quiet}) {
            ServerProcess other;
            ServerProcess::Options options;
            options.settings = {{u"store.url"_s, u"sqlite:"_s + restored}, {u"api.keys"_s, key}};
            QVERIFY2(other.start(options), other.log());
            {
                ApiPublisher publisher(other.http(), key.toStdString(), "chat:lobby");
                QVERIFY(QTest::qWaitFor([&] { return publisher.acknowledged() >= 1; }, patienceMilliseconds));
            }
            const auto lines =
                linesOf(run({u"export"_s, u"-"_s, u"--database"_s, u"sqlite:"_s + restored}).output);
            QVERIFY(lines.size() > 3);
            QVERIFY(lines[0][u"epoch"].toString() == lines[2][u"epoch"].toString());
            QVERIFY(lines[2][u"epoch"].toString() != lines[3][u"epoch"].toString());
        }
    }

    void exportsWhatIsAskedFor() {
        publish("chat:a", 3);
        publish("chat:b", 2);
        const auto all = linesOf(verb({u"export"_s, u"-"_s}).output);
        QCOMPARE(all.size(), 5);
        const auto b = linesOf(verb({u"export"_s, u"--channel"_s, u"chat:b"_s, u"-"_s}).output);
        QCOMPARE(b.size(), 2);
        QCOMPARE(b[0][u"channel"].toString(), u"chat:b"_s);
        QCOMPARE(linesOf(verb({u"export"_s, u"-"_s, u"--channel"_s, u"chat:none"_s}).output).size(), 0);
        const auto time = all[3][u"time"].toInteger();
        const auto text = [](qint64 at) {
            return QDateTime::fromMSecsSinceEpoch(at).toUTC().toString(Qt::ISODateWithMs);
        };
        const auto from = linesOf(verb({u"export"_s, u"-"_s, u"--since"_s, text(time)}).output);
        const auto to = linesOf(verb({u"export"_s, u"-"_s, u"--until="_s + text(time)}).output);
        QCOMPARE(from.size() + to.size(), 5);
        for (const auto& line : from)
            QVERIFY(line[u"time"].toInteger() >= time);
        for (const auto& line : to)
            QVERIFY(line[u"time"].toInteger() < time);
        QVERIFY(from.size() >= 2);
        const auto both = verb({u"export"_s, u"-"_s, u"--channel=chat:b"_s, u"--since=2001-01-01"_s,
                                u"--until=2002-01-01T01:00:00+02:00"_s});
        QCOMPARE(both.exitCode, 0);
        QVERIFY(both.output.isEmpty());
    }

    void exportsToAFile() {
        publish("chat:a", 3);
        const QString path = file(u"out.jsonl"_s);
        const auto outcome = verb({u"export"_s, path});
        QVERIFY2(outcome.exitCode == 0, outcome.errors);
        QCOMPARE(outcome.output, "3 messages are in " + path.toUtf8() + '\n');
        QFile out(path);
        QVERIFY(out.open(QIODevice::ReadOnly));
        QVERIFY(isComplete(numbersIn(out.readAll()), 3));
        const auto again = verb({u"export"_s, path});
        QCOMPARE(again.exitCode, 1);
        QVERIFY2(again.errors.contains("is there already"), again.errors);
    }

    void erasesAUserWithoutAServer() {
        say("anna", "unmistakable");
        say("bob", "stays");
        chat("anna", "also unmistakable");
        publish("chat:a", 2);
        const auto running = verb({u"erase"_s, u"--user"_s, u"anna"_s, u"--yes"_s});
        QCOMPARE(running.exitCode, 1);
        QVERIFY2(running.errors.contains("in use by another server"), running.errors);
        stop();
        const auto unasked = verb({u"erase"_s, u"--user"_s, u"anna"_s});
        QCOMPARE(unasked.exitCode, 2);
        QVERIFY2(unasked.errors.contains("--yes"), unasked.errors);
        QVERIFY(verb({u"export"_s, u"-"_s}).output.contains("unmistakable"));
        const auto erased = verb({u"erase"_s, u"--user"_s, u"anna"_s, u"--yes"_s});
        QVERIFY2(erased.exitCode == 0, erased.errors);
        QVERIFY2(erased.output.startsWith("2 messages are erased; on record as "), erased.output);
        const auto left = verb({u"export"_s, u"-"_s}).output;
        QVERIFY2(!left.contains("unmistakable") && !left.contains("anna"), left);
        QVERIFY2(left.contains("stays") && left.contains("\"user\":\"bob\""), left);
        QVERIFY(verb({u"erase"_s, u"--user"_s, u"anna"_s, u"--yes"_s}).output.startsWith("0 messages"));
        // An erasure is no reason for new epochs: the next server goes on.
        QVERIFY(server_->restart());
        publish("chat:a", 1);
        const auto lines = linesOf(verb({u"export"_s, u"-"_s, u"--channel"_s, u"chat:a"_s}).output);
        QCOMPARE(lines.size(), 6);
        QCOMPARE(lines[5][u"offset"].toInt(), 6);
        QCOMPARE(lines[5][u"epoch"], lines[0][u"epoch"]);
    }

    void anErasureAsksFirst_data() {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<int>("code");
        QTest::newRow("yes") << QByteArray("yes\n") << 0;
        QTest::newRow("a letter") << QByteArray("y\n") << 1;
        QTest::newRow("nothing") << QByteArray("\n") << 1;
        QTest::newRow("the end") << QByteArray("\x04") << 1;
    }
    void anErasureAsksFirst() {
        QFETCH(QByteArray, answer);
        QFETCH(int, code);
        say("anna", "unmistakable");
        stop();
        Terminal terminal(programPath(), {u"erase"_s, u"--user"_s, u"anna"_s, u"--database"_s, url()});
        QVERIFY2(terminal.shows("Type yes to go on: "), terminal.screen());
        QVERIFY(terminal.type(answer));
        QVERIFY2(terminal.shows(code == 0 ? "1 messages are erased" : "nothing was erased"),
                 terminal.screen());
        QCOMPARE(terminal.finish(), code);
        QCOMPARE(verb({u"export"_s, u"-"_s}).output.contains("unmistakable"), code != 0);
    }

    void whoWatchesSeesHowFarItIs() {
        publish("chat:a", 3);
        Terminal terminal(programPath(), {u"export"_s, file(u"out"_s), u"--database"_s, url()});
        QVERIFY2(terminal.shows("exporting: 100 %"), terminal.screen());
        QVERIFY2(terminal.shows("3 messages are in "), terminal.screen());
        QCOMPARE(terminal.finish(), 0);
    }

    void anErasureDoesNotHideACrash() {
        publish("chat:a", 2);
        server_->kill();
        QCOMPARE(verb({u"erase"_s, u"--user"_s, u"anna"_s, u"--yes"_s}).exitCode, 0);
        QVERIFY(server_->restart());
        publish("chat:a", 1);
        const auto lines = linesOf(verb({u"export"_s, u"-"_s, u"--channel"_s, u"chat:a"_s}).output);
        QCOMPARE(lines.size(), 3);
        QVERIFY(lines[2][u"epoch"] != lines[0][u"epoch"]);
    }

    void damageIsReported() {
        publish("chat:a", 400);
        stop();
        QFile database(file(u"store.db"_s));
        QVERIFY(database.open(QIODevice::ReadWrite));
        QVERIFY(database.size() > 60'000);
        QVERIFY(database.seek(30'000));
        QCOMPARE(database.write(QByteArray(20'000, '\xA5')), 20'000);
        database.close();
        const auto outcome = verb({u"check-store"_s});
        QCOMPARE(outcome.exitCode, 1);
        QVERIFY2(outcome.errors.contains("damaged: restore a backup"), outcome.errors);
        QVERIFY(!outcome.output.isEmpty());
    }

    void wrongInputIsRefused_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("says");
        const auto row = [](const char* name, const QStringList& arguments, const char* says, int code = 1) {
            QTest::newRow(name) << arguments << code << QByteArray(says);
        };
        row("no time", {u"export"_s, u"-"_s, u"--since"_s, u"yesterday"_s}, "--since must be a time");
        row("a time before time", {u"export"_s, u"-"_s, u"--until=1969-01-01"_s}, "--until must be a time");
        row("no folder", {u"export"_s, u"/nowhere/at/all"_s}, "/nowhere/at/all");
        row("no store", {u"export"_s, u"-"_s, u"--database=sqlite:/nowhere/x"_s},
            "there is no store at /nowhere/x");
        row("no store to copy", {u"backup"_s, u"x"_s, u"--database=sqlite:/nowhere/x"_s},
            "there is no store at");
        row("no store to check", {u"check-store"_s, u"--database=sqlite:/nowhere/x"_s},
            "there is no store at");
        row("no store to erase in",
            {u"erase"_s, u"--yes"_s, u"--user=x"_s, u"--database=sqlite:/nowhere/x"_s},
            "there is no store at");
        row("nothing is kept", {u"check-store"_s, u"--database=none"_s}, "nothing is kept");
        row("no place for a copy", {u"backup"_s, u"/nowhere/at/all"_s}, "cannot create /nowhere/at/all.part");
        row("no database", {u"check-store"_s, u"--database=sqlite:/etc/passwd"_s}, "/etc/passwd");
        row("no store's URL", {u"check-store"_s, u"--database=mysql://h/d"_s}, "sqlite:FILE", 78);
        row("no user", {u"erase"_s, u"--user="_s, u"--yes"_s}, "erase needs --user NAME", 2);
    }
    void wrongInputIsRefused() {
        QFETCH(QStringList, arguments);
        QFETCH(int, code);
        QFETCH(QByteArray, says);
        const auto outcome = verb(arguments);
        QCOMPARE(outcome.exitCode, code);
        QVERIFY2(outcome.errors.contains(says), outcome.errors);
        QVERIFY(outcome.output.isEmpty());
    }

    void aFullOutputIsAFailure() {
        publish("chat:a", 3);
        QProcess process;
        process.setProcessEnvironment(programEnvironment());
        process.setStandardOutputFile(u"/dev/full"_s);
        process.start(programPath(), {u"export"_s, u"-"_s, u"--database"_s, url()});
        const auto outcome = finish(process);
        QCOMPARE(outcome.exitCode, 1);
        QVERIFY2(outcome.errors.contains("standard output"), outcome.errors);
    }

private:
    QString file(const QString& name) const { return folder_->filePath(name); }
    QString url() const { return u"sqlite:"_s + file(u"store.db"_s); }
    Outcome verb(const QStringList& arguments) const {
        return run(arguments, {{u"CHINWAG_STORE_URL"_s, url()}});
    }
    QList<int> exported(const QString& where) const {
        return numbersIn(run({u"export"_s, u"-"_s, u"--database"_s, where}).output);
    }
    void publish(const char* channel, int count) {
        ApiPublisher publisher(server_->http(), key.toStdString(), channel, count);
        QVERIFY(QTest::qWaitFor([&] { return publisher.acknowledged() >= count; }, patienceMilliseconds));
    }
    static QByteArray tokenOf(const QByteArray& user) {
        return run({u"token"_s, u"--user"_s, QString::fromUtf8(user)},
                   {{u"CHINWAG_AUTH_HMAC_SECRET"_s, secret}})
            .output.trimmed();
    }
    // As a client of the tutorial's protocol.
    void chat(const QByteArray& user, const std::string& words) {
        auto client = server_->chatter("/ws/chat?room=a&token=" + tokenOf(user).toStdString());
        QVERIFY(client.send(text(words)));
        QCOMPARE(client.nextMessage(), textEvent(words));
    }
    // As a client of the Centrifuge protocol, whom a token gives a name.
    void say(const QByteArray& user, const QByteArray& words) {
        const auto token = tokenOf(user);
        auto client = server_->chatter("/connection/websocket");
        for (const auto& command : conversation(token, words))
            QVERIFY(client.send(text(command.toStdString())));
        auto event = client.nextMessage();
        while (event.kind == Event::Kind::Text && event.payload.find("\"id\":3") == std::string::npos)
            event = client.nextMessage();
        QVERIFY2(event.payload.find("\"publish\":") != std::string::npos, event.payload.c_str());
    }
    void stop() {
        server_->signal(SIGTERM);
        QCOMPARE(server_->waitForExit(), 0);
    }

    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<ServerProcess> server_;
};

QTEST_GUILESS_MAIN(StoreVerbsTest)
#include "tst_store_verbs.moc"
