#include "protocol/CloseCode.h"

#include <QTest>

#include <array>
#include <cstdint>
#include <set>

using chinwag::protocol::CloseCode;

namespace {

constexpr std::array allCodes{
    CloseCode::Normal,         CloseCode::ProtocolError,   CloseCode::UnsupportedData,
    CloseCode::InvalidPayload, CloseCode::PolicyViolation, CloseCode::MessageTooBig,
    CloseCode::Shutdown,       CloseCode::Expired,         CloseCode::Slow,
    CloseCode::NoPong,         CloseCode::ForceDisconnect, CloseCode::ChannelLimit,
    CloseCode::Kicked,         CloseCode::Banned,          CloseCode::Lockdown,
    CloseCode::InvalidToken,   CloseCode::BadRequest,      CloseCode::Stale,
};

} // namespace

class CloseCodeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // RFC 6455 sections 7.4.1 and 7.4.2 and the registry's later entries 1012 to 1014.
    void acceptsOnlyWhatMayBeOnTheWire() {
        const std::set<int> registered{1000, 1001, 1002, 1003, 1007, 1008,
                                       1009, 1010, 1011, 1012, 1013, 1014};
        for (int code = 0; code <= 0xFFFF; ++code) {
            const bool allowed = registered.contains(code) || (code >= 3000 && code <= 4999);
            if (chinwag::protocol::isCloseCodeOnTheWire(static_cast<std::uint16_t>(code)) != allowed)
                QFAIL(qPrintable(QStringLiteral("wrong about close code %1").arg(code)));
        }
    }

    void ourOwnCodesMayBeSent() {
        for (const CloseCode code : allCodes)
            QVERIFY(chinwag::protocol::isCloseCodeOnTheWire(static_cast<std::uint16_t>(code)));
    }

    void reasonsFitAndDiffer() {
        std::set<std::string_view> seen;
        for (const CloseCode code : allCodes) {
            const auto reason = chinwag::protocol::closeReason(code);
            QVERIFY(reason.size() <= 123);
            QVERIFY(!reason.empty() || code == CloseCode::Normal);
            QVERIFY2(seen.insert(reason).second, "two codes have the same reason");
        }
    }
};

QTEST_APPLESS_MAIN(CloseCodeTest)
#include "CloseCodeTest.moc"
