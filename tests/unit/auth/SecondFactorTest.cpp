#include "auth/OperatorDoor.h"
#include "auth/Password.h"
#include "auth/Totp.h"

#include <QTemporaryDir>
#include <QTest>

#include <optional>
#include <set>
#include <string>

using namespace chinwag::auth;
using namespace std::chrono_literals;
using LoginOutcome = OperatorDoor::Login::Outcome;
using SetupKind = SecondFactorSetup::Outcome::Kind;

namespace {

constexpr int patience = 60'000; // milliseconds
// RFC 6238 appendix B: "12345678901234567890" in base32.
constexpr const char* known = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
constexpr const char* password = "correct horse";

TotpTime at(qint64 seconds) {
    return TotpTime(std::chrono::seconds(seconds));
}

} // namespace

class SecondFactorTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void codesOfTheStandard_data() {
        QTest::addColumn<qint64>("seconds");
        QTest::addColumn<QByteArray>("code"); // the last six of the standard's eight digits
        QTest::newRow("59") << qint64{59} << QByteArray("287082");
        QTest::newRow("1111111109") << qint64{1111111109} << QByteArray("081804");
        QTest::newRow("1111111111") << qint64{1111111111} << QByteArray("050471");
        QTest::newRow("1234567890") << qint64{1234567890} << QByteArray("005924");
        QTest::newRow("2000000000") << qint64{2000000000} << QByteArray("279037");
    }

    void codesOfTheStandard() {
        QFETCH(qint64, seconds);
        QFETCH(QByteArray, code);
        QCOMPARE(totpCode(known, totpStep(at(seconds))), code.toStdString());
        QVERIFY(matchTotp(known, code.toStdString(), at(seconds), 0).has_value());
    }

    void clocksMayDifferByOneStep() {
        const auto code = totpCode(known, 100);
        QVERIFY(!matchTotp(known, code, at(98 * 30 + 29), 0));
        QCOMPARE(matchTotp(known, code, at(99 * 30), 0), std::optional<std::int64_t>(100));
        QCOMPARE(matchTotp(known, code, at(101 * 30 + 29), 0), std::optional<std::int64_t>(100));
        QVERIFY(!matchTotp(known, code, at(102 * 30), 0));
    }

    void aCodeIsTakenOnce() {
        SecondFactor factor{known};
        QVERIFY(spendCode(factor, totpCode(known, 100), at(100 * 30)));
        QVERIFY(!spendCode(factor, totpCode(known, 100), at(100 * 30)));
        QVERIFY(!spendCode(factor, totpCode(known, 99), at(100 * 30))); // nor one from before
        QVERIFY(spendCode(factor, totpCode(known, 101), at(100 * 30)));
    }

    void nonsenseIsNoCode() {
        SecondFactor factor{known};
        for (const char* code : {"", "0", "00000", "1234567", "abcdef", "28708 "})
            QVERIFY(!spendCode(factor, code, at(59)));
        QCOMPARE(factor.lastStep, std::int64_t{0});
    }

    void secretsAndRecoveryCodes() {
        QVERIFY(isTotpSecret(makeTotpSecret()));
        QVERIFY(makeTotpSecret() != makeTotpSecret());
        for (const char* wrong :
             {"", "GEZDGNBV", "gezdgnbvgy3tqojqgezdgnbvgy3tqojq", "1EZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"})
            QVERIFY(!isTotpSecret(wrong));
        const auto codes = makeRecoveryCodes();
        QCOMPARE(std::set<std::string>(codes.begin(), codes.end()).size(), recoveryCodeCount);
        SecondFactor factor{known, 0, {recoveryHash(codes[0]), recoveryHash(codes[1])}};
        const auto typed = ' ' + QString::fromStdString(codes[0]).toUpper().toStdString() + ' ';
        QVERIFY(spendCode(factor, typed, at(59)));
        QVERIFY(!spendCode(factor, codes[0], at(59)));
        QCOMPARE(factor.recoveryHashes.size(), std::size_t{1});
    }

    void isSetUpAskedForAndRemoved() {
        QTemporaryDir directory;
        const auto hash = hashPassword(password);
        QVERIFY(directory.isValid() && hash.has_value());
        QVERIFY(!OperatorFile(directory.path()).update([&](Operators& operators) -> std::optional<QString> {
            operators = {{"alice", *hash, std::chrono::system_clock::now()}};
            return std::nullopt;
        }));
        OperatorDoor door(directory.path(), {12h, {}});
        QCOMPARE(confirm(door, "000000").kind, SetupKind::NotBegun);
        QCOMPARE(remove(door, password).kind, SetupKind::None);
        const auto secret = door.secondFactor().begin("alice");
        QCOMPARE(confirm(door, "nonsense").kind, SetupKind::Wrong);
        QCOMPARE(logIn(door, ""), LoginOutcome::Granted); // it is none yet

        const auto step = totpStep(std::chrono::system_clock::now());
        const auto made = confirm(door, totpCode(secret, step));
        QCOMPARE(made.kind, SetupKind::Done);
        QCOMPARE(made.recoveryCodes.size(), recoveryCodeCount);
        door.secondFactor().begin("alice");
        QCOMPARE(confirm(door, "000000").kind, SetupKind::There);

        QCOMPARE(logIn(door, ""), LoginOutcome::CodeNeeded);
        QCOMPARE(logIn(door, totpCode(secret, step)), LoginOutcome::CodeWrong); // it was taken
        QCOMPARE(logIn(door, made.recoveryCodes[0]), LoginOutcome::Granted);
        QCOMPARE(logIn(door, made.recoveryCodes[0]), LoginOutcome::CodeWrong);
        QCOMPARE(remove(door, "wrong password").kind, SetupKind::Wrong);
        QCOMPARE(remove(door, password).kind, SetupKind::Done);
        QCOMPARE(logIn(door, ""), LoginOutcome::Granted);
    }

private:
    static SecondFactorSetup::Outcome confirm(OperatorDoor& door, const std::string& code) {
        std::optional<SecondFactorSetup::Outcome> outcome;
        door.secondFactor().confirm("alice", code, [&](const auto& given) { outcome = given; });
        return QTest::qWaitFor([&] { return outcome.has_value(); }, patience) ? *outcome
                                                                              : SecondFactorSetup::Outcome();
    }

    static SecondFactorSetup::Outcome remove(OperatorDoor& door, const std::string& proof) {
        std::optional<SecondFactorSetup::Outcome> outcome;
        door.secondFactor().remove("alice", proof, [&](const auto& given) { outcome = given; });
        return QTest::qWaitFor([&] { return outcome.has_value(); }, patience) ? *outcome
                                                                              : SecondFactorSetup::Outcome();
    }

    static LoginOutcome logIn(OperatorDoor& door, const std::string& code) {
        std::optional<LoginOutcome> outcome;
        door.logIn({"alice", password, {"192.0.2.1", {}}, code},
                   [&](const OperatorDoor::Login& login) { outcome = login.outcome; });
        return QTest::qWaitFor([&] { return outcome.has_value(); }, patience) ? *outcome
                                                                              : LoginOutcome::Failed;
    }
};

QTEST_GUILESS_MAIN(SecondFactorTest)
#include "SecondFactorTest.moc"
