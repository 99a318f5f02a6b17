#include "http/AnswerOnce.h"

#include "http/ProblemType.h"

#include <utility>

namespace chinwag::http {

AnswerOnce::AnswerOnce(protocol::HttpAnswerSink sink) : sink_(std::move(sink)) {}

AnswerOnce::AnswerOnce(AnswerOnce&& other) noexcept : sink_(std::exchange(other.sink_, nullptr)) {}

AnswerOnce::~AnswerOnce() {
    if (!given())
        give(protocol::problem(503, "the server is stopping", problem_type::stopping));
}

void AnswerOnce::give(protocol::HttpAnswer answer) {
    if (const auto sink = std::exchange(sink_, nullptr))
        sink(std::move(answer));
}

} // namespace chinwag::http
