// The part of Client that is about what is said and asked for.
#include "sdk/Client.h"

#include <QPointer>

#include <utility>

namespace chinwag::sdk {

namespace {

// For five minutes a server knows what a user has called their messages; clocks may differ a little.
constexpr std::chrono::seconds calledTheSame{270};

} // namespace

quint64 Client::publish(const QString& room, const QString& text, const QString& replyTo) {
    const quint64 id = outbox_.add(room, text, replyTo);
    keepOutgoing(id);
    // Later, so that the caller knows the id before it hears of it.
    flushSoon_.start(0);
    return id;
}

bool Client::resend(quint64 id) {
    if (!outbox_.retry(id))
        return false;
    keepOutgoing(id);
    Q_EMIT messageChanged(id, MessageState::Waiting);
    flush();
    return true;
}

void Client::discard(quint64 id) {
    dropOutgoing(id);
}

void Client::onRefused(quint64 id, const QString& reason) {
    if (!outbox_.fail(id))
        return;
    keepOutgoing(id);
    Q_EMIT messageChanged(id, MessageState::Failed);
    Q_EMIT messageRefused(outbox_.roomOf(id), id, reason);
}

void Client::flush() {
    const QStringList rooms = places_.keys();
    for (const QString& room : rooms)
        flush(room);
}

void Client::flush(const QString& room) {
    while (isOpen(room)) {
        const auto item = outbox_.takeWaiting(room);
        if (!item)
            return;
        keepOutgoing(item->id); // before anybody else may know of it
        if (!link_->publish(*item)) {
            outbox_.putBack(item->id);
            return;
        }
        Q_EMIT messageChanged(item->id, MessageState::Sending);
    }
}

// Of somebody anonymous a server knows names of messages only within one connection.
void Client::failDoubtful(const QString& room) {
    const QDateTime safeSince =
        user_.isEmpty() ? QDateTime() : QDateTime::currentDateTime().addSecs(-calledTheSame.count());
    for (const quint64 id : outbox_.failDoubtful(room, safeSince)) {
        keepOutgoing(id);
        Q_EMIT messageChanged(id, MessageState::Failed);
    }
}

void Client::keepOutgoing(quint64 id) {
    if (store_)
        store_->put(outbox_.kept(id));
}

void Client::dropOutgoing(quint64 id) {
    if (store_)
        store_->drop(outbox_.kept(id).item.clientId);
    outbox_.remove(id);
}

// --- what is asked for ---

bool Client::ask(const MessageRequest& request) {
    if (!isOpen(request.room) || !link_->ask(request))
        return false;
    asked_.append(request);
    return true;
}

void Client::onAnswered(const MessageRequest& request, const QString& refusal) {
    asked_.removeOne(request);
    Q_EMIT answered(request, refusal);
}

bool Client::call(const QString& method, const QJsonObject& parameters, QObject* context, CallAnswer answer) {
    if (state_ != State::Connected)
        return false;
    const quint64 number = ++lastCall_;
    calls_.insert(number, [guard = QPointer<QObject>(context),
                           answer = std::move(answer)](const QJsonObject& result, const QString& refusal) {
        if (guard)
            answer(result, refusal);
    });
    link_->call(method, parameters,
                [self = QPointer<Client>(this), number](const QJsonObject& result, const QString& refusal) {
                    if (!self)
                        return;
                    if (const CallAnswer waiting = self->calls_.take(number))
                        waiting(result, refusal);
                });
    return true;
}

// Nobody waits for ever for what a connection has taken along.
void Client::refuseUnanswered() {
    const QString refusal = tr("The connection was lost before the server answered.");
    const auto calls = std::exchange(calls_, {});
    for (const CallAnswer& waiting : calls)
        waiting({}, refusal);
    const auto asked = std::exchange(asked_, {});
    for (const MessageRequest& request : asked)
        Q_EMIT answered(request, refusal);
}

} // namespace chinwag::sdk
