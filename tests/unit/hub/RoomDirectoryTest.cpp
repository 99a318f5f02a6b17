// Which rooms anybody may find, in what order and by which pages.
#include "hub/RoomDirectory.h"
#include "RecordingLink.h"
#include "UsualNamespaces.h"
#include "hub/Hub.h"
#include "hub/Subscription.h"

#include <QTest>

#include <deque>
#include <memory>

using namespace chinwag::hub;
using namespace chinwag::test;
using namespace std::chrono_literals;

class RoomDirectoryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        people_.clear();
        hub_ = std::make_unique<Hub>(std::vector<Mailbox*>{&mailbox_}, usualNamespaces());
        now_ = RoomDirectory::Time::clock::now();
    }

    void thoseWithMostPeopleComeFirst() {
        enter("chat:two", "alice", "a1");
        enter("chat:two", "alice", "a2"); // one person
        enter("chat:two", "", "n1");
        enter("chat:three", "", "n2");
        enter("chat:three", "", "n3"); // everybody anonymous is somebody
        enter("chat:three", "bob", "b1");
        enter("chat:one", "bob", "b2");
        say("chat:said");
        QCOMPARE(list(), QByteArray("chat:three 3, chat:two 2, chat:one 1, chat:said 0"));
    }

    void whatIsNotForEverybodyIsNotThere() {
        for (const char* const channel :
             {"chat:$secret", "chat:direct#alice,bob", "chat:team#alice", "plain", "chat:open"})
            enter(channel, "alice", channel);
        // It is there, but nobody is, and nothing was ever said.
        hub_->channel("chat:empty");
        QCOMPARE(list(), QByteArray("chat:open 1"));
    }

    void nobodyLooksMoreThanOnceASecond() {
        enter("chat:a", "alice", "a");
        QCOMPARE(list(), QByteArray("chat:a 1"));
        enter("chat:b", "alice", "b");
        now_ += RoomDirectory::mostAge - 500ms;
        QCOMPARE(list(), QByteArray("chat:a 1"));
        now_ += RoomDirectory::mostAge - 500ms;
        QCOMPARE(list(), QByteArray("chat:a 1, chat:b 1"));
    }

    void theTextIsPartOfTheName() {
        for (const char* const channel : {"chat:Tea", "chat:team", "chat:coffee", "chat:chat"})
            enter(channel, "alice", channel);
        const auto found = [this](const char* text) {
            return written(hub_->directory().page({text, {}, 50}, now_)->rooms);
        };
        QCOMPARE(found("TEA"), QByteArray("chat:Tea 1, chat:team 1"));
        QCOMPARE(found("chat"), QByteArray("chat:chat 1")); // the namespace is none of it
        QCOMPARE(found("ee"), QByteArray("chat:coffee 1"));
        QCOMPARE(found("none"), QByteArray());
    }

    // All of them and none twice, whatever the size.
    void pagesMakeUpTheWhole() {
        for (int i = 0; i < 23; ++i) {
            const auto channel = "chat:" + std::to_string(i);
            for (int person = 0; person < i % 4; ++person)
                enter(channel, "", channel + ' ' + std::to_string(person));
            if (i % 3 == 0)
                say(channel);
        }
        const auto whole = list();
        QCOMPARE(whole.count(','), 23 - 4 - 1); // nobody is in 4, 8, 16 and 20, and nothing is said
        for (const std::size_t limit : {1U, 2U, 7U, 21U, 22U, 100U}) {
            std::vector<ListedRoom> all;
            std::string after;
            do {
                const auto page = hub_->directory().page({{}, after, limit}, now_);
                QVERIFY(page);
                QVERIFY(page->rooms.size() <= limit);
                all.insert(all.end(), page->rooms.begin(), page->rooms.end());
                after = page->next;
            } while (!after.empty());
            QCOMPARE(written(all), whole);
        }
    }

    void aPageGoesOnWhereARoomHasGone() {
        for (const char* const channel : {"chat:a", "chat:b", "chat:c"})
            enter(channel, "alice", channel);
        const auto next = hub_->directory().page({{}, {}, 2}, now_)->next;
        people_.pop_front();
        people_.pop_front();
        now_ += RoomDirectory::mostAge;
        QCOMPARE(written(hub_->directory().page({{}, next, 2}, now_)->rooms), QByteArray("chat:c 1"));
    }

    void whatIsNoCursorIsRefused_data() {
        QTest::addColumn<QByteArray>("after");
        for (const char* const after : {"x", "1", "1 ", "1 2", "1 2 ", "1 2 a b", "-1 2 chat:a", "1 x chat:a",
                                        "99999999999999999999 1 a"})
            QTest::newRow(after) << QByteArray(after);
    }

    void whatIsNoCursorIsRefused() {
        QFETCH(QByteArray, after);
        QVERIFY(!hub_->directory().page({{}, after.toStdString(), 2}, now_));
    }

private:
    struct Person {
        Person(Hub& hub, const std::string& channel, const std::string& user, const std::string& client)
            : subscription(hub, channel, 0, link, {Dialect::Centrifuge, false, {client, user}, {}, {}}) {}
        RecordingLink link;
        Subscription subscription;
    };

    void enter(const std::string& channel, const std::string& user, const std::string& client) {
        people_.emplace_back(*hub_, channel, user, client);
    }
    void say(const std::string& channel) { hub_->publish(channel, Message{R"({"text":"hi"})"}, {}); }
    QByteArray list() { return written(hub_->directory().page({{}, {}, 100}, now_)->rooms); }
    static QByteArray written(const std::vector<ListedRoom>& rooms) {
        QByteArray out;
        for (const auto& room : rooms)
            out += (out.isEmpty() ? "" : ", ") +
                   QByteArray::fromStdString(room.channel + ' ' + std::to_string(room.people));
        return out;
    }

    RecordingMailbox mailbox_;
    std::unique_ptr<Hub> hub_;
    std::deque<Person> people_;
    RoomDirectory::Time now_;
};

QTEST_GUILESS_MAIN(RoomDirectoryTest)
#include "RoomDirectoryTest.moc"
