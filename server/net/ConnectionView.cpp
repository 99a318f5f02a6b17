// The part of Connection that is about what operators see of it.
#include "net/Connection.h"

#include "net/Reactor.h"

#include <utility>

namespace chinwag::net {

using protocol::Opcode;

void Connection::trace(const protocol::TraceOptions& options, protocol::TraceSink sink) {
    endTrace("replaced");
    trace_ = std::make_unique<FrameTrace>(reactor_, options, std::move(sink));
}

bool Connection::stopTrace() {
    const bool isTraced = trace_ && !trace_->isOver();
    endTrace("stopped");
    trace_.reset();
    return isTraced;
}

void Connection::traceIncoming(FrameReader::Event event) {
    switch (event) {
    case FrameReader::Event::Text: return trace_->addIncoming(Opcode::Text, reader_.payload());
    case FrameReader::Event::Binary: return trace_->addIncoming(Opcode::Binary, reader_.payload());
    case FrameReader::Event::Ping: return trace_->addIncoming(Opcode::Ping, reader_.payload());
    case FrameReader::Event::Pong: return trace_->addIncoming(Opcode::Pong, reader_.payload());
    case FrameReader::Event::Close: return trace_->addIncoming(Opcode::Close, reader_.payload());
    case FrameReader::Event::NeedMore:
    case FrameReader::Event::Violation: break;
    }
}

std::optional<hub::SessionFacts> Connection::facts() const {
    return session_ ? std::optional(session_->facts()) : std::nullopt;
}

void Connection::describe(protocol::ConnectionInfo& info, const protocol::ConnectionColumns& columns) {
    info.id = {static_cast<std::uint32_t>(reactor_.index()), place_.slot, place_.generation};
    if (session_)
        fillIn(info, session_->facts(), columns);
    if (columns.test(static_cast<std::size_t>(protocol::ConnectionColumn::Address)))
        info.address = client_.toString();
    info.tls = transport_->isSecure();
    info.connectedAt = connectedAt_;
    tally_.fillIn(info, reactor_.now());
    info.queueBytes = queue_.bytes();
}

} // namespace chinwag::net
