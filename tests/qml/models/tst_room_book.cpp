#include "models/RoomBook.h"

#include <QTemporaryDir>
#include <QTest>

using chinwag::models::Preferences;
using chinwag::models::RoomBook;
using chinwag::models::RoomNote;

namespace {

const QUrl here(QStringLiteral("wss://chat.example.org/a b"));
const QUrl elsewhere(QStringLiteral("ws://localhost:8000"));
const QString lobby = QStringLiteral("chat:lobby");
const QString attic = QStringLiteral("chat:attic");

} // namespace

class RoomBookTest : public QObject {
    Q_OBJECT

    QTemporaryDir directory_;

    std::unique_ptr<Preferences> preferences(const QString& name) const {
        return std::make_unique<Preferences>(
            std::make_unique<QSettings>(directory_.filePath(name), QSettings::IniFormat));
    }

private Q_SLOTS:
    void outlivesTheProgramForEachServer() {
        const QString name = QStringLiteral("a.ini");
        {
            const auto kept = preferences(name);
            RoomBook book(*kept);
            book.open(here);
            book.keep({lobby, true, false, false});
            book.keep({attic, false, true, false});
            book.keep({QStringLiteral("chat:direct#ada,robin")});
            book.keep({QStringLiteral("chat:cellar"), false, false, true});
            book.open(elsewhere);
            QVERIFY(book.rooms().isEmpty());
            book.keep({attic});
        }
        const auto kept = preferences(name);
        RoomBook book(*kept);
        book.open(here);
        QCOMPARE(book.rooms(), QStringList({lobby, attic, QStringLiteral("chat:direct#ada,robin")}));
        QVERIFY(book.note(lobby).pinned);
        QVERIFY(!book.note(lobby).muted);
        QVERIFY(book.note(attic).muted);
        QVERIFY(book.note(QStringLiteral("chat:cellar")).left);
        book.keep({attic, false, true, true});
        QVERIFY(!book.rooms().contains(attic));
        book.open(elsewhere);
        QCOMPARE(book.rooms(), QStringList{attic});
        QCOMPARE(book.note(lobby), RoomNote{lobby});
    }

    void withoutSettingsItLastsAsLongAsTheProgram() {
        Preferences preferences(nullptr);
        RoomBook book(preferences);
        book.open(here);
        book.keep({lobby});
        book.open(elsewhere);
        book.open(here);
        QCOMPARE(book.rooms(), QStringList{lobby});
    }

    void takesAnyFile() {
        Preferences preferences(nullptr);
        RoomBook book(preferences);
        book.open(here);
        book.keep({lobby});
        const QString key =
            QStringLiteral("rooms/") + QString::fromLatin1(here.toEncoded().toPercentEncoding());
        QVERIFY(preferences.value(key).isValid());
        preferences.setValue(key, QStringList({QString(), QStringLiteral("nonsense"), QStringLiteral("p "),
                                               QStringLiteral("q? chat:attic")}));
        book.open(here);
        QCOMPARE(book.rooms(), QStringList{attic});
    }
};

QTEST_APPLESS_MAIN(RoomBookTest)
#include "tst_room_book.moc"
