// The part of ConsolePages that follows the live feed.
#include "views/ConsolePages.h"

#include "views/ServerPage.h"

#include <utility>

namespace chinwag::admin {

namespace {

// When the live feed says what is new: for what it might not have told.
constexpr std::chrono::seconds liveInterval{60};

// Whether the live feed says when it changes.
bool isTold(ConsolePages::Page page) {
    using Page = ConsolePages::Page;
    return page == Page::Reports || page == Page::Bans || page == Page::Mutes || page == Page::Audit ||
           page == Page::Logs;
}

} // namespace

void ConsolePages::setLive(bool live) {
    for (const Entry& entry : std::as_const(entries_)) {
        if (!isTold(entry.page))
            continue;
        entry.model->setRefreshInterval(live                       ? liveInterval
                                        : entry.page == Page::Logs ? logInterval
                                                                   : PagedModel::usualInterval);
        entry.model->refresh();
    }
}

void ConsolePages::takeEvent(const QJsonObject& event) {
    const QString type = event.value(QLatin1String("type")).toString();
    for (const Entry& entry : std::as_const(entries_)) {
        const bool isLog = entry.page == Page::Logs;
        const bool isReports = entry.page == Page::Reports;
        const bool isMeant = (type == QLatin1String("log") && isLog) ||
                             (type == QLatin1String("report") && isReports) ||
                             (type == QLatin1String("audit") && isTold(entry.page) && !isLog) ||
                             (type == QLatin1String("missed") && isTold(entry.page));
        if (isMeant)
            entry.model->refresh();
    }
    if (type == QLatin1String("server") || type == QLatin1String("audit"))
        server_->refresh();
}

} // namespace chinwag::admin
