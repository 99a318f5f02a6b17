#include "hub/SharedFrame.h"
#include "Bytes.h"

#include <QTest>

#include <utility>

using chinwag::hub::FrameRef;
using chinwag::test::bytes;

class SharedFrameTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anEmptyReferenceHoldsNothing() {
        const FrameRef none;
        const FrameRef copy(
            none); // NOLINT(performance-unnecessary-copy-initialization): that is what is tested
        QVERIFY(!none);
        QVERIFY(!copy);
    }

    void copiesShareTheBytes() {
        const FrameRef frame("bytes", 3);
        const FrameRef copy(
            frame); // NOLINT(performance-unnecessary-copy-initialization): that is what is tested
        QCOMPARE(static_cast<const void*>(frame.bytes().data()),
                 static_cast<const void*>(copy.bytes().data()));
        QCOMPARE(copy.messages(), std::uint32_t{3});
    }

    void theLastReferenceKeepsTheBytes() {
        FrameRef last;
        {
            const FrameRef first("bytes");
            FrameRef second(first);
            last = second;
            second = FrameRef("others");
        }
        // NOLINTNEXTLINE(clang-analyzer-cplusplus.NewDeleteLeaks): the analyzer does not follow the count
        QCOMPARE(bytes(last.bytes()), QByteArray("bytes"));
    }

    void movingLeavesNothingBehind() {
        FrameRef from("bytes");
        FrameRef to(std::move(from));
        QVERIFY(!from); // NOLINT(bugprone-use-after-move): that is what is tested
        QVERIFY(to);
        from = std::move(to);
        QCOMPARE(bytes(from.bytes()), QByteArray("bytes"));
    }

    void assigningToItselfChangesNothing() {
        FrameRef frame("bytes");
        const FrameRef& same = frame;
        frame = same;
        QCOMPARE(bytes(frame.bytes()), QByteArray("bytes"));
    }
};

QTEST_APPLESS_MAIN(SharedFrameTest)
#include "SharedFrameTest.moc"
