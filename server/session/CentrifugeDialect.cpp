#include "session/CentrifugeDialect.h"

#include <memory>

namespace chinwag::session {

hub::Admission admitCentrifuge(hub::Hub& hub, const CentrifugeSettings& settings, const TokenGate& tokens,
                               const hub::Opening& opening) {
    return hub::SessionMaker([&hub, &settings, &tokens, address = opening.clientAddress,
                              isInside = opening.internal](hub::Link& link, hub::WorkerIndex worker) {
        return std::make_unique<CentrifugeSession>(hub, settings, tokens, link, worker, address, isInside);
    });
}

} // namespace chinwag::session
