#include "ConnectionTable.h"

#include <array>
#include <random>
#include <string>

namespace chinwag::bench {

namespace {

constexpr std::array names{"Alice", "Bjorn", "Chiara", "Dmitri", "Esther", "Fatima", "Gwen", "Haruki"};
constexpr std::array rooms{"lobby", "help", "music", "team-42", "games"};

} // namespace

ConnectionTable::ConnectionTable(std::size_t count) {
    std::mt19937 random(42); // NOLINT(cert-msc51-cpp): the same rows every time
    const auto below = [&random](unsigned limit) { return static_cast<unsigned>(random() % limit); };
    const auto now = std::chrono::system_clock::now();
    rows_.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        protocol::ConnectionInfo info;
        info.id = {0, static_cast<std::uint32_t>(i), 1};
        info.nick = names.at(below(names.size())) + std::to_string(below(10'000));
        if (i % 3 == 0)
            info.user = std::to_string(1000 + i);
        info.client = "js 5.3.2";
        info.address = "198.51." + std::to_string(below(256)) + '.' + std::to_string(below(256));
        info.dialect = i % 3 == 0 ? "centrifuge" : "plain";
        info.room = rooms.at(below(rooms.size()));
        info.tls = below(3) != 0;
        info.connectedAt = now - std::chrono::milliseconds(below(86'400'000));
        info.idle = std::chrono::milliseconds(below(600'000));
        info.roundTripMilliseconds = below(900) / 10.0;
        info.messagesIn = below(4'000);
        info.messagesOut = below(60'000);
        info.bytesIn = info.messagesIn * 60;
        info.bytesOut = info.messagesOut * 80;
        rows_.push_back(std::move(info));
    }
}

http::ConnectionPort ConnectionTable::port() const {
    http::ConnectionPort port;
    port.list = [this](const auto& query, auto done) { done(list(query)); };
    port.read = [this](const auto& ids, auto done) { done(read(ids)); };
    return port;
}

protocol::ConnectionListing ConnectionTable::list(const protocol::ConnectionQuery& query) const {
    std::vector<protocol::ConnectionKey> keys;
    for (const auto& info : rows_) {
        if (protocol::matches(query, info))
            keys.push_back(protocol::makeConnectionKey(query, info));
    }
    protocol::sortConnections(keys, query);
    protocol::ConnectionListing listing{{}, rows_.size()};
    listing.ids.reserve(keys.size());
    for (const auto& key : keys)
        listing.ids.push_back(key.id);
    return listing;
}

protocol::ConnectionInfos ConnectionTable::read(const std::vector<protocol::ConnectionId>& ids) const {
    protocol::ConnectionInfos infos;
    infos.reserve(ids.size());
    for (const auto& id : ids)
        infos.emplace_back(rows_[id.slot]);
    return infos;
}

} // namespace chinwag::bench
