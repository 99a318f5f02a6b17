#include "net/ConnectionDirectory.h"
#include "net/Worker.h"
#include "protocol/UrlQuery.h"
#include "support/ListeningSocket.h"
#include "support/TcpStream.h"
#include "support/WebSocketProbe.h"

#include <QTest>

#include <algorithm>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <sys/resource.h>
#include <sys/socket.h>
#include <vector>

using namespace chinwag;
using chinwag::test::Event;
using chinwag::test::WebSocketProbe;
using net::ConnectionDirectory;
using net::Worker;
using protocol::ConnectionId;
using protocol::ConnectionInfo;
using protocol::ConnectionListing;

using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 30'000; // milliseconds

/// Is called as its opening says, and listens to nobody.
class NamedSession final : public hub::Session {
public:
    explicit NamedSession(std::string nick) : nick_(std::move(nick)) {}

    void onText(std::string_view /*message*/) override {}
    void onBinary(std::string_view /*message*/) override {}
    hub::SessionFacts facts() const override { return {"named", nick_, "room", user_}; }

private:
    std::string nick_;
    std::string user_ = nick_.substr(0, nick_.find('-')); // "ann-2" is one of ann's
};

net::Routes makeRoutes() {
    net::Routes routes;
    routes.webSockets.push_back({"/", [](const hub::Opening& opening) -> hub::Admission {
                                     const auto nick = protocol::queryParameter(opening.query, "nick").value;
                                     return hub::SessionMaker([nick](hub::Link&, hub::WorkerIndex) {
                                         return std::make_unique<NamedSession>(nick.value_or(""));
                                     });
                                 }});
    routes.http = [](const protocol::HttpRequest&, const protocol::HttpAnswerSink& sink) {
        sink(protocol::problem(404, "there are only WebSockets here"));
    };
    return routes;
}

protocol::ConnectionQuery byNick() {
    protocol::ConnectionQuery query;
    query.sort = protocol::ConnectionColumn::Nick;
    return query;
}

} // namespace

/// Two workers with real connections, and what the directory gathers from them.
class ConnectionDirectoryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        auto settings = std::make_shared<net::NetSettings>();
        settings->ping = std::chrono::hours(1); // nobody answers pings here
        for (hub::WorkerIndex index = 0; index < 2; ++index) {
            workers_.push_back(std::make_unique<Worker>(index, settings, routes_));
            QVERIFY(workers_.back()->start());
        }
        directory_ = std::make_unique<ConnectionDirectory>(workers_);
        listener_ = std::make_unique<test::ListeningSocket>();
        QVERIFY(listener_->isValid());
    }

    void cleanup() {
        for (const auto& worker : workers_)
            worker->stop();
        directory_.reset();
        workers_.clear();
        probes_.clear();
    }

    void nobodyIsThere() {
        const auto listing = list({});
        QVERIFY(listing.ids.empty());
        QCOMPARE(listing.open, std::size_t{0});
        QVERIFY(read({}).empty());
    }

    void listsThoseOfAllWorkersInOneOrder() {
        open(0, "b");
        open(1, "c");
        open(0, "D");
        open(1, "a");
        auto listing = list(byNick());
        QCOMPARE(listing.open, std::size_t{4});
        QCOMPARE(nicksOf(listing), (QStringList{u"a"_s, u"b"_s, u"c"_s, u"D"_s}));
        auto query = byNick();
        query.descending = true;
        QCOMPARE(nicksOf(list(query)), (QStringList{u"D"_s, u"c"_s, u"b"_s, u"a"_s}));
        query.texts.push_back({protocol::ConnectionColumn::Nick, "d"});
        listing = list(query);
        QCOMPARE(listing.open, std::size_t{4});
        QCOMPARE(nicksOf(listing), QStringList{u"D"_s});
    }

    void readsInTheOrderOfTheQuestion() {
        open(0, "a");
        open(1, "b");
        open(0, "c");
        const auto ids = list(byNick()).ids;
        QCOMPARE(ids.size(), std::size_t{3});
        // One of no worker, one of no slot, one of another time, one twice.
        const auto infos = read({ids[2], {7, 0, 1}, ids[1], {0, 99, 1}, {0, ids[0].slot, 9}, ids[2], ids[0]});
        QCOMPARE(infos.size(), std::size_t{7});
        for (const std::size_t missing : {1U, 3U, 4U})
            QVERIFY(!infos[missing]);
        QCOMPARE(infos[0]->nick, std::string("c"));
        QCOMPARE(infos[2]->nick, std::string("b"));
        QCOMPARE(infos[5]->nick, std::string("c"));
        QCOMPARE(infos[6]->nick, std::string("a"));
        QVERIFY(infos[6]->id == ids[0]);
        QCOMPARE(infos[6]->address, std::string("127.0.0.1"));
        QCOMPARE(std::string(infos[6]->dialect), std::string("named"));
    }

    void onlyNamesOfNobody() {
        const auto infos = read({{7, 0, 1}, {8, 0, 1}});
        QCOMPARE(infos.size(), std::size_t{2});
        QVERIFY(!infos[0] && !infos[1]);
    }

    void whoHasGoneIsReadAsNothing() {
        open(0, "a");
        open(0, "b");
        const auto ids = list(byNick()).ids;
        QVERIFY(probes_[0]->closeNormally());
        QVERIFY(QTest::qWaitFor([&] { return list({}).open == 1; }, patience));
        auto infos = read(ids);
        QVERIFY(!infos[0]);
        QVERIFY(infos[1].has_value());
        // Who takes the place is somebody else.
        open(0, "c");
        infos = read(ids);
        QVERIFY(!infos[0]);
        QCOMPARE(nicksOf(list(byNick())), (QStringList{u"b"_s, u"c"_s}));
    }

    void closesOneAndSaysWhoItWas() {
        open(0, "a");
        open(1, "b");
        const auto ids = list(byNick()).ids;
        const auto closed = close(ids[1], "spam");
        QVERIFY(closed.has_value());
        QCOMPARE(closed->nick, std::string("b"));
        QCOMPARE(probes_[1]->next(), (Event{Event::Kind::Close, "spam", 4500}));
        QVERIFY(!close(ids[1], "again"));
        QCOMPARE(nicksOf(list(byNick())), QStringList{u"a"_s});
        QVERIFY(!read({ids[1]})[0]);
    }

    void closesNobody() {
        open(0, "a");
        const auto id = list({}).ids.front();
        for (const ConnectionId& other : {ConnectionId{7, 0, 1}, ConnectionId{1, id.slot, id.generation},
                                          ConnectionId{0, id.slot, id.generation + 1},
                                          ConnectionId{0, id.slot, 0}, ConnectionId{0, id.slot + 1, 1}})
            QVERIFY(!close(other, "spam"));
        QCOMPARE(list({}).open, std::size_t{1});
    }

    // More than a worker looks at in one turn.
    void listsThemAllBitByBit() {
        constexpr std::size_t count = 600;
        if (!raiseDescriptorLimit(3 * count))
            QSKIP("the system does not allow as many descriptors");
        for (std::size_t i = 0; i < count; ++i)
            open(0, "nick" + std::to_string(i));
        open(1, "last");
        const auto listing = list({});
        QCOMPARE(listing.open, count + 1);
        auto ids = listing.ids;
        std::sort(ids.begin(), ids.end());
        QVERIFY(std::adjacent_find(ids.begin(), ids.end()) == ids.end());
        QCOMPARE(ids.size(), count + 1);
        auto query = byNick();
        query.anywhere = "nick599";
        QCOMPARE(nicksOf(list(query)), QStringList{u"nick599"_s}); // of the last turn
    }

    void manyQuestionsAtOnce() {
        open(0, "a");
        open(1, "b");
        const auto ids = list(byNick()).ids;
        int lists = 0;
        int reads = 0;
        for (int i = 0; i < 50; ++i) {
            directory_->list(byNick(),
                             [&](const ConnectionListing& listing) { lists += listing.ids == ids ? 1 : 0; });
            directory_->read({ids[1], ids[0]}, [&](const protocol::ConnectionInfos& infos) {
                reads += infos[0]->nick == "b" && infos[1]->nick == "a" ? 1 : 0;
            });
        }
        QVERIFY(QTest::qWaitFor([&] { return lists == 50 && reads == 50; }, patience));
    }

    void closesThoseOfWhomItIsSaid() {
        open(0, "a");
        open(1, "b");
        open(1, "a");
        const auto closed = wait<std::size_t>([&](auto done) {
            directory_->closeWhere([](const hub::SessionFacts& facts) { return facts.nick == "a"; },
                                   protocol::CloseCode::ForceDisconnect, "revoked", std::move(done));
        });
        QCOMPARE(closed, std::size_t{2});
        for (const std::size_t gone : {0U, 2U})
            QCOMPARE(probes_[gone]->next(), (Event{Event::Kind::Close, "revoked", 3503}));
        QCOMPARE(nicksOf(list(byNick())), QStringList{u"b"_s});
        const auto again = wait<std::size_t>([&](auto done) {
            directory_->closeWhere([](const hub::SessionFacts& facts) { return facts.nick == "a"; },
                                   protocol::CloseCode::ForceDisconnect, "revoked", std::move(done));
        });
        QCOMPARE(again, std::size_t{0});
    }

    void takesTheConnectionsOfAUserTogether() {
        open(0, "ann-1");
        open(1, "ann-2");
        open(0, "bob");
        const auto users =
            wait<protocol::ConnectedUsers>([&](auto done) { directory_->users(std::move(done)); });
        QCOMPARE(users.size(), std::size_t{2});
        const auto& ann = users.at("ann");
        QCOMPARE(ann.connections, std::size_t{2});
        QCOMPARE(ann.nicks, (std::set<std::string>{"ann-1", "ann-2"}));
        QCOMPARE(ann.rooms, std::set<std::string>{"chat:room"});
        QCOMPARE(users.at("bob").connections, std::size_t{1});
    }

    void itMayGoWithQuestionsOpen() {
        open(0, "a");
        const auto ids = list({}).ids;
        const auto held = std::make_shared<int>(0);
        bool called = false;
        directory_->list({}, [held, &called](const auto&) { called = true; });
        directory_->read(ids, [held, &called](const auto&) { called = true; });
        directory_->users([held, &called](const auto&) { called = true; });
        directory_->close(ids.front(), protocol::CloseCode::Kicked, "spam",
                          [held, &called](const auto&) { called = true; });
        directory_->closeWhere([](const auto&) { return false; }, protocol::CloseCode::Kicked, "spam",
                               [held, &called](std::size_t) { called = true; });
        QVERIFY(held.use_count() > 1);
        for (const auto& worker : workers_)
            worker->stop();
        directory_.reset();
        QCOMPARE(held.use_count(), 1L);
        QCoreApplication::processEvents();
        QVERIFY(!called);
    }

private:
    /// Opens a WebSocket on worker `index`.
    void open(std::size_t index, const std::string& nick) {
        auto probe = std::make_unique<WebSocketProbe>(test::TcpStream::connectTo(listener_->port()));
        const int descriptor =
            ::accept4(listener_->descriptor(), nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK);
        if (descriptor < 0)
            qFatal("no connection came");
        const auto peer = protocol::Address::parse("127.0.0.1");
        workers_[index]->accept(
            descriptor,
            {net::ConnectionCensus::Entry(census_), peer.value(), false, std::chrono::steady_clock::now()},
            std::nullopt);
        if (!probe->open("/?nick=" + nick))
            qFatal("a WebSocket did not open");
        probes_.push_back(std::move(probe));
    }

    template <typename Result, typename Ask>
    static Result wait(const Ask& ask) {
        std::optional<Result> result;
        ask([&result](Result answer) { result = std::move(answer); });
        if (!QTest::qWaitFor([&] { return result.has_value(); }, patience))
            qFatal("the directory did not answer");
        return std::move(*result);
    }

    ConnectionListing list(const protocol::ConnectionQuery& query) {
        return wait<ConnectionListing>([&](auto done) { directory_->list(query, std::move(done)); });
    }

    protocol::ConnectionInfos read(const std::vector<ConnectionId>& ids) {
        return wait<protocol::ConnectionInfos>([&](auto done) { directory_->read(ids, std::move(done)); });
    }

    std::optional<ConnectionInfo> close(const ConnectionId& id, const std::string& reason) {
        return wait<std::optional<ConnectionInfo>>(
            [&](auto done) { directory_->close(id, protocol::CloseCode::Kicked, reason, std::move(done)); });
    }

    QStringList nicksOf(const ConnectionListing& listing) {
        QStringList nicks;
        for (const auto& info : read(listing.ids))
            nicks << (info ? QString::fromStdString(info->nick) : QString());
        return nicks;
    }

    static bool raiseDescriptorLimit(std::size_t wanted) {
        rlimit limit{};
        if (::getrlimit(RLIMIT_NOFILE, &limit) != 0)
            return false;
        if (limit.rlim_cur >= wanted)
            return true;
        limit.rlim_cur = std::min<rlim_t>(wanted, limit.rlim_max);
        return limit.rlim_cur >= wanted && ::setrlimit(RLIMIT_NOFILE, &limit) == 0;
    }

    const net::Routes routes_ = makeRoutes();
    net::ConnectionCensus census_;
    std::vector<std::unique_ptr<Worker>> workers_;
    std::unique_ptr<ConnectionDirectory> directory_;
    std::unique_ptr<test::ListeningSocket> listener_;
    std::vector<std::unique_ptr<WebSocketProbe>> probes_;
};

QTEST_GUILESS_MAIN(ConnectionDirectoryTest)
#include "ConnectionDirectoryTest.moc"
