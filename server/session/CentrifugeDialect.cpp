#include "session/CentrifugeDialect.h"

#include <memory>

namespace chinwag::session {

hub::Admission admitCentrifuge(hub::Hub& hub, const CentrifugeSettings& settings) {
    return hub::SessionMaker([&hub, &settings](hub::Link& link, hub::WorkerIndex worker) {
        return std::make_unique<CentrifugeSession>(hub, settings, link, worker);
    });
}

} // namespace chinwag::session
