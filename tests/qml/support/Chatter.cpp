#include "support/Chatter.h"

#include "sdk/CentrifugeLink.h"
#include "support/SigningKey.h"
#include "support/Wait.h"

#include <chrono>
#include <string>
#include <utility>

namespace chinwag::test {

using models::ChatController;
using models::Room;
using models::TimelineModel;

namespace {

const std::string secret(64, 'k');

sdk::Backoff never() {
    const auto hour = std::chrono::hours(1);
    return {sdk::Backoff::Span{hour, hour, hour}, [] { return 0.0; }};
}

} // namespace

Chatter::Chatter(std::unique_ptr<QSettings> settings)
    : ui_([] { return std::make_unique<sdk::CentrifugeLink>(); }, never(), std::move(settings)) {}

ServerProcess::Options Chatter::takingTokens() {
    ServerProcess::Options options;
    options.settings = {{QStringLiteral("auth.hmac_secret"), QString::fromStdString(secret)}};
    return options;
}

QString Chatter::tokenOf(const QString& user, bool staff) {
    const std::string name = user.toStdString();
    const std::string claims =
        "{\"sub\":\"" + name + "\",\"info\":{\"nick\":\"" + name + "\"}" + (staff ? ",\"staff\":true}" : "}");
    return QString::fromStdString(makeToken(SigningKey::secret(secret), "HS256", claims));
}

bool Chatter::setOut(const ServerProcess& server, const QString& user, bool staff) {
    if (!ui_.show())
        return false;
    if (!user.isEmpty())
        chat().form()->setToken(tokenOf(user, staff));
    ui_.enter(QStringLiteral("127.0.0.1:%1").arg(server.port()),
              user.isEmpty() ? QStringLiteral("Robin") : user, QStringLiteral("hall-4"));
    return true;
}

bool Chatter::enter(const ServerProcess& server, const QString& user, bool staff) {
    return setOut(server, user, staff) && isOnline();
}

bool Chatter::isOnline() {
    return eventually([this] { return chat().link() == ChatController::Online; });
}

bool Chatter::join(const QString& name) {
    return chat().join(name).isEmpty() && eventually([this] { return room().state() == Room::Open; });
}

Room* Chatter::room(const QString& channel) {
    const int row = chat().rooms()->rowOf(channel);
    return row < 0 ? nullptr
                   : chat().rooms()->index(row, 0).data(models::RoomsModel::RoomRole).value<Room*>();
}

bool Chatter::hears(const QString& channel, const QString& text) {
    return eventually([&] { return texts(channel).contains(text); });
}

bool Chatter::hasSentAll() {
    return eventually([this] { return !chat().hasUnsent(); });
}

QStringList Chatter::texts(const QString& channel) {
    Room* const here = room(channel);
    QStringList texts;
    for (int row = here != nullptr ? here->timeline()->count() - 1 : -1; row >= 0; --row)
        texts.append(here->timeline()->index(row).data(TimelineModel::TextRole).toString());
    return texts;
}

} // namespace chinwag::test
