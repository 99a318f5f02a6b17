// Lets through to a route who is logged in as an operator, and nobody else.
#pragma once

#include "auth/OperatorSessions.h"
#include "http/RouteTable.h"

#include <functional>

namespace chinwag::auth {
class OperatorDoor;
}

namespace chinwag::http {

/// With `internalOnly` the operator API does not exist for who does not come through the internal
/// listener.
class OperatorGuard {
public:
    using Handler =
        std::function<void(const RoutedRequest&, const auth::OperatorSessions::Session&, AnswerOnce)>;

    OperatorGuard(auth::OperatorDoor& door, bool internalOnly) : door_(door), internalOnly_(internalOnly) {}

    auth::OperatorDoor& door() const { return door_; }

    /// `handler` for those who come by the right listener; the others get a 404.
    RouteTable::LaterHandler unguarded(RouteTable::LaterHandler handler) const;
    /// `handler` for those who are logged in, too; the others get a 401.
    RouteTable::LaterHandler guarded(Handler handler) const;

private:
    auth::OperatorDoor& door_;
    bool internalOnly_;
};

/// The token of `Authorization: Bearer`, or an empty view.
std::string_view bearerToken(const protocol::HttpRequest& request);

} // namespace chinwag::http
