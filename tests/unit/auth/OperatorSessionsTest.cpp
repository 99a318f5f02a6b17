#include "auth/OperatorSessions.h"

#include <QRegularExpression>
#include <QTest>

#include <set>
#include <vector>

using chinwag::auth::OperatorSessions;
using namespace std::chrono_literals;

namespace {

const OperatorSessions::Time start{std::chrono::hours(1)};

} // namespace

/// Every time is passed in: nothing here depends on how long it takes.
class OperatorSessionsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatWasGrantedIsFound() {
        OperatorSessions sessions(10min);
        const auto granted = sessions.grant("alice", "hash", start);
        const auto found = sessions.find(granted.token, start + 1min);
        QVERIFY(found.has_value());
        QCOMPARE(found->id, granted.session.id);
        QCOMPARE(found->operatorName, std::string("alice"));
        QCOMPARE(found->passwordHash, std::string("hash"));
        QVERIFY(found->expiresAt == start + 10min);
        QVERIFY(granted.session.expiresAt == start + 10min);
    }

    void otherTokensFindNothing() {
        OperatorSessions sessions(10min);
        QVERIFY(!sessions.find("", start));
        const auto granted = sessions.grant("alice", "hash", start);
        auto changed = granted.token;
        changed.front() = changed.front() == 'A' ? 'B' : 'A';
        for (const auto& token :
             {std::string(), changed, granted.token + 'A', granted.token.substr(1), granted.token + '=',
              std::string("alice"), std::string("hash"), granted.session.id, std::string(43, 'A')})
            QVERIFY2(!sessions.find(token, start), token.c_str());
        QVERIFY(sessions.find(granted.token, start).has_value());
    }

    void tokensCannotBeGuessed() {
        constexpr std::size_t count = 500;
        static const QRegularExpression form(QStringLiteral("^[A-Za-z0-9_-]{43}$")); // 256 bits
        OperatorSessions sessions(10min);
        std::set<std::string> tokens;
        std::set<std::string> ids;
        for (std::size_t i = 0; i < count; ++i) {
            const auto granted = sessions.grant("alice", "hash", start);
            QVERIFY2(form.match(QString::fromStdString(granted.token)).hasMatch(), granted.token.c_str());
            // The session's name gives nothing of its token away.
            QVERIFY(granted.token.find(granted.session.id) == std::string::npos);
            QVERIFY(!granted.session.id.empty());
            tokens.insert(granted.token);
            ids.insert(granted.session.id);
        }
        QCOMPARE(tokens.size(), count);
        QCOMPARE(ids.size(), count);
    }

    void expires_data() {
        QTest::addColumn<qint64>("later"); // milliseconds after the grant
        QTest::addColumn<bool>("valid");
        QTest::newRow("at once") << qint64{0} << true;
        QTest::newRow("just before") << qint64{599'999} << true;
        QTest::newRow("on the moment") << qint64{600'000} << false;
        QTest::newRow("long after") << qint64{86'400'000} << false;
    }

    void expires() {
        QFETCH(qint64, later);
        QFETCH(bool, valid);
        OperatorSessions sessions(10min);
        const auto granted = sessions.grant("alice", "hash", start);
        QCOMPARE(sessions.find(granted.token, start + std::chrono::milliseconds(later)).has_value(), valid);
    }

    void useDoesNotProlong() {
        OperatorSessions sessions(10min);
        const auto granted = sessions.grant("alice", "hash", start);
        QVERIFY(sessions.find(granted.token, start + 9min).has_value());
        QVERIFY(!sessions.find(granted.token, start + 11min).has_value());
    }

    // Though the clock be set back: who was told that it has ended is not let in again.
    void whatHasExpiredStaysSo() {
        OperatorSessions sessions(10min);
        const auto granted = sessions.grant("alice", "hash", start);
        QVERIFY(!sessions.find(granted.token, start + 11min).has_value());
        QVERIFY(!sessions.find(granted.token, start).has_value());
    }

    void revokes() {
        OperatorSessions sessions(10min);
        const auto one = sessions.grant("alice", "hash", start);
        const auto other = sessions.grant("alice", "hash", start);
        sessions.revoke("nonsense");
        sessions.revoke(one.session.id);
        QVERIFY(sessions.find(one.token, start).has_value());
        sessions.revoke(one.token);
        sessions.revoke(one.token);
        QVERIFY(!sessions.find(one.token, start).has_value());
        QVERIFY(sessions.find(other.token, start).has_value());
    }

    void unusedItEnds() {
        OperatorSessions sessions(OperatorSessions::Limits{10min, 2min});
        const auto used = sessions.grant("alice", "hash", start);
        const auto unused = sessions.grant("bob", "hash", start);
        for (const auto later : {1min, 2min, 3min})
            QVERIFY(sessions.find(used.token, start + later).has_value());
        QCOMPARE(sessions.list(start + 3min).size(), std::size_t{1});
        QVERIFY(!sessions.find(unused.token, start + 3min).has_value());
        QVERIFY(!sessions.find(used.token, start + 5min).has_value());
    }

    void listsTheLastFirstAndEndsByName() {
        OperatorSessions sessions(10min);
        const auto one = sessions.grant("alice", "hash", start, {"192.0.2.1", "curl"});
        const auto other = sessions.grant("bob", "hash", start + 1min);
        const auto all = sessions.list(start + 2min);
        QCOMPARE(all.size(), std::size_t{2});
        QCOMPARE(all[0].id, other.session.id);
        QCOMPARE(all[1].client.address, std::string("192.0.2.1"));
        QCOMPARE(all[1].client.userAgent, std::string("curl"));
        sessions.revokeNamed(one.token); // that is no name
        QVERIFY(sessions.find(one.token, start + 2min).has_value());
        sessions.revokeNamed(one.session.id);
        QVERIFY(!sessions.find(one.token, start + 2min).has_value());
        QVERIFY(sessions.find(other.token, start + 2min).has_value());
    }

    void overTheLimitTheFirstToExpireGoes() {
        OperatorSessions sessions(10min);
        std::vector<std::string> tokens;
        for (std::size_t i = 0; i < OperatorSessions::maxSessions; ++i) {
            const auto now = start + std::chrono::milliseconds(i);
            tokens.push_back(sessions.grant("alice", "hash", now).token);
        }
        const auto later = start + 1min;
        QVERIFY(sessions.find(tokens[0], later).has_value());
        const auto newest = sessions.grant("alice", "hash", later).token;
        QVERIFY(!sessions.find(tokens[0], later).has_value());
        QVERIFY(sessions.find(tokens[1], later).has_value());
        QVERIFY(sessions.find(tokens.back(), later).has_value());
        QVERIFY(sessions.find(newest, later).has_value());
    }

    void expiredOnesMakeRoomBefore() {
        OperatorSessions sessions(10min);
        for (std::size_t i = 1; i < OperatorSessions::maxSessions; ++i)
            sessions.grant("alice", "hash", start);
        const auto living = sessions.grant("alice", "hash", start + 5min);
        const auto newest = sessions.grant("alice", "hash", start + 12min);
        QVERIFY(sessions.find(living.token, start + 12min).has_value());
        QVERIFY(sessions.find(newest.token, start + 12min).has_value());
    }
};

QTEST_APPLESS_MAIN(OperatorSessionsTest)
#include "OperatorSessionsTest.moc"
