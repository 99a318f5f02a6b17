#include "FakeConnections.h"

#include <algorithm>
#include <utility>

namespace chinwag::tests {

using protocol::ConnectionId;
using protocol::ConnectionInfo;

http::ConnectionPort FakeConnections::port() {
    http::ConnectionPort port;
    port.list = [this](const auto& query, auto done) {
        lastQuery = query;
        protocol::ConnectionListing listing{{}, open.size()};
        for (const auto& info : open) {
            if (protocol::matches(query, info))
                listing.ids.push_back(info.id);
        }
        answer([listing = std::move(listing), done = std::move(done)] { done(listing); });
    };
    port.read = [this](const auto& ids, auto done) {
        protocol::ConnectionInfos infos;
        for (const auto& id : ids)
            infos.push_back(find(id));
        answer([infos = std::move(infos), done = std::move(done)] { done(infos); });
    };
    port.kick = [this](const auto& id, const auto& reason, auto done) {
        auto info = find(id);
        if (info)
            reasons.push_back(reason);
        std::erase_if(open, [&id](const ConnectionInfo& one) { return one.id == id; });
        answer([info = std::move(info), done = std::move(done)] { done(info); });
    };
    port.trace = [this](const auto& id, const auto& options, const auto& sink, auto done) {
        protocol::TraceStart start{find(id), find(id) && find(id)->nick == operatorNick};
        if (start.connection && !start.isOperators) {
            traces.push_back(options);
            traceSink = sink;
        }
        answer([start = std::move(start), done = std::move(done)] { done(start); });
    };
    port.stopTrace = [this](const auto& id, auto done) {
        const bool isStopped = find(id).has_value();
        answer([isStopped, done = std::move(done)] { done(isStopped); });
    };
    port.kickAll = [this](const auto& ids, const auto& reason, auto done) {
        const auto count = std::erase_if(open, [&ids](const ConnectionInfo& one) {
            return std::find(ids.begin(), ids.end(), one.id) != ids.end();
        });
        reasons.insert(reasons.end(), count, reason);
        answer([count, done = std::move(done)] { done(count); });
    };
    port.tell = [this](const auto& id, const auto& message, auto done) {
        auto info = find(id);
        if (info)
            told.push_back(message);
        answer([info = std::move(info), done = std::move(done)] { done(info); });
    };
    port.users = [this](auto done) {
        protocol::ConnectedUsers users;
        for (const auto& info : open)
            protocol::count(users, info);
        answer([users = std::move(users), done = std::move(done)] { done(users); });
    };
    return port;
}

void FakeConnections::release() {
    held_ = false;
    for (auto& give : std::exchange(answers_, {}))
        give();
}

void FakeConnections::answer(std::function<void()> give) {
    if (held_)
        answers_.push_back(std::move(give));
    else
        give();
}

std::optional<ConnectionInfo> FakeConnections::find(const ConnectionId& id) const {
    const auto found =
        std::find_if(open.begin(), open.end(), [&id](const ConnectionInfo& one) { return one.id == id; });
    return found == open.end() ? std::nullopt : std::optional(*found);
}

ConnectionInfo makeConnection(const ConnectionId& id, const std::string& nick) {
    ConnectionInfo info;
    info.id = id;
    info.nick = nick;
    info.address = "192.0.2.7";
    info.dialect = "plain";
    info.room = "lobby";
    info.connectedAt = std::chrono::system_clock::time_point(std::chrono::milliseconds(1'790'000'000'123));
    return info;
}

} // namespace chinwag::tests
