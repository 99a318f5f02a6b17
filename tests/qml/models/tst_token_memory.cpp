// Which log-in token goes where, and how long it is kept.
#include "models/ChatController.h"
#include "sdk/CloseRule.h"
#include "support/FakeTokenStore.h"
#include "support/ScriptedLink.h"

#include <QTemporaryDir>
#include <QTest>

using namespace chinwag;
using models::ChatController;
using models::Preferences;
using models::TimelineModel;
using test::FakeTokenStore;

namespace {

const QString one = QStringLiteral("one.example");
const QString two = QStringLiteral("two.example");
const QUrl oneServer(QStringLiteral("wss://one.example"));
// {"sub":"robin"}, which nobody verifies here.
const QString token = QStringLiteral("eyJhbGciOiJub25lIn0.eyJzdWIiOiJyb2JpbiJ9.x");

/// One run of the program.
struct Run {
    Run(const QTemporaryDir& directory, FakeTokenStore* store)
        : chat(script.maker(), std::make_unique<Preferences>(std::make_unique<QSettings>(
                                   directory.filePath(QStringLiteral("client.ini")), QSettings::IniFormat))) {
        chat.setTokenStore(store);
    }
    models::ConnectForm& form() { return *chat.form(); }
    void goTo(const QString& address) {
        form().setAddress(address);
        form().setNick(QStringLiteral("Robin"));
        form().setRoom(QStringLiteral("lobby"));
        chat.enter();
    }
    /// And the server lets it in.
    void enter(const QString& address) {
        goTo(address);
        script.link()->accept();
    }
    void refuse() { script.link()->refuse(sdk::judgeClose(3500, {})); }
    QString sent() const { return script.link()->destination().token; }

    test::LinkScript script;
    ChatController chat;
};

} // namespace

class TokenMemoryTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> directory_;
    std::unique_ptr<FakeTokenStore> store_;

    // A run in which a token was to be kept.
    void remember() {
        Run run(*directory_, store_.get());
        run.form().setAddress(one);
        run.form().setToken(token);
        run.form().setRemembersToken(true);
        run.enter(one);
    }

private Q_SLOTS:
    void init() {
        directory_ = std::make_unique<QTemporaryDir>();
        store_ = std::make_unique<FakeTokenStore>();
    }

    void whatIsRememberedIsUsedInTheNextRun() {
        remember();
        QCOMPARE(store_->tokens, (QHash<QUrl, QString>{{oneServer, token}}));
        Run next(*directory_, store_.get());
        QVERIFY(next.form().isTokenKept() && next.form().remembersToken());
        QVERIFY(next.form().token().isEmpty());
        QVERIFY(next.chat.canReturn());
        next.enter(one);
        QCOMPARE(next.sent(), token);
        QCOMPARE(next.chat.user(), QStringLiteral("robin"));
        QCOMPARE(store_->writes, 1);
        // It needs no nickname.
        next.chat.leave();
        next.form().setToken({});
        next.form().setNick({});
        next.chat.enter();
        QCOMPARE(next.sent(), token);
        QCOMPARE(store_->reads, 1);
    }

    void nothingIsKeptUnasked() {
        Run run(*directory_, store_.get());
        QVERIFY(run.form().canRemember() && !run.form().remembersToken());
        run.form().setAddress(one);
        run.form().setToken(token);
        run.enter(one);
        QCOMPARE(store_->writes, 0);
        // Within the run it is there.
        run.chat.leave();
        run.enter(two);
        QCOMPARE(run.sent(), QString());
        run.chat.leave();
        run.enter(one);
        QCOMPARE(run.sent(), token);
        // The next run would be somebody else.
        Run next(*directory_, store_.get());
        QVERIFY(!next.form().isTokenKept());
        QVERIFY(!next.chat.canReturn());
        next.form().setToken(token);
        QVERIFY(next.chat.canReturn());
    }

    void whoWasNobodyComesBackAsNobody() {
        {
            Run run(*directory_, store_.get());
            run.enter(one);
        }
        const Run next(*directory_, store_.get());
        QVERIFY(next.chat.canReturn());
    }

    void aTokenGoesToNoOtherServer() {
        remember();
        Run run(*directory_, store_.get());
        run.enter(one);
        QCOMPARE(run.form().token(), token);
        run.chat.leave();
        run.form().setAddress(QStringLiteral("one.exampl"));
        QVERIFY(run.form().token().isEmpty());
        run.form().setAddress(one);
        QVERIFY(run.form().isTokenKept());
        run.enter(two);
        QCOMPARE(run.sent(), QString());
        QVERIFY(!run.form().isTokenKept() && !run.form().remembersToken());
        // What a person writes is for where they go then.
        run.chat.leave();
        run.form().setToken(QStringLiteral("mine"));
        run.enter(QStringLiteral("three.example"));
        QCOMPARE(run.sent(), QStringLiteral("mine"));
    }

    void aLinkBringsItsOwn() {
        remember();
        Run run(*directory_, store_.get());
        run.enter(QStringLiteral("chinwag://one.example/lobby?token=fresh"));
        QCOMPARE(run.sent(), QStringLiteral("fresh"));
        QCOMPARE(store_->reads, 0);
        QCOMPARE(store_->tokens.value(oneServer), QStringLiteral("fresh"));
    }

    void oneThatIsRefusedIsNotTriedAgain() {
        remember();
        Run run(*directory_, store_.get());
        run.goTo(one);
        run.refuse();
        QVERIFY(store_->tokens.isEmpty());
        QVERIFY(run.form().token().isEmpty() && !run.form().isTokenKept());
        run.chat.enter();
        QCOMPARE(run.sent(), QString());
        Run next(*directory_, store_.get());
        QVERIFY(!next.chat.canReturn());
        next.goTo(one);
        QCOMPARE(next.sent(), QString());
        QCOMPARE(store_->reads, 1);
    }

    void oneThatWasMistypedStaysToBeSeen() {
        Run run(*directory_, store_.get());
        run.form().setAddress(one);
        run.form().setToken(QStringLiteral("a.b"));
        run.form().setRemembersToken(true);
        run.goTo(one);
        run.refuse();
        QCOMPARE(run.form().token(), QStringLiteral("a.b"));
        QCOMPARE(store_->writes, 0);
    }

    void aNewOneTakesThePlace() {
        remember();
        Run run(*directory_, store_.get());
        run.form().setToken(QStringLiteral("new"));
        run.enter(one);
        QCOMPARE(store_->tokens.value(oneServer), QStringLiteral("new"));
        QCOMPARE(store_->reads, 0);
    }

    void isForgottenWhenThatIsWished() {
        remember();
        Run run(*directory_, store_.get());
        run.form().setRemembersToken(false);
        run.enter(one);
        QCOMPARE(run.sent(), token);
        QVERIFY(store_->tokens.isEmpty());
    }

    void aKeychainThatForgetsNothingIsNamed() {
        remember();
        store_->fault = QStringLiteral("it is locked");
        Run run(*directory_, store_.get());
        run.form().setRemembersToken(false);
        run.enter(one);
        const models::TimelineModel& timeline = *run.chat.room()->timeline();
        QVERIFY(timeline.count() > 0);
        const QString said = timeline.index(0).data(models::TimelineModel::TextRole).toString();
        QVERIFY2(said.contains(store_->fault), qPrintable(said));
    }

    void isForgottenWithItsServer_data() {
        QTest::addColumn<bool>("byHand");
        QTest::newRow("by hand") << true;
        QTest::newRow("for newer ones") << false;
    }
    void isForgottenWithItsServer() {
        QFETCH(const bool, byHand);
        remember();
        Run run(*directory_, store_.get());
        run.enter(two);
        QVERIFY(!store_->tokens.isEmpty());
        if (byHand) {
            run.chat.preferences()->forgetServer(one);
        } else {
            for (int i = 0; i < Preferences::maxRecentServers; ++i)
                run.chat.preferences()->remember({QStringLiteral("%1.example").arg(i), {}, {}});
        }
        QVERIFY(store_->tokens.isEmpty());
        run.form().setAddress(one);
        QVERIFY(!run.form().isTokenKept());
    }

    void aKeychainMayTakeItsTime() {
        remember();
        store_->asksItsOwner = true;
        Run run(*directory_, store_.get());
        run.goTo(one);
        QVERIFY(run.form().isWaiting());
        QCOMPARE(run.script.made(), 0);
        store_->answer();
        QVERIFY(!run.form().isWaiting());
        QCOMPARE(run.sent(), token);
        // Whoever has given up is not brought there.
        Run other(*directory_, store_.get());
        other.goTo(one);
        other.chat.leave();
        QVERIFY(!other.form().isWaiting());
        store_->answer();
        QCOMPARE(other.script.made(), 0);
    }

    void aKeychainThatHandsNothingOutIsNamed() {
        remember();
        store_->tokens.clear();
        Run run(*directory_, store_.get());
        run.goTo(one);
        QCOMPARE(run.script.made(), 0);
        QVERIFY(!run.form().tokenFault().isEmpty());
        // Who goes there nevertheless goes without.
        run.chat.enter();
        QCOMPARE(run.sent(), QString());
        QVERIFY(run.form().tokenFault().isEmpty());
    }

    void aKeychainThatKeepsNothingSaysSo() {
        store_->fault = QStringLiteral("it is locked");
        Run run(*directory_, store_.get());
        run.form().setAddress(one);
        run.form().setToken(token);
        run.form().setRemembersToken(true);
        run.enter(one);
        const auto& timeline = *run.chat.room()->timeline();
        QVERIFY(timeline.index(0).data(TimelineModel::TextRole).toString().contains(store_->fault));
        QVERIFY(!run.form().remembersToken());
        // Nor does it ask again with each connection.
        run.script.link()->refuse(test::lost());
        run.chat.retryNow();
        run.script.link()->accept();
        QCOMPARE(store_->writes, 1);
    }

    void aKeychainMayComeLater() {
        remember();
        store_->setAvailable(false);
        Run run(*directory_, store_.get());
        QVERIFY(!run.form().canRemember());
        store_->setAvailable(true);
        QVERIFY(run.form().canRemember() && run.form().remembersToken());
    }

    void withoutOneTheRunIsAll() {
        Run run(*directory_, nullptr);
        QVERIFY(!run.form().canRemember());
        run.form().setAddress(one);
        run.form().setToken(token);
        run.form().setRemembersToken(true);
        run.enter(one);
        run.chat.leave();
        run.enter(two);
        run.chat.leave();
        run.enter(one);
        QCOMPARE(run.sent(), token);
        const Run next(*directory_, nullptr);
        QVERIFY(!next.chat.canReturn());
    }
};

QTEST_MAIN(TokenMemoryTest)
#include "tst_token_memory.moc"
