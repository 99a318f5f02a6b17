#include "models/ChatController.h"

#include "models/Clock.h"
#include "models/Links.h"
#include "sdk/Endpoint.h"
#include "sdk/PlainLink.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QUrl>

#include <utility>

namespace chinwag::models {

namespace {

constexpr int tickMs = 250;

} // namespace

ChatController::ChatController(sdk::Client::LinkMaker makeLink, std::unique_ptr<Preferences> preferences,
                               sdk::Backoff backoff, QObject* parent)
    : QObject(parent),
      preferences_(std::move(preferences)),
      client_(std::move(makeLink), std::move(backoff)) {
    const auto place = preferences_->lastPlace();
    form_.setAddress(place.server);
    form_.setNick(place.nick);
    form_.setRoom(place.room);
    connect(&client_, &sdk::Client::stateChanged, this, &ChatController::onStateChanged);
    connect(&client_, &sdk::Client::received, this, &ChatController::onReceived);
    connect(&client_, &sdk::Client::messageChanged, &timeline_, &TimelineModel::setState);
    connect(&countdown_, &QTimer::timeout, this, &ChatController::tick);
}

ChatController::Link ChatController::link() const {
    switch (client_.state()) {
    case sdk::Client::State::Connecting: return Connecting;
    case sdk::Client::State::Connected: return Online;
    case sdk::Client::State::Waiting: return Waiting;
    case sdk::Client::State::Disconnected: break;
    }
    return Offline;
}

QString ChatController::serverName() const {
    return sdk::Endpoint{client_.destination().server, {}, {}}.name();
}

int ChatController::maxMessageBytes() {
    return static_cast<int>(sdk::PlainLink::maxMessageBytes);
}

int ChatController::messageBytes(const QString& text) const {
    return static_cast<int>(sdk::PlainLink::line(nick(), text).toUtf8().size());
}

void ChatController::enter() {
    if (const auto destination = form_.check())
        go(*destination);
}

void ChatController::go(const sdk::Destination& destination) {
    if (!(destination == client_.destination()))
        timeline_.clear();
    lostAt_ = {};
    client_.connectTo(destination);
    Q_EMIT unsentChanged();
}

void ChatController::leave() {
    inChat_ = false;
    client_.leave();
    timeline_.clear();
    Q_EMIT unsentChanged();
}

QString ChatController::changeRoom(const QString& room) {
    QString fault = ConnectForm::faultOfRoom(room);
    if (!fault.isEmpty() || room == this->room())
        return fault;
    form_.setRoom(room);
    sdk::Destination destination = client_.destination();
    destination.room = room;
    go(destination);
    return {};
}

void ChatController::retryNow() {
    client_.retryNow();
}

bool ChatController::say(const QString& text) {
    if (text.trimmed().isEmpty() || messageBytes(text) > maxMessageBytes())
        return false;
    const quint64 id = client_.publish(text);
    timeline_.addPending(id, nick(), text, QDateTime::currentDateTime());
    Q_EMIT unsentChanged();
    return true;
}

void ChatController::resend(quint64 id) {
    client_.resend(id);
}

void ChatController::discard(quint64 id) {
    client_.discard(id);
    timeline_.removePending(id);
    Q_EMIT unsentChanged();
}

void ChatController::copy(const QString& text) {
    QGuiApplication::clipboard()->setText(text);
}

void ChatController::openAddress(const QString& address) {
    if (isWebAddress(address))
        QDesktopServices::openUrl(QUrl(address, QUrl::StrictMode));
}

void ChatController::onStateChanged() {
    const bool online = client_.state() == sdk::Client::State::Connected;
    if (online)
        onOnline();
    else if (inChat_ && client_.fault().isFault() && lostAt_.isNull())
        lostAt_ = QDateTime::currentDateTime();
    if (client_.state() == sdk::Client::State::Waiting)
        countdown_.start(tickMs);
    else
        countdown_.stop();
    tick();
    Q_EMIT stateChanged();
}

void ChatController::onOnline() {
    inChat_ = true;
    preferences_->remember({form_.address(), nick(), room()});
    if (lostAt_.isNull())
        return;
    const QDateTime now = QDateTime::currentDateTime();
    // This dialect does not bring back what was missed, and a reader must know.
    timeline_.addNotice(tr("Reconnected. Messages sent between %1 and %2 may be missing here.")
                            .arg(clock(std::exchange(lostAt_, {})), clock(now)),
                        now);
}

void ChatController::onReceived(const sdk::Publication& publication) {
    const QDateTime now = QDateTime::currentDateTime();
    if (publication.ownId != 0 && timeline_.confirm(publication.ownId, now)) {
        Q_EMIT unsentChanged();
        return;
    }
    timeline_.addMessage(publication.nick, publication.text, publication.ownId != 0, now);
}

void ChatController::tick() {
    const auto left = std::chrono::ceil<std::chrono::seconds>(client_.untilRetry());
    if (std::exchange(secondsToRetry_, static_cast<int>(left.count())) != secondsToRetry_)
        Q_EMIT secondsToRetryChanged();
}

} // namespace chinwag::models
