// Lets through to a route who is logged in as an operator, and nobody else.
#pragma once

#include "auth/OperatorSessions.h"
#include "http/RouteTable.h"

#include <functional>

namespace chinwag::auth {
class OperatorDoor;
}

namespace chinwag::http {

class OperatorGuard {
public:
    using Handler =
        std::function<void(const RoutedRequest&, const auth::OperatorSessions::Session&, AnswerOnce)>;

    explicit OperatorGuard(auth::OperatorDoor& door) : door_(door) {}

    auth::OperatorDoor& door() const { return door_; }

    /// `handler` for those who are logged in; the others get a 401.
    RouteTable::LaterHandler guarded(Handler handler) const;

private:
    auth::OperatorDoor& door_;
};

/// The token of `Authorization: Bearer`, or an empty view.
std::string_view bearerToken(const protocol::HttpRequest& request);

} // namespace chinwag::http
