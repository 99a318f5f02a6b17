#include "app/ConnectionAccess.h"

#include <utility>

namespace chinwag::app {

namespace {

constexpr auto kicked = protocol::CloseCode::Kicked;

std::string toldReason(const std::string& reason) {
    return reason.empty() ? std::string(protocol::closeReason(kicked)) : reason;
}

} // namespace

http::ConnectionPort connectionPort(net::ConnectionDirectory& directory) {
    http::ConnectionPort port;
    port.list = [&directory](const auto& query, auto done) { directory.list(query, std::move(done)); };
    port.read = [&directory](const auto& ids, auto done) { directory.read(ids, std::move(done)); };
    port.kick = [&directory](const auto& id, const auto& reason, auto done) {
        directory.close(id, kicked, toldReason(reason), std::move(done));
    };
    port.kickAll = [&directory](const auto& ids, const auto& reason, auto done) {
        directory.closeAll(ids, kicked, toldReason(reason), std::move(done));
    };
    port.tell = [&directory](const auto& id, const auto& message, auto done) {
        directory.tell(id, message, std::move(done));
    };
    port.trace = [&directory](const auto& id, const auto& options, const auto& sink, auto done) {
        directory.trace(id, options, sink, std::move(done));
    };
    port.stopTrace = [&directory](const auto& id, auto done) { directory.stopTrace(id, std::move(done)); };
    port.users = [&directory](auto done) { directory.users(std::move(done)); };
    return port;
}

} // namespace chinwag::app
