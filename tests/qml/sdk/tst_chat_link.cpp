// A chat room over the Centrifuge protocol, against a scripted server.
#include "sdk/ChatLinkCase.h"

#include <QJsonDocument>

namespace chinwag::test {

class ChatLinkTest : public ChatLinkCase {
    Q_OBJECT

private Q_SLOTS:
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
        QCOMPARE(calls("chat.history"), 2);
        link_->askOlder(room); // there is no more
        someTurns();
        QCOMPARE(calls("chat.history"), 2);
    }

    void saysWhatItsDeviceIsCalled() {
        const auto said = [this](const char* member) {
            return server_->commands(text("connect")).last().parameters[text("data")][text(member)];
        };
        enter();
        QVERIFY(told_->waitFor(text("connected")));
        QVERIFY(said("device").isUndefined());
        device_ = text("0123456789abcdef");
        enter();
        QVERIFY(told_->waitFor(text("connected")));
        QCOMPARE(said("device").toString(), device_);
        QCOMPARE(said("nick").toString(), text("Robin"));
    }

    void theServerSaysWhoIsStaff_data() {
        QTest::addColumn<QByteArray>("data");
        QTest::addColumn<bool>("staff");
        QTest::newRow("it is") << QByteArray(R"({"staff":true})") << true;
        QTest::newRow("it is not") << QByteArray(R"({"staff":false})") << false;
        QTest::newRow("nothing of that") << QByteArray(R"({"color":"red"})") << false;
        QTest::newRow("nothing") << QByteArray() << false;
    }
    void theServerSaysWhoIsStaff() {
        QFETCH(const QByteArray, data);
        QFETCH(const bool, staff);
        server_->rule(text("connect"), [&](const QJsonObject&) {
            QJsonObject welcome{{text("client"), text("c1")}, {text("version"), text("1")}};
            if (!data.isEmpty())
                welcome.insert(text("data"), QJsonDocument::fromJson(data).object());
            return welcome;
        });
        enter({}, {}, text("e30.eyJzdWIiOiJyb2JpbiIsInN0YWZmIjp0cnVlfQ.x")); // it says so of itself
        QVERIFY(told_->waitFor(text("connected")));
        QCOMPARE(link_->isStaff(), staff);
    }

    void whatComesMeanwhileComesAfterThePast() {
        server_->rule(text("rpc"), [this](const QJsonObject& parameters) {
            if (parameters[text("method")].toString() != text("chat.history"))
                return QJsonObject();
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
};

} // namespace chinwag::test

QTEST_GUILESS_MAIN(chinwag::test::ChatLinkTest)
#include "tst_chat_link.moc"
