// Which messages a person is told of, and what becomes of that.
#include "desktop/Attention.h"
#include "support/ScriptedLink.h"

#include <QSignalSpy>
#include <QTest>

namespace chinwag::test {

namespace {

using desktop::Attention;
using desktop::Notification;
using desktop::Notifier;
using models::ChatController;
using models::Preferences;

class RecordingNotifier : public Notifier {
public:
    void show(const Notification& notification) override { shown.append(notification); }
    void withdraw(const QString& key) override { withdrawn.append(key); }

    QList<Notification> shown;
    QStringList withdrawn;
};

} // namespace

class AttentionTest : public QObject {
    Q_OBJECT

    LinkScript script_;
    std::unique_ptr<ChatController> chat_;
    std::unique_ptr<RecordingNotifier> notifier_;
    std::unique_ptr<Attention> attention_;

    Preferences& preferences() { return *chat_->preferences(); }
    QString lobby() const { return chat_->room()->channel(); }
    void hear(const QString& text) { script_.link()->hear(QStringLiteral("Ada"), text); }

private Q_SLOTS:
    void init() {
        chat_ = std::make_unique<ChatController>(script_.maker(), std::make_unique<Preferences>(nullptr));
        notifier_ = std::make_unique<RecordingNotifier>();
        attention_ = std::make_unique<Attention>(*chat_, *notifier_);
        chat_->form()->setAddress(QStringLiteral("localhost"));
        chat_->form()->setNick(QStringLiteral("Robin"));
        chat_->form()->setRoom(QStringLiteral("lobby"));
        chat_->enter();
        script_.link()->accept();
    }

    void cleanup() {
        attention_.reset();
        chat_.reset();
    }

    void tellsAsOneWants_data() {
        QTest::addColumn<int>("notify");
        QTest::addColumn<bool>("quiet");
        QTest::addColumn<bool>("muted");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("told");
        const QString forAll = QStringLiteral("hello all");
        const QString forUs = QStringLiteral("hello @robin!");
        QTest::newRow("personal: a mention")
            << int(Preferences::NotifyPersonal) << false << false << forUs << true;
        QTest::newRow("personal: another")
            << int(Preferences::NotifyPersonal) << false << false << forAll << false;
        QTest::newRow("everything") << int(Preferences::NotifyEverything) << false << false << forAll << true;
        QTest::newRow("nothing") << int(Preferences::NotifyNothing) << false << false << forUs << false;
        QTest::newRow("do not disturb")
            << int(Preferences::NotifyEverything) << true << false << forUs << false;
        QTest::newRow("muted") << int(Preferences::NotifyEverything) << false << true << forUs << false;
    }

    void tellsAsOneWants() {
        QFETCH(const int, notify);
        QFETCH(const bool, quiet);
        QFETCH(const bool, muted);
        QFETCH(const QString, text);
        QFETCH(const bool, told);
        preferences().setNotify(static_cast<Preferences::Notify>(notify));
        preferences().setDoNotDisturb(quiet);
        chat_->room()->setMuted(muted);
        hear(text);
        QCOMPARE(notifier_->shown.size(), told ? 1 : 0);
        if (!told)
            return;
        const Notification& shown = notifier_->shown.first();
        QCOMPARE(shown.key, lobby());
        QCOMPARE(shown.title, QStringLiteral("Ada in #lobby"));
        QCOMPARE(shown.body, text);
        QVERIFY(!shown.sound);
    }

    void whoLooksIsNotTold() {
        preferences().setNotify(Preferences::NotifyEverything);
        chat_->setWatching(true);
        hear(QStringLiteral("hello"));
        QVERIFY(notifier_->shown.isEmpty());
        chat_->setWatching(false);
        hear(QStringLiteral("and now"));
        QCOMPARE(notifier_->shown.size(), 1);
    }

    void ofSoundsThereAreFew() {
        preferences().setNotify(Preferences::NotifyEverything);
        preferences().setSounds(true);
        for (int i = 0; i < 10; ++i)
            hear(QString::number(i));
        QCOMPARE(notifier_->shown.size(), 10);
        QVERIFY(notifier_->shown.first().sound);
        QVERIFY(!notifier_->shown.at(1).sound);
    }

    void longTextsAreCut() {
        preferences().setNotify(Preferences::NotifyEverything);
        hear(QStringLiteral("a line\n\nand ") + QString(3'000, u'x'));
        const QString body = notifier_->shown.first().body;
        QVERIFY(body.startsWith(QStringLiteral("a line and x")));
        QVERIFY(body.endsWith(u'…'));
        QVERIFY(body.size() <= 240);
    }

    void whatWasSeenIsTakenAway() {
        chat_->setWatching(true);
        QCOMPARE(notifier_->withdrawn, QStringList{lobby()});
    }

    void followingOneShowsItsRoom() {
        const QString first = lobby();
        QVERIFY(chat_->join(QStringLiteral("attic")).isEmpty());
        QVERIFY(lobby() != first);
        QSignalSpy wanted(attention_.get(), &Attention::wanted);
        Q_EMIT notifier_->activated(first, QStringLiteral("token"));
        QCOMPARE(lobby(), first);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.first().first().toString(), QStringLiteral("token"));
    }
};

} // namespace chinwag::test

QTEST_MAIN(chinwag::test::AttentionTest)
#include "tst_attention.moc"
