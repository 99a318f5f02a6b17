#include "http/UserRoutes.h"

#include "http/JsonMessage.h"
#include "http/ModerationAnswers.h"
#include "http/RequestFields.h"
#include "protocol/ConnectionQuery.h"

#include <QtCore/QJsonArray>

#include <algorithm>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace chinwag::http {

namespace {

using namespace Qt::StringLiterals;
using protocol::ConnectedUsers;

constexpr std::uint64_t usualUserPage = 100;
constexpr std::uint64_t longestUserPage = 500;

enum class UserColumn : std::uint8_t { User, Connections, Rooms, Since };

/// What is asked for: those with `part`, in lower case, in their names, ordered and from an offset on.
struct PageRequest {
    std::string part;
    UserColumn column = UserColumn::User;
    bool isDown = false;
    std::size_t offset = 0;
    std::size_t limit = 0;
};

using Row = ConnectedUsers::const_pointer;

std::tuple<std::int64_t, std::string_view> keyOf(Row row, UserColumn column) {
    const auto& [name, user] = *row;
    switch (column) {
    case UserColumn::Connections: return {static_cast<std::int64_t>(user.connections), name};
    case UserColumn::Rooms: return {static_cast<std::int64_t>(user.rooms.size()), name};
    case UserColumn::Since: return {user.since.time_since_epoch().count(), name};
    case UserColumn::User: break;
    }
    return {0, name};
}

bool hasPart(Row row, const std::string& part) {
    const auto has = [&part](const std::string& name) {
        return protocol::lowered(name).find(part) != std::string::npos;
    };
    return has(row->first) || std::any_of(row->second.nicks.begin(), row->second.nicks.end(), has);
}

QJsonObject toJson(Row row) {
    const auto& [name, user] = *row;
    QJsonArray nicks;
    for (const auto& nick : user.nicks)
        nicks.append(QString::fromStdString(nick));
    return {{u"user"_s, QString::fromStdString(name)},
            {u"nicks"_s, nicks},
            {u"connections"_s, jsonNumber(user.connections)},
            {u"rooms"_s, jsonNumber(user.rooms.size())},
            {u"since"_s, jsonTime(user.since)}};
}

protocol::HttpAnswer toAnswer(const ConnectedUsers& users, const PageRequest& request) {
    std::vector<Row> rows;
    for (const auto& user : users) {
        if (hasPart(&user, request.part))
            rows.push_back(&user);
    }
    std::sort(rows.begin(), rows.end(), [&request](Row a, Row b) {
        if (request.isDown)
            std::swap(a, b);
        return keyOf(a, request.column) < keyOf(b, request.column);
    });
    QJsonArray items;
    for (auto i = request.offset; i < rows.size() && i < request.offset + request.limit; ++i)
        items.append(toJson(rows[i]));
    const auto count = static_cast<std::uint64_t>(items.size());
    return jsonAnswer({{u"total"_s, jsonNumber(rows.size())},
                       {u"items"_s, items},
                       {u"next_cursor"_s, nextCursor(request.offset, count, rows.size())}});
}

void list(const ConnectionPort& connections, const RoutedRequest& routed, AnswerOnce answer) {
    QueryFields fields(routed.request, {"q", "sort", "limit", "cursor"});
    PageRequest request;
    request.part = protocol::lowered(fields.text("q"));
    const auto sort = fields.choice(
        "sort", {"user", "-user", "connections", "-connections", "rooms", "-rooms", "since", "-since"});
    request.column = static_cast<UserColumn>(sort / 2);
    request.isDown = sort % 2 == 1;
    request.limit = static_cast<std::size_t>(fields.whole("limit", usualUserPage, 1, longestUserPage));
    request.offset = fields.cursor();
    if (fields.fault())
        return answer.give(*fields.fault());
    connections.users([request = std::move(request), shared = share(std::move(answer))](
                          const ConnectedUsers& users) { shared->give(toAnswer(users, request)); });
}

} // namespace

void addUserRoutes(RouteTable& routes, const OperatorGuard& guard, const ConnectionPort& connections) {
    routes.getLater(
        "/admin/api/users",
        guard.guarded(auth::Permission::View,
                      [connections](const RoutedRequest& routed, const auto& /*session*/, AnswerOnce answer) {
                          list(connections, routed, std::move(answer));
                      }));
}

} // namespace chinwag::http
