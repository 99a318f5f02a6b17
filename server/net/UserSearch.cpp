#include "net/UserSearch.h"

#include "net/Connection.h"
#include "net/Reactor.h"
#include "protocol/ConnectionQuery.h"

#include <algorithm>
#include <utility>

namespace chinwag::net {

namespace {

using protocol::ConnectionColumn;

constexpr std::size_t connectionsPerTurn = 256;

protocol::ConnectionColumns columnsOfUsers() {
    protocol::ConnectionColumns columns;
    for (const auto column : {ConnectionColumn::User, ConnectionColumn::Nick, ConnectionColumn::Room,
                              ConnectionColumn::ConnectedAt})
        columns.set(static_cast<std::size_t>(column));
    return columns;
}

} // namespace

UserSearch::UserSearch(Reactor& reactor, Done done) : reactor_(reactor), done_(std::move(done)) {}

void UserSearch::proceed() {
    const auto columns = columnsOfUsers();
    const auto& connections = reactor_.connections();
    const std::size_t end = std::min(connections.slotCount(), next_ + connectionsPerTurn);
    for (; next_ < end; ++next_) {
        auto* const connection = connections.at(next_);
        if (connection == nullptr || connection->session() == nullptr)
            continue;
        connection->describe(info_, columns);
        protocol::count(found_, info_);
    }
    if (next_ < connections.slotCount())
        reactor_.postTask([self = shared_from_this()] { self->proceed(); });
    else
        done_(std::move(found_));
}

} // namespace chinwag::net
