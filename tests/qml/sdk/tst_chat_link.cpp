// A chat room over the Centrifuge protocol, against a scripted server.
#include "sdk/CentrifugeLink.h"
#include "sdk/centrifuge/ScriptedServer.h"
#include "sdk/centrifuge/Watch.h"

#include <QJsonArray>

namespace chinwag::test {

using sdk::CentrifugeLink;
using sdk::Fault;
using sdk::Publication;

namespace {

QString text(const char* latin) {
    return QString::fromLatin1(latin);
}

constexpr QLatin1String room("chat:hall-4");

QJsonObject message(const QString& id, const QString& words, const QString& clientId = {}) {
    QJsonObject data{{text("id"), id}, {text("nick"), text("Ada")}, {text("text"), words}};
    if (!clientId.isEmpty())
        data.insert(text("client_id"), clientId);
    return data;
}

QJsonObject page(const QList<QJsonObject>& newestFirst, int next = 0) {
    QJsonArray messages;
    for (const QJsonObject& data : newestFirst)
        messages.append(QJsonObject{{text("data"), data}, {text("time"), 1'000}});
    QJsonObject answer{{text("messages"), messages}};
    if (next != 0)
        answer.insert(text("next"), next);
    return {{text("data"), answer}};
}

// What a link has told, in order.
struct Told {
    explicit Told(CentrifugeLink& link) {
        using sdk::Link;
        QObject::connect(&link, &Link::opened, &link, [this] { lines.append(text("connected")); });
        QObject::connect(&link, &Link::roomOpened, &link, [this](const QString& where, bool complete) {
            lines.append(of(where) + (complete ? text("open") : text("open, gap")));
        });
        QObject::connect(&link, &Link::roomClosed, &link,
                         [this](const QString& where, const QString& reason) {
                             lines.append(of(where) + text("closed ") + reason);
                         });
        QObject::connect(&link, &Link::ended, &link, [this](const Fault& end) {
            fault = end;
            lines.append(text("end"));
        });
        QObject::connect(&link, &Link::received, &link,
                         [this](const QString& where, const Publication& publication) {
                             last = publication;
                             lines.append(of(where) + publication.id + text(" ") + publication.text);
                         });
        QObject::connect(&link, &Link::pageReceived, &link,
                         [this](const QString& where, const sdk::Page& received) {
                             QStringList ids;
                             for (const Publication& publication : received.messages)
                                 ids.append(publication.id);
                             lines.append(of(where) + text("page ") + ids.join(u' ') +
                                          (received.more ? text(" ...") : QString()));
                         });
        QObject::connect(&link, &Link::refused, &link, [this](quint64 id, const QString& reason) {
            lines.append(QStringLiteral("refused %1 %2").arg(id).arg(reason));
        });
        QObject::connect(&link, &Link::answered, &link,
                         [this](const sdk::MessageRequest& request, const QString& refusal) {
                             lines.append(text("answered ") + request.messageId + text(" ") + refusal);
                         });
        QObject::connect(&link, &Link::typingHeard, &link, [this](const QString& where, const QString& nick) {
            lines.append(of(where) + text("typing ") + nick);
        });
        QObject::connect(&link, &Link::peopleChanged, &link,
                         [this](const QString&, const QList<sdk::Person>& all) {
                             people.clear();
                             for (const sdk::Person& person : all)
                                 people.append(person.nick);
                         });
        QObject::connect(&link, &Link::readElsewhere, &link, [this](const QString& where, const QString& id) {
            lines.append(of(where) + text("read ") + id);
        });
        QObject::connect(&link, &Link::roomsListed, &link,
                         [this](const QList<sdk::RoomSummary>& all) { rooms = all; });
    }
    // The room that most tests are in goes without saying.
    static QString of(const QString& where) { return where == room ? QString() : where + text(": "); }
    bool waitFor(const QString& line) const {
        return eventually([&] { return lines.contains(line); });
    }

    QStringList lines;
    QStringList people;
    QList<sdk::RoomSummary> rooms;
    Fault fault;
    Publication last;
};

} // namespace

class ChatLinkTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        server_ = std::make_unique<ScriptedServer>();
        server_->rule(text("subscribe"), [this](const QJsonObject&) { return subscribed_; });
        server_->rule(text("rpc"), [this](const QJsonObject& parameters) -> std::optional<QJsonObject> {
            return parameters[text("method")].toString() == text("chat.history") ? history_ : QJsonObject();
        });
        subscribed_ = ScriptedServer::positioned(0, text("e"));
        history_ = page({});
    }
    void cleanup() {
        link_.reset();
        server_.reset();
    }

    void entersWithThePast() {
        history_ = page({message(text("m2"), text("two")), message(text("m1"), text("one"))}, 17);
        enter();
        QVERIFY(told_->waitFor(text("open")));
        QVERIFY(told_->waitFor(text("connected")));
        QCOMPARE(told_->lines, QStringList({text("page m1 m2 ..."), text("open"), text("connected")}));
        QCOMPARE(server_->commands(text("connect")).first().parameters[text("data")][text("nick")].toString(),
                 text("Robin"));
        history_ = page({message(text("m0"), text("zero"))});
        link_->askOlder(room);
        link_->askOlder(room); // once at a time
        QVERIFY(told_->waitFor(text("page m0")));
        QCOMPARE(server_->commands(text("rpc")).last().parameters[text("data")][text("before")].toInt(), 17);
        QCOMPARE(server_->count(text("rpc")), 2);
        link_->askOlder(room); // there is no more
        someTurns();
        QCOMPARE(server_->count(text("rpc")), 2);
    }

    void whatComesMeanwhileComesAfterThePast() {
        server_->rule(text("rpc"), [this](const QJsonObject&) {
            server_->publish(room, message(text("m2"), text("two")), 2);
            server_->publish(room, message(text("m3"), text("three")), 3);
            return page({message(text("m2"), text("two")), message(text("m1"), text("one"))});
        });
        enter();
        QVERIFY(told_->waitFor(text("connected")));
        QCOMPARE(told_->lines,
                 QStringList({text("page m1 m2"), text("m3 three"), text("open"), text("connected")}));
    }

    void aRoomWithoutAPastOpens() {
        server_->refuseOnce(text("rpc"), 108);
        enter();
        QVERIFY(told_->waitFor(text("connected")));
        QCOMPARE(told_->lines, QStringList({text("open"), text("connected")}));
    }

    void goesOnWhereItWas_data() {
        QTest::addColumn<QString>("how");
        QTest::addColumn<QStringList>("lines");
        QTest::newRow("recovered") << text("recovered") << QStringList({text("m6 six"), text("open")});
        QTest::newRow("the past reaches back far enough")
            << text("overlap") << QStringList({text("page m5 m6 ..."), text("open")});
        QTest::newRow("something is lost")
            << text("gap") << QStringList({text("page m6 ..."), text("open, gap")});
        QTest::newRow("no past to ask for") << text("none") << QStringList({text("open, gap")});
    }
    void goesOnWhereItWas() {
        QFETCH(const QString, how);
        QFETCH(const QStringList, lines);
        subscribed_ = ScriptedServer::positioned(6, text("e"));
        subscribed_.insert(text("was_recovering"), true);
        if (how == text("recovered")) {
            subscribed_.insert(text("recovered"), true);
            subscribed_.insert(text("publications"),
                               QJsonArray{QJsonObject{{text("data"), message(text("m6"), text("six"))},
                                                      {text("offset"), 6}}});
        }
        QList<QJsonObject> past{message(text("m6"), text("six"))};
        if (how == text("overlap"))
            past.append(message(text("m5"), text("five")));
        history_ = page(past, 3);
        if (how == text("none"))
            server_->refuseOnce(text("rpc"), 108);
        sdk::Resume resume;
        resume.known = true;
        resume.offset = 5;
        resume.epoch = text("e");
        resume.newestId = text("m5");
        resume.olderThan = 2;
        enter(resume);
        QVERIFY(told_->waitFor(text("connected")));
        QCOMPARE(told_->lines, lines + QStringList{text("connected")});
        QCOMPARE(server_->commands(text("subscribe")).first().parameters[text("offset")].toInt(), 5);
        QCOMPARE(link_->resume(room).offset, 6U);
        QCOMPARE(link_->resume(room).olderThan, 2U);
    }

    void asksForChangesOfMessages() {
        using sdk::MessageRequest;
        enter();
        QVERIFY(!link_->ask({MessageRequest::Kind::Redact, room, text("m1"), {}}));
        QVERIFY(told_->waitFor(text("open")));
        const auto last = [this](const char* member) {
            return server_->commands(text("rpc")).last().parameters[text("data")][text(member)].toString();
        };
        const auto method = [this] {
            return server_->commands(text("rpc")).last().parameters[text("method")].toString();
        };
        QVERIFY(link_->ask({MessageRequest::Kind::Edit, room, text("m1"), text("new")}));
        QVERIFY(told_->waitFor(text("answered m1 ")));
        QCOMPARE(method(), text("chat.edit"));
        QCOMPARE(last("channel"), room);
        QCOMPARE(last("id"), text("m1"));
        QCOMPARE(last("text"), text("new"));
        QVERIFY(link_->ask({MessageRequest::Kind::Report, room, text("m2"), text("rude")}));
        QVERIFY(told_->waitFor(text("answered m2 ")));
        QCOMPARE(method(), text("chat.report"));
        QCOMPARE(last("reason"), text("rude"));
        server_->refuseOnce(text("rpc"), 103);
        QVERIFY(link_->ask({MessageRequest::Kind::Redact, room, text("m3"), {}}));
        QVERIFY(eventually([&] { return told_->lines.last().startsWith(text("answered m3 ")); }));
        QVERIFY(told_->lines.last() != text("answered m3 "));
        QCOMPARE(method(), text("chat.redact"));
    }

    void answersNameTheirMessage() {
        enter();
        QVERIFY(told_->waitFor(text("open")));
        QVERIFY(link_->publish({2, room, text("yes"), text("p-2"), text("m1")}));
        QVERIFY(eventually([&] { return server_->count(text("publish")) == 1; }));
        QCOMPARE(
            server_->commands(text("publish")).last().parameters[text("data")][text("reply_to")].toString(),
            text("m1"));
    }

    void publishes() {
        enter();
        QVERIFY(!link_->publish({1, room, text("too early"), text("p-1")}));
        QVERIFY(told_->waitFor(text("open")));
        QVERIFY(link_->publish({2, room, text("hi"), text("p-2")}));
        QVERIFY(eventually([&] { return server_->count(text("publish")) == 1; }));
        const QJsonObject expected{{text("text"), text("hi")}, {text("client_id"), text("p-2")}};
        QCOMPARE(server_->commands(text("publish")).first().parameters[text("data")].toObject(), expected);
        server_->publish(room, message(text("m1"), text("hi"), text("p-2")), 1);
        QVERIFY(told_->waitFor(text("m1 hi")));
        QCOMPARE(told_->last.clientId, text("p-2"));
    }

    void whatIsRefusedForNowIsSentAgain() {
        enter();
        QVERIFY(told_->waitFor(text("open")));
        server_->refuseOnce(text("publish"), 111, true);
        QVERIFY(link_->publish({1, room, text("hi"), text("p-1")}));
        QVERIFY(eventually([&] { return server_->count(text("publish")) == 2; }));
        server_->refuseOnce(text("publish"), 103);
        QVERIFY(link_->publish({2, room, text("hi"), text("p-2")}));
        QVERIFY(told_->waitFor(text("refused 2 refused")));
    }

    void tellsWhatBecomesOfMessagesAndPeople() {
        const auto person = [](const char* client, const char* nick) {
            return QJsonObject{{text("client"), text(client)},
                               {text("conn_info"), QJsonObject{{text("nick"), text(nick)}}}};
        };
        server_->rule(text("presence"), [&](const QJsonObject&) {
            return QJsonObject{{text("presence"), QJsonObject{{text("a"), person("a", "Zoe")},
                                                              {text("b"), QJsonObject()},
                                                              {text("c"), person("c", "ada")}}}};
        });
        enter();
        QVERIFY(told_->waitFor(text("open")));
        QVERIFY(eventually([&] { return told_->people.size() == 3; }));
        QCOMPARE(told_->people, QStringList({text("ada"), text("Zoe"), QString()}));
        server_->push(
            {{text("channel"), room}, {text("leave"), QJsonObject{{text("info"), person("a", "Zoe")}}}});
        server_->push(
            {{text("channel"), room}, {text("join"), QJsonObject{{text("info"), person("d", "Bob")}}}});
        QVERIFY(eventually([&] {
            return told_->people == QStringList({text("ada"), text("Bob"), QString()});
        }));
        server_->publish(room, QJsonObject{{text("type"), text("typing")}, {text("nick"), text("ada")}});
        QVERIFY(told_->waitFor(text("typing ada")));
        server_->publish(
            room,
            QJsonObject{{text("type"), text("edit")}, {text("id"), text("m1")}, {text("text"), text("new")}},
            1);
        QVERIFY(told_->waitFor(text("m1 new")));
        QCOMPARE(told_->last.kind, Publication::Kind::Edited);
        server_->publish(room, QJsonObject{{text("type"), text("redact")}, {text("id"), text("m1")}}, 2);
        QVERIFY(told_->waitFor(text("m1 ")));
        QCOMPARE(told_->last.kind, Publication::Kind::Redacted);
        // What is none of these is told to nobody.
        const auto before = told_->lines.size();
        server_->publish(room, QJsonObject{{text("type"), text("novelty")}}, 3);
        server_->publish(room, 7, 4);
        server_->publish(room, message(text("m2"), text("end")), 5);
        QVERIFY(told_->waitFor(text("m2 end")));
        QCOMPARE(told_->lines.size(), before + 1);
    }

    void ends_data() {
        QTest::addColumn<int>("code");
        QTest::addColumn<Fault::Kind>("kind");
        QTest::newRow("kick") << 4500 << Fault::Kind::Kicked;
        QTest::newRow("final") << 3503 << Fault::Kind::Ended;
        QTest::newRow("restart") << 3001 << Fault::Kind::Lost;
        QTest::newRow("cut") << 0 << Fault::Kind::Lost;
    }
    void ends() {
        QFETCH(const int, code);
        QFETCH(const Fault::Kind, kind);
        enter();
        QVERIFY(told_->waitFor(text("open")));
        if (code == 0)
            server_->cut();
        else
            server_->close(code, text("be nice"));
        QVERIFY(told_->waitFor(text("end")));
        QCOMPARE(told_->fault.kind, kind);
        QVERIFY(!link_->publish({1, room, text("too late"), text("p-1")}));
        someTurns();
        QCOMPARE(server_->connections(), 1); // another one is another link
        QCOMPARE(told_->lines.count(text("end")), 1);
    }

    void doesNotGetIn() {
        server_->refuseOnce(text("connect"), 103);
        enter();
        QVERIFY(told_->waitFor(text("end")));
        QCOMPARE(told_->fault.kind, Fault::Kind::Rejected);
        QVERIFY(told_->fault.text.contains(text("refused")));
    }

    void aRoomThatRefusesIsClosed() {
        server_->refuseOnce(text("subscribe"), 103);
        enter();
        QVERIFY(told_->waitFor(text("connected")));
        QCOMPARE(told_->lines.size(), 2);
        QVERIFY(told_->lines.first().startsWith(text("closed ")));
        QVERIFY(told_->lines.first().contains(text("refused")));
        QVERIFY(!link_->publish({1, room, text("let me in"), text("p-1")}));
        // It can be asked once more.
        link_->enter({room});
        QVERIFY(told_->waitFor(text("open")));
        QVERIFY(link_->publish({2, room, text("thanks"), text("p-2")}));
    }

    void aRoomPutsUsOut() {
        enter();
        QVERIFY(told_->waitFor(text("connected")));
        server_->push(
            {{text("channel"), room},
             {text("unsubscribe"), QJsonObject{{text("code"), 2000}, {text("reason"), text("banned")}}}});
        QVERIFY(eventually([&] { return told_->lines.last().startsWith(text("closed ")); }));
        QVERIFY(told_->lines.last().contains(text("banned")));
        QVERIFY(!told_->lines.contains(text("end")));
    }

    void roomsAreEachTheirOwn() {
        server_->rule(text("subscribe"), [](const QJsonObject& parameters) {
            return ScriptedServer::positioned(parameters[text("channel")].toString() == room ? 3 : 8,
                                              text("e"));
        });
        enter({}, {QStringLiteral("chat:attic")});
        QVERIFY(told_->waitFor(text("connected")));
        QVERIFY(told_->lines.contains(text("open")));
        QVERIFY(told_->lines.contains(text("chat:attic: open")));
        QCOMPARE(server_->connections(), 1);
        server_->publish(text("chat:attic"), message(text("m9"), text("dust")), 9);
        QVERIFY(told_->waitFor(text("chat:attic: m9 dust")));
        QCOMPARE(link_->resume(room).offset, 3U);
        QCOMPARE(link_->resume(text("chat:attic")).offset, 9U);
        link_->enter({text("chat:cellar")});
        QVERIFY(told_->waitFor(text("chat:cellar: open")));
        link_->exit(text("chat:attic"));
        QVERIFY(eventually([&] { return server_->count(text("unsubscribe")) == 1; }));
        server_->publish(text("chat:attic"), message(text("m10"), text("spider")), 10);
        server_->publish(room, message(text("m4"), text("end")), 4);
        QVERIFY(told_->waitFor(text("m4 end")));
        QVERIFY(!told_->lines.contains(text("chat:attic: m10 spider")));
        QCOMPARE(told_->lines.count(text("connected")), 1);
    }

    void theServerSubscribesToARoom() {
        enter();
        QVERIFY(told_->waitFor(text("connected")));
        const QString direct = text("chat:direct#ada,robin");
        server_->push(
            {{text("channel"), direct}, {text("subscribe"), ScriptedServer::positioned(4, text("e"))}});
        QVERIFY(told_->waitFor(direct + text(": open")));
        QCOMPARE(server_->count(text("subscribe")), 1); // ours, of the other room
        server_->publish(direct, message(text("m5"), text("psst")), 5);
        QVERIFY(told_->waitFor(direct + text(": m5 psst")));
        QCOMPARE(link_->resume(direct).offset, 5U);
        QVERIFY(link_->publish({1, direct, text("what?"), text("p-1")}));
        QVERIFY(eventually([&] { return server_->count(text("publish")) == 1; }));
        QCOMPARE(server_->commands(text("publish")).last().parameters[text("channel")].toString(), direct);
        // What is no room is somebody else's.
        server_->push({{text("channel"), text("score:1")}, {text("subscribe"), QJsonObject()}});
        server_->push({{text("channel"), direct}, {text("unsubscribe"), QJsonObject{{text("code"), 2000}}}});
        QVERIFY(eventually([&] { return told_->lines.last().startsWith(direct + text(": closed ")); }));
        QVERIFY(!told_->lines.contains(text("score:1: open")));
    }

    void theServerWasFasterThanWe() {
        // A token may subscribe its bearer to a room that the client wants as well.
        server_->rule(text("connect"), [](const QJsonObject&) {
            return QJsonObject{{text("client"), text("c1")},
                               {text("subs"), QJsonObject{{room, ScriptedServer::positioned(4, text("e"))}}}};
        });
        server_->refuseOnce(text("subscribe"), 105);
        history_ = page({message(text("m4"), text("four"))});
        enter();
        QVERIFY(told_->waitFor(text("connected")));
        QCOMPARE(told_->lines, QStringList({text("page m4"), text("open"), text("connected")}));
        server_->publish(room, message(text("m5"), text("five")), 5);
        QVERIFY(told_->waitFor(text("m5 five")));
        QVERIFY(link_->publish({1, room, text("hi"), text("p-1")}));
        QVERIFY(eventually([&] { return server_->count(text("publish")) == 1; }));
        QCOMPARE(server_->count(text("unsubscribe")), 0);
    }

    void tellsWhatTheServerKeepsOfRooms() {
        server_->rule(text("rpc"), [this](const QJsonObject& parameters) -> std::optional<QJsonObject> {
            if (parameters[text("method")].toString() != text("chat.rooms"))
                return history_;
            QJsonObject answer{{text("rooms"), QJsonArray{QJsonObject{
                                                   {text("channel"), text("chat:b")},
                                                   {text("marker"), QJsonObject{{text("id"), text("m1")}}},
                                                   {text("unread"), 2},
                                                   {text("last"), 5'000}}}}};
            if (!parameters[text("data")].toObject().contains(text("after"))) {
                answer.insert(text("rooms"), QJsonArray{QJsonObject{{text("channel"), text("chat:a")}}});
                answer.insert(text("next"), text("chat:a"));
            }
            return QJsonObject{{text("data"), answer}};
        });
        enter({}, {}, text("eyJhbGciOiJub25lIn0.eyJzdWIiOiJyb2JpbiJ9.x"));
        QVERIFY(told_->waitFor(text("connected")));
        link_->askRooms();
        QVERIFY(eventually([&] { return told_->rooms.size() == 2; }));
        QCOMPARE(told_->rooms.at(0).unread, -1);
        QCOMPARE(told_->rooms.at(1).room, text("chat:b"));
        QCOMPARE(told_->rooms.at(1).readUpTo, text("m1"));
        QCOMPARE(told_->rooms.at(1).unread, 2);
        QCOMPARE(told_->rooms.at(1).lastAt.toMSecsSinceEpoch(), 5'000);
        // What the same user has read elsewhere, and what somebody else has.
        const auto read = [&](const char* user, const char* id) {
            server_->push(
                {{text("channel"), room},
                 {text("pub"), QJsonObject{{text("data"), QJsonObject{{text("type"), text("read")},
                                                                      {text("id"), text(id)}}},
                                           {text("info"), QJsonObject{{text("user"), text(user)},
                                                                      {text("client"), text("x")}}}}}});
        };
        read("ada", "m7");
        read("robin", "m8");
        QVERIFY(told_->waitFor(text("read m8")));
        QVERIFY(!told_->lines.contains(text("read m7")));
        link_->markRead(room, text("m9"));
        QVERIFY(eventually([&] {
            const auto last = server_->commands(text("rpc")).last().parameters;
            return last[text("method")].toString() == text("chat.read") &&
                   last[text("data")][text("id")].toString() == text("m9");
        }));
    }

    void nobodyIsThere() {
        server_->stop();
        enter();
        QVERIFY(told_->waitFor(text("end")));
        QCOMPARE(told_->fault.kind, Fault::Kind::Refused);
    }

    void closingIsQuiet() {
        enter();
        QVERIFY(told_->waitFor(text("open")));
        link_->close();
        server_->cut();
        someTurns();
        QVERIFY(!told_->lines.contains(text("end")));
    }

private:
    void enter(const sdk::Resume& resume = {}, const QStringList& others = {}, const QString& token = {}) {
        CentrifugeLink::Timing timing;
        timing.again = std::chrono::milliseconds(1);
        link_ = std::make_unique<CentrifugeLink>(timing);
        told_ = std::make_unique<Told>(*link_);
        QUrl url = server_->url();
        url.setPath(QString());
        QCOMPARE(CentrifugeLink::endpoint(url), server_->url());
        QList<sdk::RoomStart> rooms{{room, resume}};
        for (const QString& other : others)
            rooms.append({other});
        link_->open({url, text("Robin"), token}, rooms);
    }

    std::unique_ptr<ScriptedServer> server_;
    std::unique_ptr<CentrifugeLink> link_;
    std::unique_ptr<Told> told_;
    QJsonObject subscribed_;
    QJsonObject history_;
};

} // namespace chinwag::test

QTEST_GUILESS_MAIN(chinwag::test::ChatLinkTest)
#include "tst_chat_link.moc"
