#include "models/ChatController.h"

#include "models/Clock.h"
#include "models/Links.h"
#include "sdk/Endpoint.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QUrl>

#include <utility>

namespace chinwag::models {

namespace {

constexpr int tickMs = 250;
// They say so again every few seconds while they write.
constexpr std::chrono::seconds typingShown{6};

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
    connect(&client_, &sdk::Client::pageReceived, this, &ChatController::onPage);
    connect(&client_, &sdk::Client::messageRefused, this, &ChatController::onRefused);
    connect(&client_, &sdk::Client::answered, this, &ChatController::onAnswered);
    connect(&client_, &sdk::Client::typingHeard, this, &ChatController::onTyping);
    connect(&client_, &sdk::Client::peopleChanged, this, &ChatController::onPeople);
    typingEnds_.setSingleShot(true);
    connect(&typingEnds_, &QTimer::timeout, this, &ChatController::showTyping);
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

int ChatController::maxMessageLength() {
    return sdk::maxMessageCharacters;
}

int ChatController::messageLength(const QString& text) const {
    return static_cast<int>(text.toUcs4().size());
}

void ChatController::enter() {
    if (const auto destination = form_.check())
        go(*destination);
}

void ChatController::go(const sdk::Destination& destination) {
    const sdk::Destination& before = client_.destination();
    if (!(destination == before)) {
        // What is written here waits for whoever comes back to this room.
        if (destination.server == before.server)
            drafts_.insert(before.room, draft_.text());
        else
            drafts_.clear();
        forgetRoom();
        draft_.reset(drafts_.take(destination.room));
    }
    lostAt_ = {};
    client_.connectTo(destination);
    Q_EMIT unsentChanged();
}

void ChatController::leave() {
    inChat_ = false;
    client_.leave();
    forgetRoom();
    drafts_.clear();
    draft_.reset();
    Q_EMIT unsentChanged();
}

void ChatController::forgetRoom() {
    timeline_.clear();
    typists_.clear();
    showTyping();
    onPeople({});
    setHasOlder(false);
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
    if (text.trimmed().isEmpty() || messageLength(text) > maxMessageLength())
        return false;
    if (draft_.purpose() == Draft::Edit) {
        if (!client_.ask({sdk::MessageRequest::Kind::Edit, draft_.messageId(), text}))
            return false;
    } else {
        const quint64 id = client_.publish(text, draft_.messageId());
        timeline_.addPending(id, nick(), text, QDateTime::currentDateTime(), draft_.messageId());
        Q_EMIT unsentChanged();
    }
    draft_.finish();
    return true;
}

// --- what can be done with a message ---

QVariant ChatController::fact(int row, TimelineModel::Role role) const {
    return timeline_.data(timeline_.index(row), role);
}

void ChatController::reply(const QString& messageId) {
    const int row = timeline_.rowOfMessage(messageId);
    if (row >= 0 && fact(row, TimelineModel::AnswerableRole).toBool())
        draft_.reply(messageId, fact(row, TimelineModel::NickRole).toString(),
                     TimelineModel::quoteOf(fact(row, TimelineModel::TextRole).toString()));
}

bool ChatController::edit(int row) {
    if (row < 0 || !fact(row, TimelineModel::ChangeableRole).toBool())
        return false;
    const QString text = fact(row, TimelineModel::TextRole).toString();
    draft_.edit(fact(row, TimelineModel::ServerIdRole).toString(), TimelineModel::quoteOf(text), text);
    return true;
}

bool ChatController::edit(const QString& messageId) {
    return edit(timeline_.rowOfMessage(messageId));
}

bool ChatController::editNewest() {
    return edit(timeline_.newestChangeable());
}

void ChatController::redact(const QString& messageId) {
    ask({sdk::MessageRequest::Kind::Redact, messageId, {}});
}

void ChatController::report(const QString& messageId, const QString& reason) {
    ask({sdk::MessageRequest::Kind::Report, messageId, reason});
}

void ChatController::ask(const sdk::MessageRequest& request) {
    if (!client_.ask(request))
        onAnswered(request, tr("There is no connection."));
}

void ChatController::onAnswered(const sdk::MessageRequest& request, const QString& refusal) {
    using Kind = sdk::MessageRequest::Kind;
    QString sentence;
    if (!refusal.isEmpty())
        sentence = request.kind == Kind::Edit     ? tr("The message could not be changed: %1").arg(refusal)
                   : request.kind == Kind::Redact ? tr("The message could not be taken back: %1").arg(refusal)
                                                  : tr("The message could not be reported: %1").arg(refusal);
    else if (request.kind == Kind::Report)
        sentence = tr("The message was reported to those who run this server. Thank you.");
    const bool lostText = request.kind == Kind::Edit && !refusal.isEmpty();
    // The words are not to be written twice.
    if (lostText && draft_.purpose() == Draft::Message && draft_.text().isEmpty())
        draft_.edit(request.messageId, TimelineModel::quoteOf(request.text), request.text);
    if (!sentence.isEmpty())
        timeline_.addNotice(sentence, QDateTime::currentDateTime());
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
    if (!online) { // nobody is seen from here
        asking_ = false;
        typists_.clear();
        showTyping();
        onPeople({});
    }
    tick();
    Q_EMIT stateChanged();
}

void ChatController::onOnline() {
    inChat_ = true;
    preferences_->remember({form_.address(), nick(), room()});
    if (client_.isComplete())
        lostAt_ = {};
    else
        tellGap();
}

// A reader must know where something may be missing.
void ChatController::tellGap() {
    if (lostAt_.isNull())
        return;
    const QDateTime now = QDateTime::currentDateTime();
    timeline_.addNotice(tr("Reconnected. Messages sent between %1 and %2 may be missing here.")
                            .arg(clock(std::exchange(lostAt_, {})), clock(now)),
                        now);
}

void ChatController::onReceived(const sdk::Publication& publication) {
    const QDateTime now = QDateTime::currentDateTime();
    if (typists_.remove(publication.nick) > 0)
        showTyping();
    if (publication.ownId != 0 && timeline_.confirm(publication.ownId, publication, now))
        Q_EMIT unsentChanged();
    else
        timeline_.take(publication, now);
}

void ChatController::onPage(const sdk::Page& page) {
    const QDateTime now = QDateTime::currentDateTime();
    if (page.latest) {
        if (page.gap)
            tellGap();
        for (const sdk::Publication& message : page.messages)
            onReceived(message);
    } else {
        asking_ = false;
        timeline_.prepend(page.messages, now);
    }
    setHasOlder(page.more && !timeline_.isFull());
}

void ChatController::onRefused(quint64 /*id*/, const QString& reason) {
    timeline_.addNotice(tr("The server did not take a message: %1").arg(reason),
                        QDateTime::currentDateTime());
}

void ChatController::setHasOlder(bool has) {
    if (std::exchange(hasOlder_, has) != has)
        Q_EMIT olderChanged();
}

void ChatController::askOlder() {
    if (!hasOlder_ || asking_ || client_.state() != sdk::Client::State::Connected)
        return;
    asking_ = true;
    client_.askOlder();
}

// --- who is there ---

void ChatController::write() {
    client_.tellTyping();
}

void ChatController::onTyping(const QString& nick) {
    typists_.insert(nick, QDeadlineTimer(typingShown));
    showTyping();
}

void ChatController::showTyping() {
    typists_.removeIf(
        [](std::pair<const QString&, QDeadlineTimer&> typist) { return typist.second.hasExpired(); });
    QString sentence;
    const QStringList nicks = typists_.keys();
    if (nicks.size() == 1)
        sentence = tr("%1 is writing…").arg(nicks.first());
    else if (nicks.size() == 2)
        sentence = tr("%1 and %2 are writing…").arg(nicks.first(), nicks.last());
    else if (nicks.size() > 2)
        sentence = tr("Several people are writing…");
    if (!nicks.isEmpty())
        typingEnds_.start(std::chrono::seconds(1));
    if (std::exchange(typing_, sentence) != sentence)
        Q_EMIT typingChanged();
}

void ChatController::onPeople(const QStringList& people) {
    if (people == people_)
        return;
    people_ = people;
    Q_EMIT peopleChanged();
}

void ChatController::tick() {
    const auto left = std::chrono::ceil<std::chrono::seconds>(client_.untilRetry());
    if (std::exchange(secondsToRetry_, static_cast<int>(left.count())) != secondsToRetry_)
        Q_EMIT secondsToRetryChanged();
}

} // namespace chinwag::models
