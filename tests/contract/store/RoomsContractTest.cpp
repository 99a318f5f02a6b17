// What every kind of store knows of the rooms of a user, and how far they were read.
#include "Backends.h"
#include "protocol/ChatMessage.h"

#include <QByteArrayList>

using namespace chinwag::test;
using chinwag::hub::Erasure;
using chinwag::hub::ReadMarker;
using chinwag::hub::Room;
using chinwag::hub::RoomsQuery;

class RoomsContractTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { addBackendRows(true); }
    void initTestCase() {
        const QString why = backends_.prepare();
        QVERIFY2(why.isEmpty(), qPrintable(why));
    }
    void init() {
        store_ = backends_.make();
        QVERIFY(store_ != nullptr);
    }
    void cleanup() { store_.reset(); }

    void aMarkerNeverGoesBack() {
        QCOMPARE(appendMany(*store_, "chat:a", 3), 3);
        QCOMPARE(appendMany(*store_, "chat:b", 1), 1);
        QVERIFY(!mark("bob", "chat:a", "e1-2"));
        QVERIFY(!mark("bob", "chat:b", "e1-1"));
        QVERIFY(!mark("eve", "chat:a", "e1-3"));
        QVERIFY(!mark("bob", "chat:a", "e1-1"));
        const auto theirs = markers("bob");
        QCOMPARE(theirs.size(), std::size_t{2});
        QCOMPARE(theirs[0].channel, std::string("chat:a"));
        QCOMPARE(theirs[0].id, std::string("e1-2"));
        QCOMPARE(theirs[1].channel, std::string("chat:b"));
        QVERIFY(!mark("bob", "chat:a", "e1-3"));
        QCOMPARE(markers("bob")[0].id, std::string("e1-3"));
        QCOMPARE(mark("bob", "chat:a", "e1-9"), Kind::NotFound);
        QVERIFY(markers("nobody").empty());
    }

    void roomsAreListedAsTheyWereLeft() {
        QCOMPARE(appendMany(*store_, "chat:b", 5), 5);
        QCOMPARE(appendMany(*store_, "chat:B", 1), 1);
        QCOMPARE(appendMany(*store_, "chat:a-1", 2), 2);
        auto own = publication("chat:b", 6);
        own->user = "bob";
        auto change = publication("chat:b", 7);
        *change = {change->channel, change->epoch, 7, change->time, {}, {}, {}, "e1-4", {}, {}, {}, true};
        QVERIFY(!append(*store_, own));
        QVERIFY(!append(*store_, change));
        QVERIFY(!redact("chat:b", "e1-5"));
        QVERIFY(!mark("bob", "chat:b", "e1-2"));
        QVERIFY(!mark("bob", "chat:a-1", "e1-2"));
        QVERIFY(!mark("eve", "chat:B", "e1-1"));
        // What was said by others and is still there: the third and the fourth.
        const auto all = rooms({"bob", {"chat:z", "chat:b", "chat:B"}, {}, 10});
        QCOMPARE(summary(all), QByteArray("chat:B - 1, chat:a-1 e1-2 0, chat:b e1-2 2, chat:z - 0"));
        QCOMPARE(all[2].marker->seq, find("chat:b", "e1-2").seq);
        QCOMPARE(all[2].last, own->time);
        QCOMPARE(all[3].last, chinwag::hub::StoreTime{0});
        // By pages of any size.
        QCOMPARE(summary(rooms({"bob", {"chat:z", "chat:b", "chat:B"}, {}, 2})),
                 QByteArray("chat:B - 1, chat:a-1 e1-2 0"));
        QCOMPARE(summary(rooms({"bob", {"chat:z", "chat:b", "chat:B"}, "chat:a-1", 1})),
                 QByteArray("chat:b e1-2 2"));
        QVERIFY(rooms({"bob", {"chat:z", "chat:b"}, "chat:z", 10}).empty());
        QCOMPARE(summary(rooms({{}, {"chat:b"}, {}, 10})), QByteArray("chat:b - 5"));
        QVERIFY(rooms({"nobody", {}, {}, 10}).empty());
    }

    void whatSpeaksToTheUserIsCounted() {
        QCOMPARE(appendMany(*store_, "chat:a", 1), 1);
        const auto say = [this](std::uint64_t offset, const char* user, const std::string& text,
                                const std::string& replyTo = {}) {
            auto one = publication("chat:a", offset);
            one->user = user;
            one->data = chinwag::protocol::toJson({one->id, "Nick", text, replyTo, {}});
            return append(*store_, one);
        };
        QVERIFY(!say(2, "bob", "what do you think?"));
        QVERIFY(!say(3, "eve", "good, @Bobby"));           // speaks to her by name
        QVERIFY(!say(4, "eve", "mail@bobby.example, no")); // to nobody
        QVERIFY(!say(5, "eve", "nonsense", "e1-2"));       // answers
        QVERIFY(!say(6, "eve", "@bobby, sorry", "e1-2"));  // both, and once
        QVERIFY(!say(7, "eve", "you too", "e1-1"));        // answers somebody else
        QVERIFY(!say(8, "bob", "@bobby that is me", "e1-2"));
        QVERIFY(!say(9, "eve", "@bobby, nothing"));
        QVERIFY(!redact("chat:a", "e1-9"));
        QVERIFY(!edit("chat:a", "e1-7", "you too, @bobby"));
        QVERIFY(!edit("chat:a", "e1-3", "good"));
        const auto mentions = [this](const char* user, const char* nick) {
            const auto room = rooms({user, {"chat:a"}, {}, 1, nick}).at(0);
            return std::pair(room.unread, room.mentions);
        };
        using Counts = std::pair<std::size_t, std::size_t>;
        QCOMPARE(mentions("bob", "Bobby"), Counts(6, 3));
        QCOMPARE(mentions("bob", ""), Counts(6, 2));
        QCOMPARE(mentions("eve", "Eve"), Counts(3, 0));
        QCOMPARE(mentions("", "Bobby").second, std::size_t{0});
        // Of those behind the marker.
        QVERIFY(!mark("bob", "chat:a", "e1-5"));
        QCOMPARE(mentions("bob", "Bobby"), Counts(2, 2));
        QVERIFY(!mark("bob", "chat:a", "e1-8"));
        QCOMPARE(mentions("bob", "Bobby"), Counts(0, 0));
    }

    void aDirectRoomIsOnTheListsOfBoth() {
        const std::string opened = "chat:direct#alice,bob";
        QVERIFY(!addRoom(opened));
        QVERIFY(!addRoom(opened));
        QCOMPARE(summary(rooms({"alice", {}, {}, 10})), QByteArray("chat:direct#alice,bob - 0"));
        QCOMPARE(rooms({"alice", {}, {}, 10})[0].last, chinwag::hub::StoreTime{0});
        // What is said opens one as well; others than of two, named in order, are nobody's.
        QCOMPARE(appendMany(*store_, "chat:direct#bob,carol", 2), 2);
        for (const char* const other : {"chat:direct#carol,bob", "chat:team#bob,carol", "chat:direct#bob",
                                        "direct#bob,carol", "chat:direct#bob,carol,dave", "chat:direct#,bob"})
            QVERIFY(!append(*store_, publication(other, 1)));
        QVERIFY(!mark("bob", "chat:team#bob,carol", "e1-1"));
        QCOMPARE(
            summary(rooms({"bob", {opened, "chat:z"}, {}, 10})),
            QByteArray("chat:direct#alice,bob - 0, chat:direct#bob,carol - 2, chat:team#bob,carol e1-1 0, "
                       "chat:z - 0"));
        QCOMPARE(summary(rooms({"bob", {}, opened, 1})), QByteArray("chat:direct#bob,carol - 2"));
        QCOMPARE(summary(rooms({"carol", {}, {}, 10})), QByteArray("chat:direct#bob,carol - 2"));
        QVERIFY(!append(*store_, publication(opened, 1)));
        QVERIFY(!mark("bob", opened, "e1-1"));
        QCOMPARE(summary(rooms({"bob", {}, {}, 1})), QByteArray("chat:direct#alice,bob e1-1 0"));
        // Who is erased has none, and who is left has it still.
        valueOf<Erasure>([&](auto done) { store_->eraseUser("bob", "operator", std::move(done)); });
        QVERIFY(rooms({"bob", {}, {}, 10}).empty());
        QCOMPARE(rooms({"carol", {}, {}, 10}).size(), std::size_t{1});
        QVERIFY(rooms({{}, {}, {}, 10}).empty());
    }

    void unreadIsCountedUpToALimit() {
        constexpr int most = static_cast<int>(chinwag::hub::mostUnread);
        QCOMPARE(appendMany(*store_, "chat:a", most + 1), most + 1);
        QVERIFY(!mark("bob", "chat:a", "e1-1"));
        const auto exact = rooms({"bob", {}, {}, 1}).at(0);
        QCOMPARE(exact.unread, chinwag::hub::mostUnread);
        QVERIFY(!exact.more);
        const auto beyond = rooms({"eve", {"chat:a"}, {}, 1}).at(0);
        QCOMPARE(beyond.unread, chinwag::hub::mostUnread);
        QVERIFY(beyond.more);
    }

private:
    std::optional<Kind> redact(const std::string& channel, const std::string& id) {
        return errorOf<StoreNothing>([&](auto done) { store_->redact(channel, id, std::move(done)); });
    }
    std::optional<Kind> edit(const std::string& channel, const std::string& id, const std::string& text) {
        auto message = chinwag::protocol::parseChatMessage(find(channel, id).publication.data).value();
        message.text = text;
        return errorOf<StoreNothing>([&](auto done) {
            store_->edit(channel, id, chinwag::protocol::toJson(message), text, std::move(done));
        });
    }
    StoredMessage find(const std::string& channel, const std::string& id) {
        return valueOf<StoredMessage>([&](auto done) { store_->find(channel, id, std::move(done)); });
    }
    std::optional<Kind> mark(const std::string& user, const std::string& channel, const std::string& id) {
        return errorOf<StoreNothing>(
            [&](auto done) { store_->setReadMarker(user, channel, id, std::move(done)); });
    }
    std::vector<ReadMarker> markers(const std::string& user) {
        return valueOf<std::vector<ReadMarker>>(
            [&](auto done) { store_->readMarkers(user, std::move(done)); });
    }
    std::optional<Kind> addRoom(const std::string& channel) {
        return errorOf<StoreNothing>([&](auto done) { store_->addRoom(channel, std::move(done)); });
    }
    std::vector<Room> rooms(const RoomsQuery& query) {
        return valueOf<std::vector<Room>>([&](auto done) { store_->rooms(query, std::move(done)); });
    }
    // "name marker unread".
    static QByteArray summary(const std::vector<Room>& all) {
        QByteArrayList out;
        for (const Room& room : all)
            out += QByteArray::fromStdString(room.channel + ' ' + (room.marker ? room.marker->id : "-") +
                                             ' ' + std::to_string(room.unread));
        return out.join(", ");
    }

    Backends backends_;
    std::unique_ptr<Store> store_;
};

QTEST_GUILESS_MAIN(RoomsContractTest)
#include "RoomsContractTest.moc"
