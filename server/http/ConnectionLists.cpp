#include "http/ConnectionLists.h"

#include <QtCore/QByteArray>
#include <QtCore/QRandomGenerator>

#include <algorithm>
#include <utility>

namespace chinwag::http {

namespace {

std::string randomName() {
    constexpr int base = 16;
    return QByteArray::number(QRandomGenerator::system()->generate64(), base).toStdString();
}

} // namespace

const ConnectionLists::List& ConnectionLists::keep(const std::string& session,
                                                   protocol::ConnectionListing listing, Time now) {
    dropOld(now);
    const auto isOfSession = [&session](const Kept& kept) { return kept.session == session; };
    if (std::count_if(kept_.begin(), kept_.end(), isOfSession) >= static_cast<std::ptrdiff_t>(maxPerSession))
        kept_.erase(std::find_if(kept_.begin(), kept_.end(), isOfSession));
    kept_.push_back({{randomName(), std::move(listing.ids), listing.open}, session, now});
    return kept_.back().list;
}

const ConnectionLists::List* ConnectionLists::find(std::string_view name, const std::string& session,
                                                   Time now) {
    dropOld(now);
    const auto found = std::find_if(kept_.begin(), kept_.end(), [&](const Kept& kept) {
        return kept.list.name == name && kept.session == session;
    });
    if (found == kept_.end())
        return nullptr;
    found->lastUsed = now;
    std::rotate(found, found + 1, kept_.end());
    return &kept_.back().list;
}

void ConnectionLists::dropOld(Time now) {
    std::erase_if(kept_, [now](const Kept& kept) { return now - kept.lastUsed > lifetime; });
}

} // namespace chinwag::http
