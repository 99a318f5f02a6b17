#include "net/ConnectionSearch.h"

#include "net/Connection.h"
#include "net/Reactor.h"

#include <algorithm>
#include <utility>

namespace chinwag::net {

namespace {

// About 100 us of work.
constexpr std::size_t slotsPerTurn = 512;

} // namespace

ConnectionSearch::ConnectionSearch(Reactor& reactor, protocol::ConnectionQuery query, Done done)
    : reactor_(reactor), query_(std::move(query)), columns_(query_.columns()), done_(std::move(done)) {}

void ConnectionSearch::proceed() {
    const auto& connections = reactor_.connections();
    const std::size_t end = std::min(connections.slotCount(), next_ + slotsPerTurn);
    for (; next_ < end; ++next_) {
        auto* const connection = connections.at(next_);
        // Operators who follow the live feed would find themselves in everything they look for.
        if (connection == nullptr ||
            (connection->session() != nullptr && connection->session()->isOperators()))
            continue;
        ++found_.open;
        connection->describe(info_, columns_);
        if (protocol::matches(query_, info_))
            found_.keys.push_back(protocol::makeConnectionKey(query_, info_));
    }
    if (next_ < connections.slotCount())
        reactor_.postTask([self = shared_from_this()] { self->proceed(); });
    else
        done_(std::move(found_));
}

} // namespace chinwag::net
