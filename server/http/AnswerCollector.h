// Turns the bytes of one HTTP answer, as QHttpServer writes them, back into a value.
#pragma once

#include "protocol/HttpMessage.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace chinwag::http {

/// Reads an answer whose body has a Content-Length or that has no body by its status. Anything else
/// (chunks, a body that ends with the connection) is none that the routes here make.
class AnswerCollector {
public:
    enum class State { Incomplete, Complete, Malformed };

    /// Takes the next bytes. What follows a complete answer is ignored.
    State feed(std::string_view bytes);
    State state() const { return state_; }

    /// The answer of a Complete collector, without its Content-Length: who writes it adds that.
    protocol::HttpAnswer take();

private:
    State readHead();
    bool readStatusLine(std::string_view line);
    bool readHeader(std::string_view line);
    bool hasNoBody() const;

    State state_ = State::Incomplete;
    bool headRead_ = false;
    bool lengthKnown_ = false;
    std::size_t bodyLength_ = 0;
    std::string bytes_; // the head while it is incomplete, then the body
    protocol::HttpAnswer answer_;
};

} // namespace chinwag::http
