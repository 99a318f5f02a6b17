#include "net/Poller.h"

#include <QTest>

#include <array>
#include <functional>
#include <memory>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

using chinwag::net::Poller;
using chinwag::net::PollHandler;

namespace {

// Two connected sockets, non-blocking, closed at the end.
class SocketPair {
public:
    SocketPair() {
        if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0, ends_.data()) != 0)
            qFatal("no socket pair");
    }
    ~SocketPair() {
        ::close(ends_[0]);
        closePeer();
    }
    SocketPair(const SocketPair&) = delete;
    SocketPair& operator=(const SocketPair&) = delete;

    int descriptor() const { return ends_[0]; }
    bool sendFromPeer() const { return ::send(ends_[1], "x", 1, MSG_NOSIGNAL) == 1; }
    void closePeer() {
        if (ends_[1] >= 0)
            ::close(std::exchange(ends_[1], -1));
    }

private:
    std::array<int, 2> ends_{-1, -1};
};

class Recorder : public PollHandler {
public:
    explicit Recorder(std::function<void()> then = {}) : then_(std::move(then)) {}

    void onReady(std::uint32_t events) override {
        ++calls;
        last = events;
        if (then_)
            then_();
    }

    int calls = 0;
    std::uint32_t last = 0;

private:
    std::function<void()> then_;
};

bool isReadable(int descriptor) {
    pollfd entry{descriptor, POLLIN, 0};
    return ::poll(&entry, 1, 0) == 1;
}

} // namespace

class PollerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void itsOwnDescriptorSaysWhenOneIsReady() {
        Poller poller;
        QVERIFY(poller.descriptor() >= 0);
        SocketPair pair;
        Recorder recorder;
        QVERIFY(poller.add(pair.descriptor(), EPOLLIN, recorder));
        QVERIFY(!isReadable(poller.descriptor()));
        QCOMPARE(poller.dispatch(), std::size_t{0});
        QVERIFY(pair.sendFromPeer());
        QVERIFY(isReadable(poller.descriptor()));
        QCOMPARE(poller.dispatch(), std::size_t{1});
        QCOMPARE(recorder.calls, 1);
        QVERIFY((recorder.last & EPOLLIN) != 0);
    }

    void saysWhatIsReady() {
        Poller poller;
        SocketPair pair;
        Recorder recorder;
        QVERIFY(poller.add(pair.descriptor(), EPOLLOUT, recorder));
        QCOMPARE(poller.dispatch(), std::size_t{1});
        QCOMPARE(recorder.last, std::uint32_t{EPOLLOUT});
        QVERIFY(poller.modify(pair.descriptor(), EPOLLIN | EPOLLRDHUP, recorder));
        QCOMPARE(poller.dispatch(), std::size_t{0});
        pair.closePeer();
        QCOMPARE(poller.dispatch(), std::size_t{1});
        QVERIFY((recorder.last & EPOLLRDHUP) != 0);
    }

    void modifyMayChangeTheHandler() {
        Poller poller;
        SocketPair pair;
        Recorder first;
        Recorder second;
        QVERIFY(poller.add(pair.descriptor(), EPOLLOUT, first));
        QVERIFY(poller.modify(pair.descriptor(), EPOLLOUT, second));
        poller.dispatch();
        QCOMPARE(first.calls, 0);
        QCOMPARE(second.calls, 1);
    }

    void aRemovedOneIsSilent() {
        Poller poller;
        SocketPair pair;
        Recorder recorder;
        QVERIFY(poller.add(pair.descriptor(), EPOLLOUT, recorder));
        poller.remove(pair.descriptor());
        QCOMPARE(poller.dispatch(), std::size_t{0});
        QVERIFY(!isReadable(poller.descriptor()));
    }

    void aHandlerMayRemoveItselfAndOthers() {
        Poller poller;
        SocketPair one;
        SocketPair other;
        Recorder silent;
        Recorder removing([&] {
            poller.remove(one.descriptor());
            poller.remove(other.descriptor());
        });
        QVERIFY(poller.add(one.descriptor(), EPOLLOUT, removing));
        QVERIFY(poller.add(other.descriptor(), EPOLLOUT, silent));
        poller.dispatch();
        QCOMPARE(removing.calls, 1);
        QCOMPARE(poller.dispatch(), std::size_t{0});
    }

    void saysWhenTheKernelRefuses() {
        Poller poller;
        SocketPair pair;
        Recorder recorder;
        QVERIFY(!poller.add(-1, EPOLLIN, recorder));
        QCOMPARE(errno, EBADF);
        QVERIFY(!poller.modify(pair.descriptor(), EPOLLIN, recorder));
        QCOMPARE(errno, ENOENT);
        QVERIFY(poller.add(pair.descriptor(), EPOLLIN, recorder));
        QVERIFY(!poller.add(pair.descriptor(), EPOLLIN, recorder));
        QCOMPARE(errno, EEXIST);
    }

    // More are ready than one fetch holds: later fetches get to the rest, nobody starves.
    void everyoneGetsATurn() {
        Poller poller;
        std::vector<std::unique_ptr<Recorder>> recorders;
        std::vector<int> duplicates;
        SocketPair pair;
        for (std::size_t i = 0; i < Poller::batchSize + 100; ++i) {
            const int descriptor = ::fcntl(pair.descriptor(), F_DUPFD_CLOEXEC, 0);
            if (descriptor < 0)
                QSKIP("this machine allows too few descriptors");
            duplicates.push_back(descriptor);
            recorders.push_back(std::make_unique<Recorder>());
            QVERIFY(poller.add(descriptor, EPOLLOUT, *recorders.back()));
        }
        QCOMPARE(poller.dispatch(), Poller::batchSize);
        poller.dispatch();
        for (const auto& recorder : recorders)
            QVERIFY(recorder->calls >= 1);
        for (const int descriptor : duplicates)
            ::close(descriptor);
    }
};

QTEST_APPLESS_MAIN(PollerTest)
#include "PollerTest.moc"
