#include "Program.h"

#include "demo/DemoLink.h"
#include "desktop/BusNotifier.h"
#include "desktop/DesktopTokens.h"
#include "desktop/TrayNotifier.h"
#include "instance/WindowRaiser.h"
#include "models/WindowMemory.h"
#include "offline/SqliteStore.h"
#include "sdk/CentrifugeLink.h"

#include <QApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSettings>
#include <QStandardPaths>
#include <QSystemTrayIcon>
#include <QWindow>

#include <utility>

namespace chinwag {

namespace {

constexpr QLatin1String addressMember("address");
constexpr QLatin1String roomMember("room");
constexpr QLatin1String nickMember("nick");
constexpr QLatin1String tokenMember("token");

sdk::Client::LinkMaker linkMaker(bool demo) {
    if (demo)
        return [] { return std::make_unique<demo::DemoLink>(); };
    return [] { return std::make_unique<sdk::CentrifugeLink>(); };
}

// A demonstration leaves no traces.
std::unique_ptr<QSettings> settingsFor(bool demo) {
    return demo ? nullptr : std::make_unique<QSettings>();
}

std::unique_ptr<sdk::OfflineStore> storeFor(bool demo) {
    const QString data = QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation);
    if (demo || data.isEmpty())
        return nullptr;
    return std::make_unique<offline::SqliteStore>(data + QStringLiteral("/offline"));
}

std::unique_ptr<models::TokenStore> tokensFor(bool demo) {
    return demo ? nullptr : desktop::makeTokenStore();
}

} // namespace

Program::Program(const CommandLine& line)
    : line_(line), store_(storeFor(line.demo)), tokens_(tokensFor(line.demo)) {
    auto preferences = std::make_unique<models::Preferences>(settingsFor(line.demo));
    language_.use(preferences->language());
    chat_ = std::make_unique<models::ChatController>(linkMaker(line.demo), std::move(preferences));
    chat_->setTokenStore(tokens_.get());
    shell_.setTrayAvailable(QSystemTrayIcon::isSystemTrayAvailable());
    shell_.setOfflineAvailable(store_ != nullptr);
    applyOffline();
}

Program::~Program() = default;

bool Program::start() {
    engine_.addImportPath(QStringLiteral("qrc:/qt/qml"));
    QVariantMap properties = models::WindowMemory::properties(*chat_->preferences());
    properties.insert(QStringLiteral("chat"), QVariant::fromValue(chat_.get()));
    properties.insert(QStringLiteral("shell"), QVariant::fromValue(&shell_));
    engine_.setInitialProperties(properties);
    fillIn();
    engine_.load(QUrl(QStringLiteral("qrc:/qt/qml/Chinwag/Main.qml")));
    window_ = qobject_cast<QWindow*>(engine_.rootObjects().value(0));
    if (window_ == nullptr)
        return false;
    memory_ = std::make_unique<models::WindowMemory>(*chat_->preferences(), *window_);
    listen();
    makeTray();
    // Whoever names a server wants to go there, and whoever was somewhere back; on a mistake the form says
    // what it is.
    if (line_.demo || !line_.address.isEmpty() || chat_->canReturn())
        chat_->enter();
    return true;
}

void Program::fillIn() {
    models::ConnectForm& form = *chat_->form();
    if (line_.demo) {
        form.setAddress(QStringLiteral("chat.example.org"));
        form.setNick(QStringLiteral("Robin"));
        form.setRoom(QStringLiteral("hall-4"));
    }
    form.fillIn(models::LinkTarget::read(line_.address, line_.room, line_.nick));
}

void Program::listen() {
    models::Preferences* const preferences = chat_->preferences();
    connect(preferences, &models::Preferences::settingsChanged, this, [this, preferences] {
        language_.use(preferences->language());
        applyOffline();
        applyTray();
    });
    connect(&language_, &models::Language::changed, &engine_, &QQmlApplicationEngine::retranslate);
    if (!store_)
        return;
    connect(store_.get(), &sdk::OfflineStore::failed, &shell_, &models::Shell::setOfflineFault);
    connect(&shell_, &models::Shell::clearOfflineRequested, store_.get(), &sdk::OfflineStore::clearAll);
}

// Whoever does not want it kept does not want it to be left lying about.
void Program::applyOffline() {
    const bool keeping = store_ && chat_->preferences()->keepsOffline();
    chat_->setOfflineStore(keeping ? store_.get() : nullptr);
    if (std::exchange(keeping_, keeping) && !keeping)
        store_->clearAll();
}

// --- the desktop ---

void Program::makeTray() {
    tray_ = std::make_unique<desktop::TrayIcon>(QGuiApplication::windowIcon());
    connect(tray_.get(), &desktop::TrayIcon::toggleRequested, this, &Program::toggleWindow);
    connect(tray_.get(), &desktop::TrayIcon::quitRequested, qApp, &QCoreApplication::quit);
    connect(tray_.get(), &desktop::TrayIcon::doNotDisturbRequested, chat_->preferences(),
            &models::Preferences::setDoNotDisturb);
    connect(tray_.get(), &desktop::TrayIcon::settingsRequested, this, [this] {
        raise({});
        Q_EMIT shell_.settingsRequested();
    });
    if (desktop::BusNotifier::isAvailable())
        notifier_ = std::make_unique<desktop::BusNotifier>();
    else
        notifier_ = std::make_unique<desktop::TrayNotifier>(tray_->icon());
    attention_ = std::make_unique<desktop::Attention>(*chat_, *notifier_);
    connect(attention_.get(), &desktop::Attention::wanted, this, &Program::raise);
    connect(chat_.get(), &models::ChatController::totalsChanged, this, &Program::showTotals);
    applyTray();
    showTotals();
}

void Program::applyTray() {
    if (!tray_)
        return;
    const models::Preferences& preferences = *chat_->preferences();
    tray_->setVisible(preferences.hasTray() && shell_.isTrayAvailable());
    shell_.setTrayShown(tray_->isShown());
    tray_->setDoNotDisturb(preferences.isDoNotDisturb());
}

void Program::showTotals() {
    tray_->setUnread(chat_->unread(), chat_->mentions());
}

void Program::raise(const QString& token) {
    instance::bringToFront(*window_, token);
}

void Program::toggleWindow() {
    if (window_->isActive())
        window_->hide();
    else
        raise({});
}

// --- a second start ---

QByteArray Program::messageFor(const CommandLine& line) {
    const QJsonObject message{{addressMember, line.address},
                              {roomMember, line.room},
                              {nickMember, line.nick},
                              {tokenMember, instance::takeStartToken()}};
    return QJsonDocument(message).toJson(QJsonDocument::Compact);
}

void Program::takeMessage(const QByteArray& message) {
    const QJsonObject object = QJsonDocument::fromJson(message).object();
    raise(object.value(tokenMember).toString());
    const QString address = object.value(addressMember).toString();
    const QString room = object.value(roomMember).toString();
    const QString nick = object.value(nickMember).toString();
    if (!address.isEmpty() || !room.isEmpty() || !nick.isEmpty())
        Q_EMIT shell_.startedAgain(address, room, nick);
}

} // namespace chinwag
