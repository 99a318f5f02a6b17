// Rooms that are locked or slow: what staff does about that, and what everybody sees of it.
#include "ClientUiCase.h"
#include "models/Translation.h"

#include <QTest>
#include <QTranslator>

namespace chinwag::test {

using models::Restrictions;

class ClientUiStaffTest : public ClientUiCase {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aLockedRoomIsReadAndNotWritten();
    void aSlowRoomSaysSo();
    void staffLocksAndUnlocks();
    void staffSlowsDown();
    void whatCannotBeDoneIsSaid();
    void othersAreOfferedNothing();
    void whatTheServerSaidLastHolds();
    void saysHowLong_data();
    void saysHowLong();

private:
    bool joinAs(const char* claims);
    bool joinAsStaff();
    bool choose(const char* item);
    const ScriptedLink::Call& lastCall() const { return script_->link()->calls().last(); }

    QTranslator english_; ///< its plurals
};

void ClientUiStaffTest::initTestCase() {
    QVERIFY(models::loadTranslation(english_));
    QCoreApplication::installTranslator(&english_);
}

// With a token of those claims, in a room with somebody else.
bool ClientUiStaffTest::joinAs(const char* claims) {
    const QByteArray payload =
        QByteArray(claims).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    ui_->chat().form()->setToken(QStringLiteral("e30.%1.x").arg(QString::fromLatin1(payload)));
    return join();
}

bool ClientUiStaffTest::joinAsStaff() {
    script_->setStaff(true);
    return joinAs("{\"sub\":\"robin\"}");
}

// From the menu of the room.
bool ClientUiStaffTest::choose(const char* item) {
    const QString name = QString::fromLatin1(item);
    return ui_->click(QStringLiteral("menuButton")) && eventually([&] { return ui_->find(name); }) &&
           ui_->click(name);
}

void ClientUiStaffTest::aLockedRoomIsReadAndNotWritten() {
    QVERIFY(join());
    QVERIFY(!ui_->find(QStringLiteral("restriction")));
    ui_->type(QStringLiteral("half a thought"));
    script_->link()->rule({true, 0});
    QVERIFY(ui_->layOut());
    QVERIFY(property("restriction", "text").contains(QLatin1String("locked")));
    // What is written stays, and goes nowhere.
    ui_->type(QStringLiteral("!"));
    ui_->key(Qt::Key_Return);
    QCOMPARE(property("messageInput", "text"), QStringLiteral("half a thought"));
    QVERIFY(!ui_->find(QStringLiteral("sendButton"))->isEnabled());
    ui_->key(Qt::Key_E, Qt::ControlModifier);
    QVERIFY(ui_->layOut());
    QVERIFY(!ui_->find(QStringLiteral("emojiPicker")));
    QVERIFY(script_->link()->said().isEmpty());
    // While there is no connection, nobody knows; and what the next one tells holds.
    script_->link()->refuse(lost());
    QVERIFY(!ui_->find(QStringLiteral("restriction")));
    ui_->chat().retryNow();
    script_->link()->accept();
    script_->link()->rule({});
    QVERIFY(!ui_->find(QStringLiteral("restriction")));
    ui_->key(Qt::Key_Return);
    QVERIFY(eventually([this] { return script_->link()->said().size() == 1; }));
}

void ClientUiStaffTest::aSlowRoomSaysSo() {
    QVERIFY(join());
    script_->link()->rule({false, 90});
    QVERIFY(ui_->layOut());
    QVERIFY(property("restriction", "text").contains(QLatin1String("90 seconds")));
    QVERIFY(say(QStringLiteral("I may")));
    // Each room has its own.
    script_->link()->in(QStringLiteral("attic")).openRoom();
    ui_->chat().show(QStringLiteral("chat:attic"));
    QVERIFY(ui_->layOut());
    QVERIFY(!ui_->find(QStringLiteral("restriction")));
}

void ClientUiStaffTest::staffLocksAndUnlocks() {
    QVERIFY(joinAsStaff());
    QVERIFY(choose("lockItem"));
    QCOMPARE(lastCall().method, QStringLiteral("chat.lock"));
    QCOMPARE(lastCall().parameters[QStringLiteral("channel")].toString(), QStringLiteral("chat:hall-4"));
    lastCall().answer({}, {});
    script_->link()->rule({true, 0});
    QVERIFY(ui_->layOut());
    QVERIFY(property("restriction", "text").contains(QLatin1String("staff")));
    QVERIFY(eventually([this] { return isFocused(QStringLiteral("messageInput")); }));
    QVERIFY(say(QStringLiteral("for me it is open")));
    QVERIFY(choose("lockItem"));
    QCOMPARE(lastCall().method, QStringLiteral("chat.unlock"));
}

void ClientUiStaffTest::staffSlowsDown() {
    QVERIFY(joinAsStaff());
    QVERIFY(choose("slowModeItem"));
    QVERIFY(eventually([this] { return ui_->find(QStringLiteral("slowTime30")); }));
    QVERIFY(!ui_->find(QStringLiteral("dialogGo"))->isEnabled()); // it is as it was
    QVERIFY(ui_->click(QStringLiteral("slowTime30")));
    QVERIFY(ui_->click(QStringLiteral("dialogGo")));
    QCOMPARE(lastCall().method, QStringLiteral("chat.slow"));
    QCOMPARE(lastCall().parameters[QStringLiteral("seconds")].toInt(), 30);
    QVERIFY(eventually([this] { return isFocused(QStringLiteral("messageInput")); }));
    script_->link()->rule({false, 30});
    // What holds is what is chosen at first.
    QVERIFY(choose("slowModeItem"));
    QVERIFY(eventually([this] { return ui_->find(QStringLiteral("slowTime30")); }));
    QVERIFY(ui_->find(QStringLiteral("slowTime30"))->property("current").toBool());
    ui_->key(Qt::Key_Escape);
    QVERIFY(eventually([this] { return !ui_->find(QStringLiteral("slowTime30")); }));
    QCOMPARE(script_->link()->calls().size(), 1);
}

void ClientUiStaffTest::whatCannotBeDoneIsSaid() {
    QVERIFY(joinAsStaff());
    QVERIFY(choose("lockItem"));
    lastCall().answer({}, QStringLiteral("not here"));
    QVERIFY(newest(models::TimelineModel::TextRole).toString().contains(QLatin1String("not here")));
    script_->link()->refuse(lost());
    ui_->room().restrictions()->setLocked(true);
    QVERIFY(newest(models::TimelineModel::TextRole).toString().contains(QLatin1String("no connection")));
}

void ClientUiStaffTest::othersAreOfferedNothing() {
    // What a token says of itself counts for nothing: the server may not even have looked at it.
    QVERIFY(joinAs("{\"sub\":\"robin\",\"staff\":true}"));
    QVERIFY(ui_->click(QStringLiteral("menuButton")));
    QVERIFY(eventually([this] { return ui_->find(QStringLiteral("joinItem")); }));
    QVERIFY(!ui_->find(QStringLiteral("lockItem")));
    QVERIFY(!ui_->find(QStringLiteral("slowModeItem")));
    QVERIFY(!ui_->find(QStringLiteral("sanctionsItem")));
}

// Rights are given and taken while somebody is there, and the next connection tells.
void ClientUiStaffTest::whatTheServerSaidLastHolds() {
    QVERIFY(joinAsStaff());
    script_->setStaff(false);
    script_->link()->refuse(lost());
    QVERIFY(ui_->chat().isStaff());
    ui_->chat().retryNow();
    script_->link()->accept();
    QVERIFY(!ui_->chat().isStaff());
    script_->setStaff(true);
    script_->link()->refuse(lost());
    ui_->chat().retryNow();
    script_->link()->accept();
    QVERIFY(ui_->chat().isStaff());
    ui_->chat().leave();
    QVERIFY(!ui_->chat().isStaff());
}

void ClientUiStaffTest::saysHowLong_data() {
    QTest::addColumn<int>("seconds");
    QTest::addColumn<QString>("words");
    QTest::newRow("none") << 0 << QString();
    QTest::newRow("less than none") << -1 << QString();
    QTest::newRow("a second") << 1 << QStringLiteral("1 second");
    QTest::newRow("seconds") << 90 << QStringLiteral("90 seconds");
    QTest::newRow("a minute") << 60 << QStringLiteral("1 minute");
    QTest::newRow("minutes") << 5'400 << QStringLiteral("90 minutes");
    QTest::newRow("hours") << 21'600 << QStringLiteral("6 hours");
}

void ClientUiStaffTest::saysHowLong() {
    QFETCH(const int, seconds);
    QTEST(Restrictions::inWords(seconds), "words");
}

} // namespace chinwag::test

QTEST_MAIN(chinwag::test::ClientUiStaffTest)
#include "tst_client_ui_staff.moc"
