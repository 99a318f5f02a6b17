#include "session/PlainSession.h"

namespace chinwag::session {

PlainSession::PlainSession(hub::Hub& hub, std::string_view channel, hub::Link& link, hub::WorkerIndex worker)
    : hub_(hub), link_(link), subscription_(hub, channel, worker, link) {}

void PlainSession::onText(std::string_view message) {
    hub_.publish(subscription_.channel(), message);
}

void PlainSession::onBinary(std::string_view) {
    link_.close(protocol::CloseCode::UnsupportedData, "only text messages are allowed here");
}

} // namespace chinwag::session
