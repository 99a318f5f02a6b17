#include "ServerSide.h"

#include "ConnectionTable.h"
#include "Durations.h"
#include "RequestBench.h"

#include <QJsonObject>

#include <optional>
#include <string>

namespace chinwag::bench {

namespace {

constexpr int times = 11;

class Asker {
public:
    Asker(tests::RequestBench& server, std::string token) : server_(server), token_(std::move(token)) {}

    /// Asks again and again, and reports; the last answer, nothing when it was refused.
    std::optional<QJsonObject> measure(const QString& what, const std::string& query) {
        Durations waited;
        Durations worked;
        QJsonObject body;
        for (int i = 0; i < times; ++i) {
            const auto begin = std::chrono::steady_clock::now();
            const auto before = threadTime();
            const auto answer = server_.ask(
                tests::authorized(tests::makeRequest("GET", "/admin/api/connections?" + query), token_));
            waited.add(std::chrono::steady_clock::now() - begin);
            worked.add(threadTime() - before);
            if (answer.status != 200)
                return std::nullopt;
            body = tests::json(answer);
        }
        const auto both = [](const Durations& durations) -> QString {
            return inWords(durations.median()) + inWords(durations.worst());
        };
        if (!report(what, both(waited) + QStringLiteral("   work ") + both(worked)))
            return std::nullopt;
        return body;
    }

private:
    tests::RequestBench& server_;
    const std::string token_;
};

bool measureOrders(Asker& asker) {
    for (const char* const order : {"-connected_at", "nick", "-address", "idle", "-messages_in", "rtt"}) {
        if (!asker.measure(QStringLiteral("sort=%1").arg(QLatin1String(order)),
                           std::string("limit=200&sort=") + order))
            return false;
    }
    return true;
}

bool measureFilters(Asker& asker) {
    for (const char* const filter :
         {"q=alice12", "nick=dmitri", "room=music&tls=true", "idle.min=60", "q=nobody"}) {
        if (!asker.measure(QString::fromLatin1(filter), std::string("limit=200&sort=nick&") + filter))
            return false;
    }
    return true;
}

} // namespace

bool measureServer(std::size_t connections) {
    const ConnectionTable table(connections);
    tests::RequestBench server({}, table.port());
    const auto token = server.logIn();
    if (token.empty())
        return false;
    Asker asker(server, token);
    const auto opened = asker.measure(QStringLiteral("open the list"), "limit=200");
    if (!opened)
        return false;
    const auto list = opened->value(QLatin1String("list")).toString().toStdString();
    const auto at = [&](std::size_t offset) {
        return "list=" + list + "&limit=200&offset=" + std::to_string(offset);
    };
    return asker.measure(QStringLiteral("a page in the middle of it"), at(connections / 2)) &&
           asker.measure(QStringLiteral("its end"),
                         at(connections - std::min<std::size_t>(connections, 200))) &&
           measureOrders(asker) && measureFilters(asker);
}

} // namespace chinwag::bench
