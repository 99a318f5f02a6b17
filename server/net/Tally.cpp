#include "net/Tally.h"

namespace chinwag::net {

void Tally::fillIn(protocol::ConnectionInfo& info, SteadyTime now) const {
    info.idle = std::chrono::duration_cast<std::chrono::milliseconds>(now - lastMessage);
    info.roundTripMilliseconds.reset();
    if (roundTrip.count() >= 0)
        info.roundTripMilliseconds = std::chrono::duration<double, std::milli>(roundTrip).count();
    info.messagesIn = messagesIn;
    info.messagesOut = messagesOut;
    info.bytesIn = bytesIn;
    info.bytesOut = bytesOut;
}

void fillIn(protocol::ConnectionInfo& info, const hub::SessionFacts& facts,
            const protocol::ConnectionColumns& columns) {
    using protocol::ConnectionColumn;
    const auto wanted = [&columns](ConnectionColumn column) {
        return columns.test(static_cast<std::size_t>(column));
    };
    info.dialect = facts.dialect;
    if (wanted(ConnectionColumn::User))
        info.user.assign(facts.user);
    if (wanted(ConnectionColumn::Client))
        info.client.assign(facts.program);
    if (wanted(ConnectionColumn::Nick))
        info.nick.assign(facts.nick);
    if (wanted(ConnectionColumn::Room))
        info.room.assign(facts.room);
    if (wanted(ConnectionColumn::Device))
        info.device.assign(facts.device);
}

} // namespace chinwag::net
