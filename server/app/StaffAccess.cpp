#include "app/StaffAccess.h"

#include "app/ConnectionAccess.h"
#include "http/ConnectionTarget.h"
#include "http/ControlThread.h"
#include "http/OperatorRecord.h"

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

namespace chinwag::app {

namespace {

constexpr std::size_t mostKicked = 1'000; // one user is hardly ever connected so often

using Done = std::function<void(std::size_t)>;

std::string recordedTarget(const protocol::MatchingConnections& found) {
    const auto first = http::recordedTarget(found.first.front());
    return found.first.size() == 1 ? first : std::to_string(found.first.size()) + " connections: " + first;
}

// On the control thread.
void kickFound(const http::ConnectionPort& connections, const http::OperatorRecord& record,
               const protocol::MatchingConnections& found, const hub::ByOperator& by, const Done& done) {
    if (found.first.empty())
        return done(0);
    std::vector<protocol::ConnectionId> ids;
    std::transform(found.first.begin(), found.first.end(), std::back_inserter(ids),
                   [](const auto& info) { return info.id; });
    connections.kickAll(ids, by.reason, [record, found, by, done](std::size_t count) {
        const auto* const action = found.first.size() == 1 ? "connection.kick" : "connection.kick_many";
        record.add(action, recordedTarget(found), by, [done, count] { done(count); });
    });
}

} // namespace

session::StaffPort staffPort(hub::ModerationDesk& desk, net::ConnectionDirectory& directory) {
    const auto review = [&directory](Done done) {
        http::onControlThread([&directory, done = std::move(done)] { directory.review(done); });
    };
    const auto find = [&directory](session::StaffPort::Matches matches, auto done) {
        http::onControlThread([&directory, matches = std::move(matches), done = std::move(done)] {
            directory.findWhere(matches, 1, done);
        });
    };
    const auto kick = [&directory, connections = connectionPort(directory),
                       record = http::OperatorRecord(&desk)](session::StaffPort::Matches matches,
                                                             hub::ByOperator by, Done done) {
        http::onControlThread([&directory, connections, record, matches = std::move(matches),
                               by = std::move(by), done = std::move(done)] {
            directory.findWhere(matches, mostKicked, [connections, record, by, done](const auto& found) {
                kickFound(connections, record, found, by, done);
            });
        });
    };
    return {desk, review, find, kick};
}

} // namespace chinwag::app
