#include "ListQuestions.h"

#include "Durations.h"

#include <QJsonArray>
#include <QSet>

#include <algorithm>
#include <array>
#include <utility>

namespace chinwag::bench {

namespace {

constexpr int askedTimes = 11;
constexpr std::size_t pageSize = 200; // rows; the console's own

/// How long the same thing took, once and once again.
struct Taken {
    Durations waited;
    Durations worked;
};

class Asker {
public:
    Asker(AskList ask, bool showWork) : ask_(std::move(ask)), showWork_(showWork) {}

    std::optional<QJsonObject> once(const std::string& query, Taken& taken) const {
        const auto begin = std::chrono::steady_clock::now();
        const auto before = threadTime();
        auto body = ask_(query);
        taken.waited.add(std::chrono::steady_clock::now() - begin);
        taken.worked.add(threadTime() - before);
        return body;
    }

    bool tell(const QString& what, const Taken& taken) const {
        const auto both = [](const Durations& durations) -> QString {
            return inWords(durations.median()) + inWords(durations.worst());
        };
        const QString work = showWork_ ? QString(QStringLiteral("   work ") + both(taken.worked)) : QString();
        return report(what, both(taken.waited) + work);
    }

    /// Asks again and again, and reports; the last answer.
    std::optional<QJsonObject> measure(const QString& what, const std::string& query) const {
        Taken taken;
        std::optional<QJsonObject> body;
        for (int i = 0; i < askedTimes; ++i) {
            body = once(query, taken);
            if (!body)
                return std::nullopt;
        }
        return tell(what, taken) ? body : std::nullopt;
    }

private:
    const AskList ask_;
    const bool showWork_;
};

std::string pageOf(const QJsonObject& opened, std::size_t offset) {
    return "list=" + opened.value(QLatin1String("list")).toString().toStdString() +
           "&limit=" + std::to_string(pageSize) + "&offset=" + std::to_string(offset);
}

/// Every page, each of them once, as somebody sees them who scrolls from the first row to the last.
bool measurePages(const Asker& asker, std::size_t connections) {
    Taken taken;
    Taken opening;
    const auto opened = asker.once("limit=" + std::to_string(pageSize), opening);
    if (!opened)
        return false;
    QSet<QString> seen;
    for (std::size_t offset = 0; offset < connections; offset += pageSize) {
        const auto page = asker.once(pageOf(*opened, offset), taken);
        if (!page)
            return false;
        const QJsonArray rows = page->value(QLatin1String("items")).toArray();
        for (const auto& row : rows)
            seen.insert(row[QLatin1String("id")].toString());
    }
    return asker.tell(QStringLiteral("each page of it"), taken) &&
           seen.size() == static_cast<qsizetype>(connections);
}

bool measureOrders(const Asker& asker) {
    constexpr std::array orders{"-connected_at", "nick", "-address", "idle", "-messages_in", "rtt"};
    return std::all_of(orders.begin(), orders.end(), [&asker](const char* order) {
        return asker
            .measure(QStringLiteral("sort=%1").arg(QLatin1String(order)),
                     std::string("limit=200&sort=") + order)
            .has_value();
    });
}

bool measureFilters(const Asker& asker) {
    constexpr std::array filters{"q=alice12", "nick=dmitri", "room=music&tls=true", "idle.min=60",
                                 "q=nobody"};
    return std::all_of(filters.begin(), filters.end(), [&asker](const char* filter) {
        return asker.measure(QString::fromLatin1(filter), std::string("limit=200&sort=nick&") + filter)
            .has_value();
    });
}

} // namespace

bool measureLists(const AskList& ask, std::size_t connections, bool showWork) {
    const Asker asker(ask, showWork);
    const auto opened = asker.measure(QStringLiteral("open the list"), "limit=200");
    if (!opened)
        return false;
    return asker.measure(QStringLiteral("a page in the middle of it"), pageOf(*opened, connections / 2)) &&
           asker.measure(QStringLiteral("its end"),
                         pageOf(*opened, connections - std::min(connections, pageSize))) &&
           measurePages(asker, connections) && measureOrders(asker) && measureFilters(asker);
}

} // namespace chinwag::bench
