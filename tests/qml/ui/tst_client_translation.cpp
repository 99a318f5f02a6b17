// The German client: that its file is complete, and that what a person sees is German.
#include "ClientUiCase.h"
#include "models/Translation.h"
#include "support/TranslationFile.h"

#include <QAccessible>
#include <QFile>
#include <QLocale>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

namespace chinwag::test {

namespace {

QString translationFile(const QString& language) {
    return QStringLiteral(CHINWAG_CLIENT_SOURCE "/i18n/chinwag_%1.ts").arg(language);
}

QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// English texts that are other words in German, and that no German text happens to be.
QStringList englishOnly() {
    QStringList english;
    QStringList german;
    const auto entries = readTranslation(translationFile(QStringLiteral("de")));
    for (const Translated& each : entries) {
        english << each.source;
        german << each.texts;
    }
    english.removeIf([&](const QString& text) { return german.contains(text); });
    return english;
}

} // namespace

class ClientTranslationTest : public ClientUiCase {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
        QVERIFY(models::loadTranslation(german_));
        QVERIFY(QCoreApplication::installTranslator(&german_));
        english_ = englishOnly();
        QVERIFY(english_.size() > 100);
    }

    void theFileHasAllThatTheSourcesSay_data() {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QStringList>("options");
        QTest::newRow("German") << QStringLiteral("de") << QStringList();
        QTest::newRow("English") << QStringLiteral("en") << QStringList{QStringLiteral("-pluralonly")};
    }

    void theFileHasAllThatTheSourcesSay() {
        QFETCH(const QString, language);
        QFETCH(const QStringList, options);
        const QTemporaryDir home;
        const QString copy = home.filePath(QStringLiteral("chinwag_%1.ts").arg(language));
        QVERIFY(QFile::copy(translationFile(language), copy));
        QProcess lupdate;
        lupdate.setProcessChannelMode(QProcess::MergedChannels);
        lupdate.start(QStringLiteral(CHINWAG_LUPDATE),
                      QStringList{QStringLiteral(CHINWAG_CLIENT_SOURCE), QStringLiteral("-locations"),
                                  QStringLiteral("none"), QStringLiteral("-no-obsolete"),
                                  QStringLiteral("-ts"), copy} +
                          options);
        QVERIFY2(lupdate.waitForFinished(), qPrintable(lupdate.errorString()));
        QCOMPARE(lupdate.exitCode(), 0);
        // client-qml/models/CMakeLists.txt tells how to bring it up to date.
        QVERIFY2(contentOf(copy) == contentOf(translationFile(language)), lupdate.readAll().constData());
    }

    void everyEntryIsFinishedAndHasItsPlaces_data() { theFileHasAllThatTheSourcesSay_data(); }

    void everyEntryIsFinishedAndHasItsPlaces() {
        QFETCH(const QString, language);
        const auto entries = readTranslation(translationFile(language));
        QVERIFY(!entries.isEmpty());
        for (const Translated& entry : entries) {
            const QByteArray which = (entry.context + QStringLiteral(": ") + entry.source).toUtf8();
            QVERIFY2(entry.isFinished, which.constData());
            QVERIFY2(entry.texts.size() == (entry.isNumerus ? 2 : 1), which.constData());
            for (const QString& text : entry.texts) {
                QVERIFY2(!text.isEmpty(), which.constData());
                QVERIFY2(placesOf(text) == placesOf(entry.source), which.constData());
                QVERIFY2(text.endsWith(u'…') == entry.source.endsWith(u'…'), which.constData());
            }
        }
    }

    void theFormIsGerman() {
        QVERIFY(ui_->show({360, 640}));
        ui_->enter(QStringLiteral("ftp://x"), QString(), QStringLiteral("a b"));
        check();
    }

    void theChatIsGerman() {
        QVERIFY(join({360, 640}));
        script_->link()->hear(
            ScriptedLink::said(QStringLiteral("Ada"), QStringLiteral("hallo"), QStringLiteral("m1")));
        script_->link()->showTyping(QStringLiteral("Ada"));
        script_->link()->showPeople({QStringLiteral("Ada"), QStringLiteral("Robin")});
        ui_->room().reply(QStringLiteral("m1"));
        check();
        QVERIFY(ui_->click(QStringLiteral("menuButton")));
        QVERIFY(eventually([this] { return ui_->find(QStringLiteral("leaveItem")); }));
        check();
        ui_->key(Qt::Key_Escape);
        script_->link()->refuse(kicked());
        check();
    }

private:
    // What is shown, and what is said to who cannot see it.
    void check() {
        QVERIFY(ui_->layOut());
        QStringList left;
        QList<QQuickItem*> all;
        collect(
            ui_->window().contentItem(), [](QQuickItem*) { return true; }, all);
        QVERIFY(all.size() > 10);
        for (QQuickItem* const item : std::as_const(all)) {
            QStringList texts{item->property("text").toString(),
                              item->property("placeholderText").toString()};
            if (QAccessibleInterface* const accessible = QAccessible::queryAccessibleInterface(item))
                texts << accessible->text(QAccessible::Name);
            for (const QString& text : std::as_const(texts)) {
                if (english_.contains(text))
                    left << text;
            }
        }
        QVERIFY2(left.isEmpty(), qPrintable(left.join(u'\n')));
    }

    QTranslator german_;
    QStringList english_;
};

} // namespace chinwag::test

QTEST_MAIN(chinwag::test::ClientTranslationTest)
#include "tst_client_translation.moc"
