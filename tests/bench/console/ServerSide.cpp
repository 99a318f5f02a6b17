#include "ServerSide.h"

#include "ConnectionTable.h"
#include "ListQuestions.h"
#include "RequestBench.h"

namespace chinwag::bench {

bool measureServer(std::size_t connections) {
    const ConnectionTable table(connections);
    tests::RequestBench server({}, table.port());
    const auto token = server.logIn();
    if (token.empty())
        return false;
    const auto ask = [&](const std::string& query) -> std::optional<QJsonObject> {
        const auto answer = server.ask(
            tests::authorized(tests::makeRequest("GET", "/admin/api/connections?" + query), token));
        return answer.status == 200 ? std::optional(tests::json(answer)) : std::nullopt;
    };
    return measureLists(ask, connections, true);
}

} // namespace chinwag::bench
