// The promise that a request gets exactly one answer, kept whatever becomes of the request.
#pragma once

#include "protocol/HttpMessage.h"

namespace chinwag::http {

/// Owns the way back to the connection that asked. One that is destroyed before it was given an answer
/// (the server stops while the request waits) answers 503 by itself.
class AnswerOnce {
public:
    explicit AnswerOnce(protocol::HttpAnswerSink sink);
    AnswerOnce(AnswerOnce&& other) noexcept;
    AnswerOnce(const AnswerOnce&) = delete;
    AnswerOnce& operator=(const AnswerOnce&) = delete;
    AnswerOnce& operator=(AnswerOnce&&) = delete;
    ~AnswerOnce();

    /// The first call answers; later ones do nothing.
    void give(protocol::HttpAnswer answer);
    bool given() const { return !sink_; }

private:
    protocol::HttpAnswerSink sink_;
};

} // namespace chinwag::http
