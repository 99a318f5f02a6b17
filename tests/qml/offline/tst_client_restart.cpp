// What becomes of the outbox and of what was said when the program ends and is started again, on a link that
// does what the test says and on real files.
#include "offline/SqliteStore.h"
#include "support/ScriptedLink.h"
#include "support/Wait.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace chinwag;
using offline::SqliteStore;
using sdk::Client;
using sdk::Kept;
using sdk::MessageState;
using test::eventually;
using test::ScriptedLink;

namespace {

const QString& lobby() {
    static const QString room = QStringLiteral("chat:lobby");
    return room;
}

// The client reads of a token whom it names, and verifies nothing.
QString tokenOf(const QString& user) {
    const auto part = [](const QJsonObject& object) {
        return QString::fromLatin1(
            QJsonDocument(object)
                .toJson(QJsonDocument::Compact)
                .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
    };
    return part({{QStringLiteral("alg"), QStringLiteral("HS256")}}) + u'.' +
           part({{QStringLiteral("sub"), user}}) + QStringLiteral(".x");
}

// A run of the program.
struct Run {
    explicit Run(const QString& folder, const QString& user = {}) : store(folder) {
        const sdk::Backoff::Span hour{std::chrono::hours(1), std::chrono::hours(1), std::chrono::hours(1)};
        client = std::make_unique<Client>(script.maker(), sdk::Backoff(hour, [] { return 0.5; }));
        client->setOfflineStore(&store);
        QObject::connect(client.get(), &Client::restored, client.get(),
                         [this](const Kept& what) { kept = what; });
        client->connectTo({QUrl(QStringLiteral("ws://localhost:8000")), QStringLiteral("Robin"),
                           user.isEmpty() ? QString() : tokenOf(user)},
                          {lobby()});
    }

    ScriptedLink& link() { return *script.link(); }
    bool handsOver(qsizetype count) {
        return eventually([=, this] { return link().said().size() == count; });
    }

    test::LinkScript script;
    SqliteStore store;
    std::unique_ptr<Client> client;
    Kept kept;
};

} // namespace

class ClientRestartTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> home_;

    QString folder() const { return home_->path(); }

private Q_SLOTS:
    void init() { home_ = std::make_unique<QTemporaryDir>(); }

    void whatWasNeverSentIsSentOnce() {
        QString clientId;
        {
            Run first(folder());
            first.client->publish(lobby(), QStringLiteral("one"), QStringLiteral("m7"));
            first.client->publish(lobby(), QStringLiteral("two"));
        }
        {
            Run second(folder());
            QCOMPARE(second.kept.outbox.size(), 2);
            QVERIFY(second.client->hasUnsent());
            second.link().accept(false); // nothing has been sent that could be in doubt
            QVERIFY(second.handsOver(2));
            QCOMPARE(second.link().said().at(0).text, QStringLiteral("one"));
            QCOMPARE(second.link().said().at(0).replyTo, QStringLiteral("m7"));
            QCOMPARE(second.link().said().at(0).id, second.kept.outbox.at(0).item.id);
            second.link().echo(0);
            second.link().echo(1);
            QVERIFY(!second.client->hasUnsent());
        }
        Run third(folder());
        QVERIFY(third.kept.outbox.isEmpty());
    }

    void whatIsInDoubt_data() {
        QTest::addColumn<QString>("user");
        QTest::addColumn<bool>("complete");
        QTest::addColumn<bool>("again"); // by itself
        QTest::newRow("all is known") << QString() << true << true;
        QTest::newRow("not all is known, of somebody anonymous") << QString() << false << false;
        QTest::newRow("not all is known, of a user") << QStringLiteral("robin") << false << true;
    }

    void whatIsInDoubt() {
        QFETCH(const QString, user);
        QFETCH(const bool, complete);
        QFETCH(const bool, again);
        QString clientId;
        {
            Run first(folder(), user);
            first.link().accept();
            first.client->publish(lobby(), QStringLiteral("did it arrive?"));
            QVERIFY(first.handsOver(1));
            clientId = first.link().said().first().clientId;
        }
        Run second(folder(), user);
        QSignalSpy changed(second.client.get(), &Client::messageChanged);
        second.link().accept(complete);
        if (again) {
            QVERIFY(second.handsOver(1));
            QCOMPARE(second.link().said().first().clientId, clientId);
            return;
        }
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.first().at(1).value<MessageState>(), MessageState::Failed);
        QVERIFY(second.link().said().isEmpty());
        // A person may want it after all, under the same name.
        QVERIFY(second.client->resend(changed.first().at(0).toULongLong()));
        QVERIFY(second.handsOver(1));
        QCOMPARE(second.link().said().first().clientId, clientId);
    }

    void whatHasArrivedIsNotSentAgain() {
        QString clientId;
        {
            Run first(folder());
            first.link().accept();
            first.client->publish(lobby(), QStringLiteral("it did"));
            QVERIFY(first.handsOver(1));
            clientId = first.link().said().first().clientId;
        }
        Run second(folder());
        QSignalSpy received(second.client.get(), &Client::received);
        auto told =
            ScriptedLink::said(QStringLiteral("Robin"), QStringLiteral("it did"), QStringLiteral("m1"));
        told.clientId = clientId;
        second.link().hear(told);
        second.link().accept();
        QCOMPARE(received.size(), 1);
        const auto publication = received.first().at(1).value<sdk::Publication>();
        QVERIFY(publication.own);
        QVERIFY(publication.ownId != 0);
        QVERIFY(!second.client->hasUnsent());
    }

    // The server forgets after five minutes what a user has called their messages.
    void whatIsOldIsForAPersonToSay() {
        const QString user = QStringLiteral("robin");
        {
            Run first(folder(), user);
            sdk::KeptOutgoing old;
            old.item = {0, lobby(), QStringLiteral("old"), QStringLiteral("dev-1"), {}};
            old.writtenAt = old.sentAt = QDateTime::currentDateTime().addSecs(-6 * 60);
            first.store.put(old);
        }
        {
            Run second(folder(), user);
            second.link().accept(false);
            QVERIFY(second.client->hasUnsent());
            QVERIFY(second.link().said().isEmpty());
        }
        Run third(folder(), user);
        QVERIFY(third.kept.outbox.first().failed);
    }

    void whatWasRefusedOrGivenUpStaysSo() {
        {
            Run first(folder());
            first.link().accept();
            first.client->publish(lobby(), QStringLiteral("rude"));
            const quint64 unwanted = first.client->publish(lobby(), QStringLiteral("never mind"));
            QVERIFY(first.handsOver(2));
            first.link().refuseMessage(0, QStringLiteral("be nice"));
            first.client->discard(unwanted);
        }
        Run second(folder());
        QCOMPARE(second.kept.outbox.size(), 1);
        QVERIFY(second.kept.outbox.first().failed);
        second.link().accept();
        QVERIFY(second.client->hasUnsent());
        QVERIFY(second.link().said().isEmpty());
    }

    void whatWasSaidIsThereBeforeTheConnectionIs() {
        {
            Run first(folder());
            sdk::Resume standing;
            standing.known = true;
            standing.offset = 2;
            standing.epoch = QStringLiteral("e");
            first.link().setResume(standing);
            first.link().hear(
                ScriptedLink::said(QStringLiteral("Ada"), QStringLiteral("hi"), QStringLiteral("m1")));
            first.link().accept();
            sdk::Page page;
            page.latest = true;
            page.messages = {
                ScriptedLink::said(QStringLiteral("Ada"), QStringLiteral("there"), QStringLiteral("m2"))};
            first.link().give(page);
            page.latest = false;
            page.messages = {
                ScriptedLink::said(QStringLiteral("Ada"), QStringLiteral("old"), QStringLiteral("m0"))};
            first.link().give(page);
        }
        Run second(folder());
        QCOMPARE(second.kept.rooms.size(), 1);
        QCOMPARE(second.kept.rooms.first().messages.size(), 2);
        QCOMPARE(second.kept.rooms.first().messages.last().text, QStringLiteral("there"));
        QVERIFY(second.link().resumed().known);
        QVERIFY(second.link().resumed().restored);
        QCOMPARE(second.link().resumed().offset, 2);
        // It was there before, so a first attempt that fails is repeated.
        second.link().refuse(test::lost());
        QCOMPARE(second.client->state(), Client::State::Waiting);
    }

    void leavingKeepsItForTheNextTime() {
        Run run(folder());
        run.client->publish(lobby(), QStringLiteral("later"));
        run.client->leave();
        QVERIFY(!run.client->hasUnsent());
        run.client->connectTo({QUrl(QStringLiteral("ws://localhost:8000")), QStringLiteral("Robin")},
                              {lobby()});
        QCOMPARE(run.kept.outbox.size(), 1);
        run.link().accept();
        QVERIFY(run.handsOver(1));
    }

    void aRoomThatOneLeavesIsForgotten() {
        {
            Run first(folder());
            first.link().hear(
                ScriptedLink::said(QStringLiteral("Ada"), QStringLiteral("hi"), QStringLiteral("m1")));
            first.client->publish(lobby(), QStringLiteral("bye"));
            first.client->exit(lobby());
        }
        Run second(folder());
        QVERIFY(second.kept.rooms.isEmpty());
        QVERIFY(second.kept.outbox.isEmpty());
    }

    void withoutAStoreNothingIsKept() {
        {
            Run first(folder());
            first.client->setOfflineStore(nullptr);
            first.client->publish(lobby(), QStringLiteral("one"));
        }
        Run second(folder());
        QVERIFY(second.kept.outbox.isEmpty());
    }

    void whatWaitsIsKeptFromTheMomentThatItMayBe() {
        {
            Run first(folder());
            first.client->setOfflineStore(nullptr);
            first.client->publish(lobby(), QStringLiteral("one"));
            first.client->setOfflineStore(&first.store);
        }
        Run second(folder());
        QCOMPARE(second.kept.outbox.size(), 1);
    }
};

QTEST_GUILESS_MAIN(ClientRestartTest)
#include "tst_client_restart.moc"
