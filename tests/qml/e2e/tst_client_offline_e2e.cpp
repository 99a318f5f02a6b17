// The client between two runs, against a real server: what can be read without it, and what is sent
// afterwards.
#include "models/ChatController.h"
#include "offline/SqliteStore.h"
#include "sdk/CentrifugeLink.h"
#include "support/ServerProcess.h"
#include "support/Wait.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <string>

namespace chinwag::test {

using models::ChatController;
using models::Preferences;
using models::TimelineModel;

namespace {

constexpr std::string_view room = "/ws/chat?room=hall-4&nick=Ada";

// A run of the program, without its window.
struct Run {
    Run(const QTemporaryDir& home, const ServerProcess& server)
        : store(home.filePath(QStringLiteral("offline"))) {
        const std::chrono::milliseconds soon(20);
        chat = std::make_unique<ChatController>(
            [] { return std::make_unique<sdk::CentrifugeLink>(); },
            std::make_unique<Preferences>(std::make_unique<QSettings>(
                home.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat)),
            sdk::Backoff(sdk::Backoff::Span{soon, soon, soon}, [] { return 0.0; }));
        chat->setOfflineStore(&store);
        chat->form()->setAddress(QStringLiteral("127.0.0.1:%1").arg(server.port()));
        chat->form()->setNick(QStringLiteral("Robin"));
        chat->form()->setRoom(QStringLiteral("hall-4"));
        chat->enter();
    }

    bool becomes(ChatController::Link link) const {
        return eventually([=, this] { return chat->link() == link; });
    }
    bool hasSentAll() const {
        return eventually([this] { return !chat->hasUnsent(); });
    }
    // Oldest first.
    QStringList texts() const {
        const TimelineModel& timeline = *chat->room()->timeline();
        QStringList out;
        for (int row = timeline.count() - 1; row >= 0; --row)
            out << timeline.data(timeline.index(row), TimelineModel::TextRole).toString();
        return out;
    }
    bool shows(const QStringList& wanted) const {
        return eventually([&] { return texts() == wanted; });
    }

    offline::SqliteStore store;
    std::unique_ptr<ChatController> chat;
};

} // namespace

class ClientOfflineE2eTest : public QObject {
    Q_OBJECT

    QTemporaryDir home_;

private Q_SLOTS:
    void theOutboxSurvivesARestartOfTheClient() {
        ServerProcess server;
        QVERIFY(server.start());
        {
            const Run first(home_, server);
            QVERIFY(first.becomes(ChatController::Online));
            QVERIFY(first.chat->room()->say(QStringLiteral("one")));
            QVERIFY(first.hasSentAll());
            server.kill();
            QVERIFY(first.becomes(ChatController::Waiting));
            QVERIFY(first.chat->room()->say(QStringLiteral("two")));
            QVERIFY(first.chat->room()->say(QStringLiteral("three")));
        }
        const Run second(home_, server);
        // There is no server, and all is to be read.
        QVERIFY(second.chat->isInChat());
        QCOMPARE(second.texts(),
                 QStringList({QStringLiteral("one"), QStringLiteral("two"), QStringLiteral("three")}));
        QVERIFY(second.becomes(ChatController::Waiting));
        QVERIFY(server.restart());
        QVERIFY(second.becomes(ChatController::Online));
        QVERIFY(second.hasSentAll());
        QCOMPARE(second.texts(),
                 QStringList({QStringLiteral("one"), QStringLiteral("two"), QStringLiteral("three")}));
        // Whoever comes later finds each of them once.
        QStringList found;
        QVERIFY(eventually([&] {
            // What was told may not be on the disk yet, from where the past is read.
            const QTemporaryDir elsewhere;
            const Run other(elsewhere, server);
            if (other.becomes(ChatController::Online))
                found = other.texts();
            return found.size() >= 3;
        }));
        QCOMPARE(found, QStringList({QStringLiteral("one"), QStringLiteral("two"), QStringLiteral("three")}));
    }

    void whatWasSaidMeanwhileIsCaughtUpWith() {
        const QTemporaryDir home;
        ServerProcess server;
        QVERIFY(server.start());
        auto ada = server.chatter(room);
        {
            const Run first(home, server);
            QVERIFY(first.becomes(ChatController::Online));
            QVERIFY(ada.send(text("Ada: before")));
            QVERIFY(first.shows({QStringLiteral("before")}));
        }
        QVERIFY(ada.send(text("Ada: meanwhile")));
        QCOMPARE(ada.nextMessage(), textEvent("Ada: before"));
        QCOMPARE(ada.nextMessage(), textEvent("Ada: meanwhile"));
        const Run second(home, server);
        QCOMPARE(second.texts(), QStringList{QStringLiteral("before")});
        QVERIFY(second.shows({QStringLiteral("before"), QStringLiteral("meanwhile")}));
        QVERIFY(second.becomes(ChatController::Online));
        QCOMPARE(second.chat->room()->unread(), 1);
    }

    // More than a server remembers for recovery is asked for in pages, and has no hole.
    void aLongAbsenceLeavesNoHole() {
        const QTemporaryDir home;
        ServerProcess server;
        QVERIFY(server.start());
        auto ada = server.chatter(room);
        {
            const Run first(home, server);
            QVERIFY(first.becomes(ChatController::Online));
            QVERIFY(ada.send(text("Ada: line 0")));
            QVERIFY(first.shows({QStringLiteral("line 0")}));
        }
        QStringList all{QStringLiteral("line 0")};
        QCOMPARE(ada.nextMessage(), textEvent("Ada: line 0"));
        for (int i = 1; i < 230; ++i) {
            QVERIFY(ada.send(text("Ada: line " + std::to_string(i))));
            QCOMPARE(ada.nextMessage(), textEvent("Ada: line " + std::to_string(i)));
            all << QStringLiteral("line %1").arg(i);
        }
        const Run second(home, server);
        QVERIFY(second.becomes(ChatController::Online));
        QVERIFY(eventually([&] {
            second.chat->room()->askOlder();
            return second.texts().size() >= all.size() && !second.chat->room()->hasOlder();
        }));
        QCOMPARE(second.texts(), all);
    }
};

} // namespace chinwag::test

QTEST_GUILESS_MAIN(chinwag::test::ClientOfflineE2eTest)
#include "tst_client_offline_e2e.moc"
