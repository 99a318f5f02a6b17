#include "desktop/Attention.h"

#include <chrono>

namespace chinwag::desktop {

namespace {

using models::ChatController;
using models::Preferences;

constexpr qsizetype longestBody = 240;
// A lively room is not to rattle.
constexpr std::chrono::seconds soundEvery{3};

QString shortened(const QString& text) {
    const QString line = text.left(2 * longestBody).simplified();
    return line.size() > longestBody ? line.left(longestBody - 1) + u'…' : line;
}

} // namespace

Attention::Attention(ChatController& chat, Notifier& notifier, QObject* parent)
    : QObject(parent), chat_(chat), notifier_(notifier) {
    connect(&chat, &ChatController::heard, this,
            [this](models::Room* room, const QString& nick, const QString& text, bool personal) {
                onHeard(*room, nick, text, personal);
            });
    connect(&chat, &ChatController::watchingChanged, this, &Attention::withdrawSeen);
    connect(&chat, &ChatController::roomChanged, this, &Attention::withdrawSeen);
    connect(&notifier, &Notifier::activated, this, [this](const QString& channel, const QString& token) {
        chat_.show(channel);
        Q_EMIT wanted(token);
    });
}

void Attention::onHeard(const models::Room& room, const QString& nick, const QString& text, bool personal) {
    if (!isWanted(room, personal))
        return;
    const QString author = nick.isEmpty() ? tr("Anonymous") : nick;
    const QString title = room.isDirect() ? author : tr("%1 in %2").arg(author, room.title());
    notifier_.show({room.channel(), title, shortened(text), maySound()});
}

bool Attention::isWanted(const models::Room& room, bool personal) const {
    const Preferences& preferences = *chat_.preferences();
    if (preferences.isDoNotDisturb() || room.isMuted())
        return false;
    switch (preferences.notify()) {
    case Preferences::NotifyNothing: return false;
    case Preferences::NotifyPersonal: return personal;
    case Preferences::NotifyEverything: break;
    }
    return true;
}

bool Attention::maySound() {
    if (!chat_.preferences()->hasSounds())
        return false;
    if (sounded_.isValid() && std::chrono::milliseconds(sounded_.elapsed()) < soundEvery)
        return false;
    sounded_.start();
    return true;
}

void Attention::withdrawSeen() {
    if (chat_.isWatching())
        notifier_.withdraw(chat_.room()->channel());
}

} // namespace chinwag::desktop
