// Lets through to a route who is logged in as an operator, and nobody else.
#pragma once

#include "auth/OperatorSessions.h"
#include "auth/Role.h"
#include "http/IdempotentAnswers.h"
#include "http/RouteTable.h"

#include <functional>
#include <memory>

namespace chinwag::auth {
class OperatorDoor;
}

namespace chinwag::http {

class OperatorGuard {
public:
    using Handler =
        std::function<void(const RoutedRequest&, const auth::OperatorSessions::Session&, AnswerOnce)>;

    explicit OperatorGuard(auth::OperatorDoor& door)
        : door_(door), answers_(std::make_shared<IdempotentAnswers>()) {}

    auth::OperatorDoor& door() const { return door_; }

    /// `handler` for those who are logged in and may do what is `needed`; the others get a 401 or a 403.
    /// A POST with the header Idempotency-Key is handled once.
    RouteTable::LaterHandler guarded(auth::Permission needed, Handler handler) const;

private:
    auth::OperatorDoor& door_;
    std::shared_ptr<IdempotentAnswers> answers_; // of all that was made by this or by its copies
};

/// The token of `Authorization: Bearer`, or an empty view.
std::string_view bearerToken(const protocol::HttpRequest& request);

} // namespace chinwag::http
