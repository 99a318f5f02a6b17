#include "models/LinkTarget.h"

#include "models/ConnectForm.h"
#include "sdk/Endpoint.h"

namespace chinwag::models {

LinkTarget LinkTarget::read(const QString& address, const QString& room, const QString& nick) {
    LinkTarget target;
    if (!address.isEmpty()) {
        const sdk::Endpoint endpoint = sdk::Endpoint::parse(address);
        target.isLogin = !endpoint.plain.isEmpty();
        target.address = target.isLogin ? endpoint.plain : address;
        target.server = endpoint.isValid() ? endpoint.name() : address;
        target.room = endpoint.room;
        target.nick = endpoint.nick;
        target.token = endpoint.token;
        target.fault = endpoint.fault;
    }
    if (!room.isEmpty())
        target.room = room;
    if (!nick.isEmpty())
        target.nick = nick;
    if (target.fault.isEmpty() && !target.room.isEmpty())
        target.fault = ConnectForm::faultOfRoom(target.room);
    if (target.fault.isEmpty() && !target.nick.isEmpty())
        target.fault = ConnectForm::faultOfNick(target.nick);
    return target;
}

} // namespace chinwag::models
