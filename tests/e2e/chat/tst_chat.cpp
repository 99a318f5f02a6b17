// The chat as the tutorial's clients know it, over real sockets (PROTOCOL: the plain dialect).
#include "support/ServerProcess.h"

#include <QTest>

#include <set>
#include <string>
#include <vector>

namespace chinwag::test {

class ChatTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void twoClientsChat();
    void messagesAreVerbatim_data();
    void messagesAreVerbatim();
    void roomsAreSeparate();
    void defaultRoomIsTheLobby();
    void binaryIsRefused();
    void roomNames_data();
    void roomNames();
    void nicknames_data();
    void nicknames();
    void everybodySeesTheSameOrder();
    void whoJoinedHearsWhatIsSaidNext();
    void whoLeftIsForgotten();
    void manyRooms();

private:
    ServerProcess server_;
};

void ChatTest::initTestCase() {
    ServerProcess::Options options;
    options.settings = {{QStringLiteral("server.workers"), QStringLiteral("4")}};
    QVERIFY(server_.start(options));
}

// The tutorial's own test, step by step; and the sender hears itself.
void ChatTest::twoClientsChat() {
    auto first = server_.chatter();
    auto second = server_.chatter();
    first.send(text("Alice: Hello"));
    QCOMPARE(second.next(), textEvent("Alice: Hello"));
    QCOMPARE(first.next(), textEvent("Alice: Hello"));
    second.send(text("Bob: Hi Alice"));
    QCOMPARE(first.next(), textEvent("Bob: Hi Alice"));
    QCOMPARE(second.next(), textEvent("Bob: Hi Alice"));
    QVERIFY(first.closeNormally());
    QVERIFY(second.closeNormally());
}

void ChatTest::messagesAreVerbatim_data() {
    QTest::addColumn<QByteArray>("message");
    QTest::newRow("nobody's") << QByteArray("no nickname at all");
    QTest::newRow("empty") << QByteArray("");
    QTest::newRow("blanks") << QByteArray("  \t ");
    QTest::newRow("several lines") << QByteArray("Alice: one\r\ntwo\n\nthree");
    QTest::newRow("markup") << QByteArray("Alice: <script>alert(1)</script> & \"quotes\"");
    QTest::newRow("JSON") << QByteArray(R"({"nick":"Alice","text":"Hello"})");
    QTest::newRow("leading byte order mark") << QByteArray("\xEF\xBB\xBF"
                                                           "Alice: Hello");
    QTest::newRow("NUL") << QByteArray("a\0b", 3);
    QTest::newRow("emoji") << QByteArray("Zo\xC3\xAB: \xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7");
    QTest::newRow("not normalised") << QByteArray("Zoe\xCC\x88: Hello");
    // NOLINTNEXTLINE(misc-misleading-bidirectional): that is what is tested
    QTest::newRow("directions") << QByteArray("Alice: \xE2\x80\xAE"
                                              "olleH");
    QTest::newRow("the longest") << QByteArray(64 * 1024, 'x');
}

void ChatTest::messagesAreVerbatim() {
    QFETCH(QByteArray, message);
    auto alice = server_.chatter("/ws/chat?room=verbatim&nick=Alice");
    auto bob = server_.chatter("/ws/chat?room=verbatim");
    alice.send(text(message.toStdString()));
    QCOMPARE(bob.next(), textEvent(message.toStdString()));
    QCOMPARE(alice.next(), textEvent(message.toStdString()));
}

void ChatTest::roomsAreSeparate() {
    auto here = server_.chatter("/ws/chat?room=here");
    auto there = server_.chatter("/ws/chat?room=there");
    auto caseMatters = server_.chatter("/ws/chat?room=Here");
    here.send(text("for here"));
    QCOMPARE(here.next(), textEvent("for here"));
    // What the others hear first is their own, so they have not heard the first.
    there.send(text("for there"));
    QCOMPARE(there.next(), textEvent("for there"));
    caseMatters.send(text("for Here"));
    QCOMPARE(caseMatters.next(), textEvent("for Here"));
}

void ChatTest::defaultRoomIsTheLobby() {
    auto silent = server_.chatter("/ws/chat");
    auto named = server_.chatter("/ws/chat?room=lobby");
    auto strange = server_.chatter("/ws/chat?unknown=parameter");
    silent.send(text("hello lobby"));
    QCOMPARE(named.next(), textEvent("hello lobby"));
    QCOMPARE(strange.next(), textEvent("hello lobby"));
}

void ChatTest::binaryIsRefused() {
    auto alice = server_.chatter("/ws/chat?room=binary");
    auto bob = server_.chatter("/ws/chat?room=binary");
    alice.send(wire({binary("\x01\x02"), text("never said")}));
    const Event event = alice.next();
    QCOMPARE(event.kind, Event::Kind::Close);
    QCOMPARE(event.code, std::uint16_t{1003});
    bob.send(text("still here"));
    QCOMPARE(bob.next(), textEvent("still here"));
}

void ChatTest::roomNames_data() {
    QTest::addColumn<QByteArray>("room");
    QTest::addColumn<bool>("valid");
    QTest::newRow("one letter") << QByteArray("r") << true;
    QTest::newRow("all that is allowed") << QByteArray("aZ09-_.") << true;
    QTest::newRow("64 letters") << QByteArray(64, 'r') << true;
    QTest::newRow("percent-encoded letter") << QByteArray("%61") << true;
    QTest::newRow("65 letters") << QByteArray(65, 'r') << false;
    QTest::newRow("empty") << QByteArray("") << false;
    QTest::newRow("slash") << QByteArray("a/b") << false;
    QTest::newRow("colon") << QByteArray("a:b") << false;
    QTest::newRow("blank") << QByteArray("a%20b") << false;
    QTest::newRow("plus") << QByteArray("a+b") << false;
    QTest::newRow("NUL") << QByteArray("a%00") << false;
    QTest::newRow("line end") << QByteArray("a%0D%0A") << false;
    QTest::newRow("not ASCII") << QByteArray("caf%C3%A9") << false;
    QTest::newRow("no UTF-8") << QByteArray("%FF") << false;
    QTest::newRow("twice") << QByteArray("a&room=b") << false;
}

void ChatTest::roomNames() {
    QFETCH(QByteArray, room);
    QFETCH(bool, valid);
    auto probe = server_.webSocket();
    QCOMPARE(probe.open("/ws/chat?room=" + room.toStdString()), valid);
    QCOMPARE(probe.answer().status, valid ? 101 : 400);
}

void ChatTest::nicknames_data() {
    QTest::addColumn<QByteArray>("nick");
    QTest::addColumn<bool>("valid");
    const QByteArray eszett("%C3%9F");
    QTest::newRow("letters") << QByteArray("Alice") << true;
    QTest::newRow("one letter") << QByteArray("A") << true;
    QTest::newRow("inner blank") << QByteArray("Alice%20B") << true;
    QTest::newRow("inner plus is a blank") << QByteArray("Alice+B") << true;
    QTest::newRow("32 letters") << QByteArray(32, 'n') << true;
    QTest::newRow("32 characters of two bytes") << eszett.repeated(32) << true;
    QTest::newRow("emoji") << QByteArray("%F0%9F%98%80") << true;
    QTest::newRow("33 letters") << QByteArray(33, 'n') << false;
    QTest::newRow("33 characters of two bytes") << eszett.repeated(33) << false;
    QTest::newRow("empty") << QByteArray("") << false;
    QTest::newRow("leading blank") << QByteArray("%20Alice") << false;
    QTest::newRow("trailing blank") << QByteArray("Alice+") << false;
    QTest::newRow("leading no-break space") << QByteArray("%C2%A0Alice") << false;
    QTest::newRow("line feed") << QByteArray("Al%0Aice") << false;
    QTest::newRow("NUL") << QByteArray("Al%00ice") << false;
    QTest::newRow("DEL") << QByteArray("Al%7Fice") << false;
    QTest::newRow("C1 control") << QByteArray("Al%C2%85ice") << false;
    QTest::newRow("right-to-left override") << QByteArray("%E2%80%AEecilA") << false;
    QTest::newRow("isolate") << QByteArray("Al%E2%81%A6ice") << false;
    QTest::newRow("zero-width space") << QByteArray("Al%E2%80%8Bice") << false;
    QTest::newRow("byte order mark") << QByteArray("%EF%BB%BFAlice") << false;
    QTest::newRow("line separator") << QByteArray("Al%E2%80%A8ice") << false;
    QTest::newRow("no UTF-8") << QByteArray("%C3%28") << false;
    QTest::newRow("overlong") << QByteArray("%C0%AF") << false;
    QTest::newRow("surrogate") << QByteArray("%ED%A0%80") << false;
    QTest::newRow("twice") << QByteArray("a&nick=b") << false;
}

void ChatTest::nicknames() {
    QFETCH(QByteArray, nick);
    QFETCH(bool, valid);
    auto probe = server_.webSocket();
    QCOMPARE(probe.open("/ws/chat?room=nicknames&nick=" + nick.toStdString()), valid);
    QCOMPARE(probe.answer().status, valid ? 101 : 400);
}

void ChatTest::everybodySeesTheSameOrder() {
    constexpr int people = 20;
    constexpr int messages = 20;
    std::vector<WebSocketProbe> chatters;
    chatters.reserve(people);
    for (int i = 0; i < people; ++i)
        chatters.push_back(server_.chatter("/ws/chat?room=order"));
    for (int message = 0; message < messages; ++message) {
        for (int i = 0; i < people; ++i)
            chatters[static_cast<std::size_t>(i)].send(
                text(std::to_string(i) + ": " + std::to_string(message)));
    }
    std::vector<std::string> order;
    order.reserve(std::size_t{people} * messages);
    for (int i = 0; i < people * messages; ++i)
        order.push_back(chatters.front().nextMessage().payload);
    for (std::size_t i = 1; i < chatters.size(); ++i) {
        for (const std::string& expected : order)
            QCOMPARE(chatters[i].nextMessage(), textEvent(expected));
    }
    QCOMPARE(std::set<std::string>(order.begin(), order.end()).size(), order.size());
    // And nobody's own messages overtook each other.
    std::vector<int> said(people, 0);
    for (const std::string& line : order) {
        const auto colon = line.find(": ");
        int& expected = said[static_cast<std::size_t>(std::stoi(line.substr(0, colon)))];
        QCOMPARE(std::stoi(line.substr(colon + 2)), expected++);
    }
}

// An open connection is a member: there is no moment between the two.
void ChatTest::whoJoinedHearsWhatIsSaidNext() {
    auto speaker = server_.chatter("/ws/chat?room=join");
    for (int i = 0; i < 200; ++i) {
        auto listener = server_.chatter("/ws/chat?room=join");
        const std::string line = "welcome " + std::to_string(i);
        speaker.send(text(line));
        QCOMPARE(listener.next(), textEvent(line));
        QCOMPARE(speaker.nextMessage(), textEvent(line));
    }
}

void ChatTest::whoLeftIsForgotten() {
    auto stayer = server_.chatter("/ws/chat?room=leave");
    {
        auto politely = server_.chatter("/ws/chat?room=leave");
        QVERIFY(politely.closeNormally());
        auto rudely = server_.chatter("/ws/chat?room=leave"); // hangs up without a word
        auto stream = TcpStream::connectTo(server_.port());
        QVERIFY(stream);
        stream->resetOnClose();
        WebSocketProbe violently(std::move(stream));
        QVERIFY(violently.open("/ws/chat?room=leave"));
    }
    for (int i = 0; i < 20; ++i) {
        stayer.send(text("anybody there?"));
        QCOMPARE(stayer.next(), textEvent("anybody there?"));
    }
}

void ChatTest::manyRooms() {
    constexpr std::size_t rooms = 300;
    std::vector<WebSocketProbe> speakers;
    std::vector<WebSocketProbe> listeners;
    for (std::size_t i = 0; i < rooms; ++i) {
        const std::string target = "/ws/chat?room=many-" + std::to_string(i);
        speakers.push_back(server_.chatter(target));
        listeners.push_back(server_.chatter(target));
    }
    for (std::size_t i = 0; i < rooms; ++i)
        speakers[i].send(text("room " + std::to_string(i)));
    for (std::size_t i = 0; i < rooms; ++i) {
        QCOMPARE(listeners[i].nextMessage(), textEvent("room " + std::to_string(i)));
        QCOMPARE(speakers[i].nextMessage(), textEvent("room " + std::to_string(i)));
    }
}

} // namespace chinwag::test

QTEST_GUILESS_MAIN(chinwag::test::ChatTest)
#include "tst_chat.moc"
