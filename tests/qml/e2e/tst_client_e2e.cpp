// The client as a person uses it, in a room with somebody on a raw socket.
#include "sdk/CentrifugeLink.h"
#include "support/Certificate.h"
#include "support/MessageGuard.h"
#include "support/OperatorApi.h"
#include "support/ServerProcess.h"
#include "support/SigningKey.h"
#include "support/Ui.h"
#include "support/Wait.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <string>

namespace chinwag::test {

using models::ChatController;
using models::TimelineModel;

namespace {

constexpr std::string_view room = "/ws/chat?room=hall-4&nick=Ada";

sdk::Client::LinkMaker links() {
    return [] { return std::make_unique<sdk::CentrifugeLink>(); };
}

// It comes back by itself at once, or not within a test.
sdk::Backoff waiting(std::chrono::milliseconds time) {
    return {sdk::Backoff::Span{time, time, time}, [] { return 0.0; }};
}

QString addressOf(const ServerProcess& server) {
    return QStringLiteral("127.0.0.1:%1").arg(server.port());
}

constexpr const char* password = "correct horse battery";

// True when there was somebody, and all are gone.
bool kickEverybody(const OperatorApi& api) {
    const auto items = api.get("/admin/api/connections").body[QStringLiteral("items")].toArray();
    for (const auto& item : items) {
        const std::string id = item[QStringLiteral("id")].toString().toStdString();
        const QJsonObject reason{{QStringLiteral("reason"), QStringLiteral("be nice")}};
        if (api.post("/admin/api/connections/" + id + "/kick", reason).answer.status != 200)
            return false;
    }
    return !items.isEmpty();
}

} // namespace

class ClientE2eTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void twoHearEachOther();
    void comesBackAfterARestart();
    void whatIsWrittenMeanwhileArrivesOnce();
    void readsThePastOfTheRoom();
    void messagesAreAnsweredChangedAndTakenBack();
    void aKickSaysWhyAndOffersToComeBack();
    void aCertificateThatNobodySignedIsRefused();
    void aFullServerSaysSo();
    void aServerThatWantsATokenSaysSo();
    void aStoppedServerIsNamedOnTheForm();

private:
    bool enterByKeyboard(const QString& address) const;
    bool waitFor(ChatController::Link link) const;
    bool waitHeard(const QString& text) const;
    bool waitDelivered(const QString& text) const;
    QString newest(int role) const;

    std::unique_ptr<MessageGuard> guard_;
    std::unique_ptr<ServerProcess> server_;
    std::unique_ptr<Ui> ui_;
};

void ClientE2eTest::init() {
    guard_ = std::make_unique<MessageGuard>();
    server_ = std::make_unique<ServerProcess>();
    ui_ = std::make_unique<Ui>(links(), waiting(std::chrono::milliseconds(20)));
}

void ClientE2eTest::cleanup() {
    ui_.reset();
    server_.reset();
    const QStringList complaints = MessageGuard::take();
    QVERIFY2(complaints.isEmpty(), qPrintable(complaints.join(u'\n')));
    guard_.reset();
}

bool ClientE2eTest::enterByKeyboard(const QString& address) const {
    if (!ui_->show())
        return false;
    ui_->type(address);
    ui_->key(Qt::Key_Tab);
    ui_->type(QStringLiteral("Robin"));
    ui_->key(Qt::Key_Tab);
    ui_->type(QStringLiteral("hall-4"));
    ui_->key(Qt::Key_Return);
    return true;
}

bool ClientE2eTest::waitFor(ChatController::Link link) const {
    return eventually([this, link] { return ui_->chat().link() == link; });
}

QString ClientE2eTest::newest(int role) const {
    const TimelineModel& timeline = *ui_->room().timeline();
    return timeline.count() == 0 ? QString() : timeline.data(timeline.index(0), role).toString();
}

bool ClientE2eTest::waitHeard(const QString& text) const {
    return eventually([&] { return newest(TimelineModel::TextRole) == text; });
}

bool ClientE2eTest::waitDelivered(const QString& text) const {
    return waitHeard(text) && eventually([&] { return !ui_->chat().hasUnsent(); });
}

void ClientE2eTest::twoHearEachOther() {
    QVERIFY(server_->start());
    auto ada = server_->chatter(room);
    QVERIFY(enterByKeyboard(addressOf(*server_)));
    QVERIFY(waitFor(ChatController::Online));
    QVERIFY(ui_->find(QStringLiteral("messageInput")));

    ui_->type(QStringLiteral("Hello: is it you?"));
    ui_->key(Qt::Key_Return);
    QVERIFY(waitDelivered(QStringLiteral("Hello: is it you?")));
    QCOMPARE(ada.nextMessage(), textEvent("Robin: Hello: is it you?"));

    QVERIFY(ada.send(text("Ada: \xF0\x9F\x91\x8D yes")));
    QVERIFY(waitHeard(QStringLiteral("👍 yes")));
    QCOMPARE(newest(TimelineModel::NickRole), QStringLiteral("Ada"));

    // By the button, and with several lines.
    ui_->type(QStringLiteral("one"));
    ui_->key(Qt::Key_Return, Qt::ShiftModifier);
    ui_->type(QStringLiteral("two"));
    QVERIFY(ui_->click(QStringLiteral("sendButton")));
    QVERIFY(waitDelivered(QStringLiteral("one\ntwo")));
    QCOMPARE(ada.nextMessage(), textEvent("Ada: \xF0\x9F\x91\x8D yes"));
    QCOMPARE(ada.nextMessage(), textEvent("Robin: one\ntwo"));
}

void ClientE2eTest::comesBackAfterARestart() {
    QVERIFY(server_->start());
    QVERIFY(enterByKeyboard(addressOf(*server_)));
    QVERIFY(waitFor(ChatController::Online));
    ui_->type(QStringLiteral("before"));
    ui_->key(Qt::Key_Return);
    QVERIFY(waitDelivered(QStringLiteral("before")));
    server_->kill();
    QVERIFY(eventually([this] { return ui_->find(QStringLiteral("banner")) != nullptr; }));
    QVERIFY(server_->restart());
    QVERIFY(waitFor(ChatController::Online));
    QVERIFY(!ui_->find(QStringLiteral("banner")));
    // The server has kept what was said, so nothing is missing here, and nothing stands twice.
    QCOMPARE(newest(TimelineModel::TextRole), QStringLiteral("before"));
    QCOMPARE(ui_->room().timeline()->count(), 1);
    auto ada = server_->chatter(room);
    QVERIFY(ada.send(text("Ada: welcome back")));
    QVERIFY(waitHeard(QStringLiteral("welcome back")));
}

void ClientE2eTest::whatIsWrittenMeanwhileArrivesOnce() {
    // The next attempt is made by hand, so that Ada is there before.
    ui_ = std::make_unique<Ui>(links(), waiting(std::chrono::hours(1)));
    QVERIFY(server_->start());
    QVERIFY(enterByKeyboard(addressOf(*server_)));
    QVERIFY(waitFor(ChatController::Online));
    server_->kill();
    QVERIFY(waitFor(ChatController::Waiting));
    ui_->type(QStringLiteral("first"));
    ui_->key(Qt::Key_Return);
    ui_->type(QStringLiteral("second"));
    ui_->key(Qt::Key_Return);
    QVERIFY(ui_->chat().hasUnsent());

    QVERIFY(server_->restart());
    auto ada = server_->chatter(room);
    QVERIFY(ui_->click(QStringLiteral("bannerRetry")));
    QVERIFY(waitFor(ChatController::Online));
    QVERIFY(waitDelivered(QStringLiteral("second")));
    ui_->key(Qt::Key_Return); // nothing is left to be sent
    ui_->type(QStringLiteral("end"));
    ui_->key(Qt::Key_Return);
    QVERIFY(waitDelivered(QStringLiteral("end")));
    for (const char* const expected : {"Robin: first", "Robin: second", "Robin: end"})
        QCOMPARE(ada.nextMessage(), textEvent(expected));
}

void ClientE2eTest::readsThePastOfTheRoom() {
    QVERIFY(server_->start());
    auto ada = server_->chatter(room);
    for (int i = 0; i < 120; ++i)
        QVERIFY(ada.send(text("Ada: line " + std::to_string(i))));
    for (int i = 0; i < 120; ++i)
        QCOMPARE(ada.nextMessage(), textEvent("Ada: line " + std::to_string(i)));
    QVERIFY(enterByKeyboard(addressOf(*server_)));
    QVERIFY(waitFor(ChatController::Online));
    QCOMPARE(newest(TimelineModel::TextRole), QStringLiteral("line 119"));
    QVERIFY(ui_->room().hasOlder());
    QQuickItem* const timeline = ui_->find(QStringLiteral("timeline"));
    timeline->forceActiveFocus();
    QVERIFY(eventually([this] {
        ui_->key(Qt::Key_Home);
        return ui_->room().timeline()->count() == 120;
    }));
    QVERIFY(!ui_->room().hasOlder());
    const TimelineModel& lines = *ui_->room().timeline();
    QCOMPARE(lines.data(lines.index(119), TimelineModel::TextRole).toString(), QStringLiteral("line 0"));
    QVERIFY(eventually([this] { return ui_->room().people().contains(QStringLiteral("Robin")); }));
}

void ClientE2eTest::messagesAreAnsweredChangedAndTakenBack() {
    QVERIFY(server_->start());
    auto ada = server_->chatter(room);
    QVERIFY(enterByKeyboard(addressOf(*server_)));
    QVERIFY(waitFor(ChatController::Online));
    QVERIFY(ada.send(text("Ada: shall we?")));
    QVERIFY(waitHeard(QStringLiteral("shall we?")));
    models::Room& chat = ui_->room();
    chat.reply(newest(TimelineModel::ServerIdRole));
    ui_->type(QStringLiteral("yse"));
    ui_->key(Qt::Key_Return);
    QVERIFY(waitDelivered(QStringLiteral("yse")));
    QCOMPARE(newest(TimelineModel::ReplyTextRole), QStringLiteral("shall we?"));

    ui_->key(Qt::Key_Up);
    ui_->key(Qt::Key_A, Qt::ControlModifier);
    ui_->type(QStringLiteral("yes"));
    ui_->key(Qt::Key_Return);
    QVERIFY(waitHeard(QStringLiteral("yes")));
    QCOMPARE(newest(TimelineModel::EditedRole), QStringLiteral("true"));
    chat.redact(newest(TimelineModel::ServerIdRole));
    QVERIFY(eventually([this] { return newest(TimelineModel::RedactedRole) == QLatin1String("true"); }));
    QCOMPARE(chat.timeline()->count(), 2);

    // Ada's is not ours to change, and can be reported.
    const TimelineModel& timeline = *chat.timeline();
    const QString hers = timeline.data(timeline.index(1), TimelineModel::ServerIdRole).toString();
    chat.redact(hers);
    QVERIFY(eventually([&] { return timeline.count() == 3; }));
    QVERIFY(newest(TimelineModel::TextRole).contains(QLatin1String("could not be taken back")));
    chat.report(hers, QStringLiteral("rude"));
    QVERIFY(eventually([&] { return timeline.count() == 4; }));
    QVERIFY2(newest(TimelineModel::TextRole).contains(QLatin1String("was reported")),
             qPrintable(newest(TimelineModel::TextRole)));
}

void ClientE2eTest::aKickSaysWhyAndOffersToComeBack() {
    QTemporaryDir data;
    QVERIFY(data.isValid());
    QCOMPARE(
        runAdmin(data.path(), QStringLiteral("add"), QStringLiteral("olga"), QByteArray(password) + '\n'), 0);
    ServerProcess::Options options;
    options.arguments = {QStringLiteral("--data-dir"), data.path()};
    QVERIFY(server_->start(options));
    QVERIFY(enterByKeyboard(addressOf(*server_)));
    QVERIFY(waitFor(ChatController::Online));
    OperatorApi api(*server_);
    QCOMPARE(api.logIn("olga", password).answer.status, 200);
    QVERIFY(kickEverybody(api));

    QVERIFY(waitFor(ChatController::Offline));
    QVERIFY(ui_->chat().isKicked());
    QVERIFY2(ui_->chat().fault().contains(QLatin1String("be nice")), qPrintable(ui_->chat().fault()));
    QVERIFY(ui_->find(QStringLiteral("bannerLeave")));
    QVERIFY(ui_->click(QStringLiteral("bannerRetry")));
    QVERIFY(waitFor(ChatController::Online));
    QVERIFY(!ui_->chat().isKicked());
}

void ClientE2eTest::aCertificateThatNobodySignedIsRefused() {
    const Certificate certificate;
    QVERIFY(certificate.isValid());
    ServerProcess::Options options;
    options.settings = {{QStringLiteral("server.tls_certificate"), certificate.certificatePath()},
                        {QStringLiteral("server.tls_key"), certificate.keyPath()}};
    options.listen = {QStringLiteral("https://127.0.0.1:0")};
    QVERIFY(server_->start(options));
    QVERIFY(enterByKeyboard(QStringLiteral("https://") + addressOf(*server_)));
    QVERIFY(eventually([this] { return !ui_->chat().fault().isEmpty(); }));
    QVERIFY2(ui_->chat().fault().contains(QLatin1String("encrypted")), qPrintable(ui_->chat().fault()));
    QVERIFY(!ui_->chat().isInChat());
    QVERIFY(ui_->find(QStringLiteral("connectFault")));
}

void ClientE2eTest::aFullServerSaysSo() {
    ServerProcess::Options options;
    options.settings = {{QStringLiteral("server.max_connections_per_ip"), QStringLiteral("1")}};
    QVERIFY(server_->start(options));
    auto ada = server_->chatter(room);
    QVERIFY(enterByKeyboard(addressOf(*server_)));
    QVERIFY(eventually([this] { return !ui_->chat().fault().isEmpty(); }));
    QVERIFY2(ui_->chat().fault().contains(QLatin1String("too many connections")),
             qPrintable(ui_->chat().fault()));
    QVERIFY(ui_->find(QStringLiteral("connectFault")));
}

void ClientE2eTest::aServerThatWantsATokenSaysSo() {
    ServerProcess::Options options;
    options.settings = {{QStringLiteral("auth.mode"), QStringLiteral("token")},
                        {QStringLiteral("auth.hmac_secret"), QString(64, u'k')}};
    QVERIFY(server_->start(options));
    QVERIFY(enterByKeyboard(addressOf(*server_)));
    QVERIFY(eventually([this] { return !ui_->chat().fault().isEmpty(); }));
    QVERIFY2(ui_->chat().fault().contains(QLatin1String("token")), qPrintable(ui_->chat().fault()));
    QVERIFY(ui_->click(QStringLiteral("tokenButton")));
    ui_->type(QStringLiteral("a.b.c"));
    ui_->key(Qt::Key_Return);
    QVERIFY(waitFor(ChatController::Offline));
    QVERIFY2(ui_->chat().fault().contains(QLatin1String("token")), qPrintable(ui_->chat().fault()));

    const auto token = makeToken(SigningKey::secret(std::string(64, 'k')), "HS256",
                                 "{\"sub\":\"robin\",\"info\":{\"nick\":\"Robin\"}}");
    ui_->chat().form()->setToken(QString::fromStdString(token));
    ui_->key(Qt::Key_Return);
    QVERIFY(waitFor(ChatController::Online));
}

void ClientE2eTest::aStoppedServerIsNamedOnTheForm() {
    QVERIFY(server_->start());
    server_->kill();
    QVERIFY(enterByKeyboard(addressOf(*server_)));
    QVERIFY(eventually([this] { return !ui_->chat().fault().isEmpty(); }));
    QVERIFY2(ui_->chat().fault().contains(QLatin1String("No server answers at 127.0.0.1")),
             qPrintable(ui_->chat().fault()));
    // The same key tries again.
    QVERIFY(server_->restart());
    ui_->key(Qt::Key_Return);
    QVERIFY(waitFor(ChatController::Online));
}

} // namespace chinwag::test

QTEST_MAIN(chinwag::test::ClientE2eTest)
#include "tst_client_e2e.moc"
