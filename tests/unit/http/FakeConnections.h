// Open connections as the operator API asks for them, without any.
#pragma once

#include "http/OperatorAccess.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace chinwag::tests {

/// Answers at once, or when a test lets it.
class FakeConnections {
public:
    /// The port refers to this object.
    http::ConnectionPort port();

    std::vector<protocol::ConnectionInfo> open; ///< in the order of every list
    std::optional<protocol::ConnectionQuery> lastQuery;
    std::vector<std::string> reasons; ///< of the kicks
    /// Who is called so follows the live feed.
    static constexpr std::string_view operatorNick = "operator";
    std::vector<protocol::TraceOptions> traces;
    protocol::TraceSink traceSink; ///< of the last one

    std::vector<protocol::ChatMessage> told; ///< to whomever

    /// From now on answers wait for release() or drop().
    void hold() { held_ = true; }
    std::size_t waiting() const { return answers_.size(); }
    /// Gives the answers that wait, and those to what they lead to.
    void release();
    /// Lets them go ungiven, as a server does that stops.
    void drop() { answers_.clear(); }

private:
    void answer(std::function<void()> give);
    std::optional<protocol::ConnectionInfo> find(const protocol::ConnectionId& id) const;

    bool held_ = false;
    std::vector<std::function<void()>> answers_;
};

/// One with a name in every column.
protocol::ConnectionInfo makeConnection(const protocol::ConnectionId& id, const std::string& nick);

} // namespace chinwag::tests
