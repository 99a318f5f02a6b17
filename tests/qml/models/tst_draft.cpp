#include "models/Draft.h"

#include <QSignalSpy>
#include <QTest>

using chinwag::models::Draft;

class DraftTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anAnswerKeepsWhatIsWritten() {
        Draft draft;
        draft.setText(QStringLiteral("well"));
        draft.reply(QStringLiteral("m1"), QStringLiteral("Ada"), QStringLiteral("why?"));
        QCOMPARE(draft.purpose(), Draft::Reply);
        QCOMPARE(draft.text(), QStringLiteral("well"));
        QCOMPARE(draft.nick(), QStringLiteral("Ada"));
        draft.cancel();
        QCOMPARE(draft.purpose(), Draft::Message);
        QCOMPARE(draft.text(), QStringLiteral("well"));
        QVERIFY(draft.messageId().isEmpty());
    }

    void aChangePutsAsideWhatIsWritten() {
        Draft draft;
        draft.setText(QStringLiteral("half a sen"));
        draft.edit(QStringLiteral("m1"), QStringLiteral("old"), QStringLiteral("old"));
        QCOMPARE(draft.text(), QStringLiteral("old"));
        // Another one instead of it.
        draft.edit(QStringLiteral("m2"), QStringLiteral("older"), QStringLiteral("older"));
        QCOMPARE(draft.messageId(), QStringLiteral("m2"));
        draft.setText(QStringLiteral("newer"));
        QSignalSpy changed(&draft, &Draft::purposeChanged);
        draft.finish();
        QCOMPARE(changed.size(), 1);
        QCOMPARE(draft.text(), QStringLiteral("half a sen"));
        QCOMPARE(draft.purpose(), Draft::Message);
    }

    void whatWasSentIsGone() {
        Draft draft;
        draft.setText(QStringLiteral("hello"));
        draft.reply(QStringLiteral("m1"), {}, {});
        draft.finish();
        QCOMPARE(draft.purpose(), Draft::Message);
        QVERIFY(draft.text().isEmpty());
    }

    void anotherRoomHasAnother() {
        Draft draft;
        draft.setText(QStringLiteral("here"));
        draft.edit(QStringLiteral("m1"), {}, QStringLiteral("old"));
        draft.reset(QStringLiteral("there"));
        QCOMPARE(draft.purpose(), Draft::Message);
        QCOMPARE(draft.text(), QStringLiteral("there"));
        draft.cancel();
        QCOMPARE(draft.text(), QStringLiteral("there"));
    }
};

QTEST_APPLESS_MAIN(DraftTest)
#include "tst_draft.moc"
