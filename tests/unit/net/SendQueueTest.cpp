#include "net/SendQueue.h"
#include "Bytes.h"

#include <QTest>

#include <array>
#include <deque>
#include <random>
#include <string>

using chinwag::hub::FrameRef;
using chinwag::net::SendQueue;
using chinwag::test::bytes;

namespace {

// All that is queued, as the kernel would see it.
std::string written(const SendQueue& queue) {
    std::array<iovec, 4096> vectors{};
    const std::size_t used = queue.gather(vectors);
    std::string out;
    for (std::size_t i = 0; i < used; ++i)
        out.append(static_cast<const char*>(vectors[i].iov_base), vectors[i].iov_len);
    return out;
}

} // namespace

class SendQueueTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void startsEmpty() {
        const SendQueue queue;
        QVERIFY(queue.empty());
        QCOMPARE(queue.bytes(), std::size_t{0});
        QVERIFY(written(queue).empty());
    }

    void keepsTheOrder() {
        SendQueue queue;
        std::string expected;
        for (int i = 0; i < 100; ++i) {
            const std::string frame = std::to_string(i) + ",";
            queue.push(FrameRef(frame));
            expected += frame;
            QCOMPARE(bytes(written(queue)), bytes(expected));
            QCOMPARE(queue.bytes(), expected.size());
        }
    }

    void sharesTheBytes() {
        const FrameRef frame("shared");
        SendQueue first;
        SendQueue second;
        first.push(frame);
        second.push(frame);
        std::array<iovec, 1> one{};
        std::array<iovec, 1> other{};
        QCOMPARE(first.gather(one), std::size_t{1});
        QCOMPARE(second.gather(other), std::size_t{1});
        QCOMPARE(one[0].iov_base, other[0].iov_base);
    }

    void frameOutlivesItsMaker() {
        SendQueue queue;
        queue.push(FrameRef("kept"));
        queue.push(FrameRef("also kept"));
        queue.consume(4);
        QCOMPARE(bytes(written(queue)), QByteArray("also kept"));
    }

    void consumesInTheMiddleOfAFrame() {
        SendQueue queue;
        queue.push(FrameRef("abc"));
        queue.push(FrameRef("def"));
        queue.push(FrameRef("ghi"));
        queue.consume(1);
        QCOMPARE(bytes(written(queue)), QByteArray("bcdefghi"));
        queue.consume(2);
        QCOMPARE(bytes(written(queue)), QByteArray("defghi"));
        queue.consume(4);
        QCOMPARE(bytes(written(queue)), QByteArray("hi"));
        queue.consume(2);
        QVERIFY(queue.empty());
        QCOMPARE(queue.bytes(), std::size_t{0});
    }

    void gathersNoMoreThanThereIsRoomFor() {
        SendQueue queue;
        for (const char* frame : {"a", "b", "c"})
            queue.push(FrameRef(frame));
        std::array<iovec, 2> vectors{};
        QCOMPARE(queue.gather(vectors), std::size_t{2});
        QCOMPARE(queue.gather(std::span<iovec>()), std::size_t{0});
    }

    // A frame of which a part is on the wire must go out whole, or the stream is broken.
    void truncateKeepsWhatHasBegun() {
        SendQueue queue;
        for (const char* frame : {"abc", "def", "ghi", "jkl"})
            queue.push(FrameRef(frame));
        queue.consume(4);
        queue.truncate();
        QCOMPARE(bytes(written(queue)), QByteArray("ef"));
        QCOMPARE(queue.bytes(), std::size_t{2});
        queue.push(FrameRef("close"));
        QCOMPARE(bytes(written(queue)), QByteArray("efclose"));
    }

    void truncateDropsWhatHasNotBegun() {
        SendQueue queue;
        for (const char* frame : {"abc", "def", "ghi"})
            queue.push(FrameRef(frame));
        queue.consume(3);
        queue.truncate();
        QVERIFY(queue.empty());
        QCOMPARE(queue.bytes(), std::size_t{0});
        queue.push(FrameRef("close"));
        QCOMPARE(bytes(written(queue)), QByteArray("close"));
    }

    // Against a deque that does the same the simple way. The seed is fixed, so a failure can be repeated.
    void behavesAsASimpleQueueDoes() {
        std::mt19937 random(20240501); // NOLINT(cert-msc51-cpp): repeatable on purpose
        SendQueue queue;
        std::deque<std::string> model;
        std::size_t begun = 0;
        for (int step = 0; step < 20'000; ++step) {
            const auto dice = random() % 100;
            if (dice < 55) {
                std::string frame(1 + random() % 20, static_cast<char>('a' + random() % 26));
                queue.push(FrameRef(frame));
                model.push_back(std::move(frame));
            } else if (dice < 98) {
                std::size_t count =
                    queue.bytes() == 0 ? 0 : random() % (std::min<std::size_t>(queue.bytes(), 60) + 1);
                queue.consume(count);
                for (begun += count; !model.empty() && begun >= model.front().size(); model.pop_front())
                    begun -= model.front().size();
            } else {
                queue.truncate();
                model.resize(begun > 0 ? 1 : 0);
            }
            std::string expected;
            for (const auto& frame : model)
                expected += frame;
            QCOMPARE(queue.bytes(), expected.size() - begun);
            QCOMPARE(queue.empty(), model.empty());
            QVERIFY(written(queue) == expected.substr(begun));
        }
    }
};

QTEST_APPLESS_MAIN(SendQueueTest)
#include "SendQueueTest.moc"
