#include "hub/Refusal.h"

#include <QTest>

#include <string>

using namespace chinwag::hub;

namespace {

constexpr StoreTime moment = 1'772'600'760'001; // a millisecond past 2026-03-04T05:06:00Z

std::string closeReason(const std::string& reason, std::optional<StoreTime> until) {
    return Refusal{Refusal::Why::Banned, reason, until}.closeReason();
}

} // namespace

class RefusalTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aCloseReasonEndsWithUntilWhen() {
        QCOMPARE(closeReason("spam", {}), std::string("spam"));
        QCOMPARE(closeReason("spam", moment), std::string("spam (until 2026-03-04T05:06:01Z)"));
        QCOMPARE(closeReason("", {}), std::string("banned"));
        QCOMPARE(closeReason("", moment), std::string("banned (until 2026-03-04T05:06:01Z)"));
    }

    // RFC 6455 section 5.5 leaves 123 bytes beside the code, and section 5.5.1 wants UTF-8.
    void aLongReasonIsCutWhereACharacterEnds_data() {
        QTest::addColumn<int>("ascii");
        QTest::addColumn<bool>("ends");
        QTest::addColumn<int>("size");
        QTest::newRow("for ever, as long as it may be") << 119 << false << 123;
        QTest::newRow("for ever, in a character") << 121 << false << 121;
        QTest::newRow("for a time") << 94 << true << 123;
        QTest::newRow("for a time, in a character") << 92 << true << 121;
    }

    void aLongReasonIsCutWhereACharacterEnds() {
        QFETCH(int, ascii);
        QFETCH(bool, ends);
        QFETCH(int, size);
        const auto reason = std::string(static_cast<std::size_t>(ascii), 'x') + "\U0001F600 and more of it";
        const auto text = closeReason(reason, ends ? std::optional(moment) : std::nullopt);
        QCOMPARE(text.size(), static_cast<std::size_t>(size));
        QVERIFY(QString::fromStdString(text).toStdString() == text);
        QCOMPARE(QString::fromStdString(text).endsWith(QLatin1String(" (until 2026-03-04T05:06:01Z)")), ends);
    }

    void aSentenceSaysWhatAndUntilWhenAndWhy() {
        QCOMPARE(Refusal{}.sentence(), std::string("You are banned."));
        QCOMPARE((Refusal{Refusal::Why::Muted, "spam!", moment}).sentence(),
                 std::string("You are muted until 2026-03-04T05:06:01Z: spam!"));
    }
};

QTEST_APPLESS_MAIN(RefusalTest)
#include "RefusalTest.moc"
