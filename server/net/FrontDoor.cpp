#include "net/FrontDoor.h"

#include "net/HttpConnection.h"
#include "net/Reactor.h"

#include <algorithm>
#include <utility>

namespace chinwag::net {

void FrontDoor::open() {
    opener_.emplace(reactor_.poller());
}

const WebSocketRoute* FrontDoor::webSocketRoute(std::string_view path) const {
    const auto found = std::find_if(routes_.webSockets.begin(), routes_.webSockets.end(),
                                    [path](const WebSocketRoute& route) { return route.path == path; });
    return found == routes_.webSockets.end() ? nullptr : &*found;
}

std::uint64_t FrontDoor::handOn(protocol::HttpRequest request, HttpConnection& connection) {
    const std::uint64_t exchange = ++lastExchange_;
    waiting_.emplace(exchange, &connection);
    // The sink comes back from any thread and by number: the connection may be gone by then.
    auto sink = [this, exchange](protocol::HttpAnswer answer) {
        reactor_.postTask([this, exchange, answer = std::move(answer)] {
            const auto found = waiting_.find(exchange);
            if (found == waiting_.end())
                return;
            auto* const asker = found->second;
            waiting_.erase(found);
            asker->answer(answer);
        });
    };
    routes_.http(std::move(request), std::move(sink));
    return exchange;
}

} // namespace chinwag::net
