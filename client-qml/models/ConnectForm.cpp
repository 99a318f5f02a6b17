#include "models/ConnectForm.h"

#include "protocol/ChatRules.h"

#include <utility>

namespace chinwag::models {

void ConnectForm::setAddress(const QString& address) {
    if (address_ == address)
        return;
    address_ = address;
    addressFault_.clear();
    tokenFault_.clear();
    Q_EMIT changed();
}

void ConnectForm::setNick(const QString& nick) {
    if (nick_ == nick)
        return;
    nick_ = nick;
    nickFault_.clear();
    Q_EMIT changed();
}

void ConnectForm::setRoom(const QString& room) {
    if (room_ == room)
        return;
    room_ = room;
    roomFault_.clear();
    Q_EMIT changed();
}

void ConnectForm::setToken(const QString& token) {
    if (token_ == token)
        return;
    token_ = token;
    tokenFault_.clear();
    nickFault_.clear(); // with a token there need be no nickname
    Q_EMIT changed();
}

void ConnectForm::setTokenFault(const QString& fault) {
    tokenFault_ = fault;
    Q_EMIT changed();
}

void ConnectForm::set(bool& flag, bool value) {
    if (std::exchange(flag, value) != value)
        Q_EMIT changed();
}

void ConnectForm::fillIn(const LinkTarget& target) {
    if (!target.address.isEmpty())
        setAddress(target.address);
    if (!target.room.isEmpty())
        setRoom(target.room);
    if (!target.nick.isEmpty())
        setNick(target.nick);
    if (target.isLogin)
        setToken(target.token);
}

void ConnectForm::takeLink(const sdk::Endpoint& link) {
    address_ = link.plain;
    token_ = link.token;
    if (!link.nick.isEmpty())
        nick_ = link.nick;
    if (!link.room.isEmpty())
        room_ = link.room;
}

QString ConnectForm::faultOfNick(const QString& nick) {
    if (nick.isEmpty())
        return tr("Choose a nickname, so that others know who is talking.");
    if (nick.toUcs4().size() > static_cast<qsizetype>(protocol::maxNicknameCharacters))
        return tr("A nickname has at most %n characters.", nullptr,
                  static_cast<int>(protocol::maxNicknameCharacters));
    // The wire separates nickname and text by the first ": ".
    if (nick.contains(QLatin1String(": ")))
        return tr("A nickname cannot have a colon followed by a space.");
    if (!protocol::isValidNickname(nick.toStdString()))
        return tr("A nickname cannot have control, direction or invisible characters.");
    return {};
}

QString ConnectForm::faultOfRoom(const QString& room) {
    if (protocol::isValidRoom(room.toStdString()))
        return {};
    return tr("A room is 1 to %n letters, digits, “-”, “_” or “.”.", nullptr,
              static_cast<int>(protocol::maxRoomBytes));
}

std::optional<ConnectForm::Aim> ConnectForm::check() {
    const auto endpoint = sdk::Endpoint::parse(address_);
    if (!endpoint.plain.isEmpty())
        takeLink(endpoint);
    token_ = token_.trimmed();
    nick_ = nick_.trimmed();
    room_ = room_.trimmed();
    if (room_.startsWith(u'#'))
        room_.remove(0, 1);
    // A link that somebody passed on leads to its room, unless another one was asked for.
    if (room_.isEmpty())
        room_ = endpoint.room.isEmpty() ? QStringLiteral("lobby") : endpoint.room;
    addressFault_ = endpoint.fault;
    tokenFault_.clear();
    nickFault_ = nick_.isEmpty() && !token_.isEmpty() ? QString() : faultOfNick(nick_);
    roomFault_ = faultOfRoom(room_);
    Q_EMIT changed();
    if (!addressFault_.isEmpty() || !nickFault_.isEmpty() || !roomFault_.isEmpty())
        return std::nullopt;
    return Aim{{endpoint.server, nick_, token_}, room_};
}

} // namespace chinwag::models
