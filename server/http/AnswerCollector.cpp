#include "http/AnswerCollector.h"

#include <charconv>
#include <utility>

namespace chinwag::http {

namespace {

constexpr std::string_view lineEnd = "\r\n";
constexpr std::string_view headEnd = "\r\n\r\n";

template <typename Number>
bool parseNumber(std::string_view text, Number& number) {
    const auto* const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, number);
    return error == std::errc() && stop == end;
}

} // namespace

AnswerCollector::State AnswerCollector::feed(std::string_view bytes) {
    if (state_ != State::Incomplete)
        return state_;
    bytes_ += bytes;
    if (!headRead_)
        state_ = readHead();
    if (state_ == State::Incomplete && headRead_ && bytes_.size() >= bodyLength_) {
        bytes_.resize(bodyLength_);
        state_ = State::Complete;
    }
    return state_;
}

protocol::HttpAnswer AnswerCollector::take() {
    answer_.body = std::exchange(bytes_, {});
    return std::exchange(answer_, {});
}

AnswerCollector::State AnswerCollector::readHead() {
    const auto end = bytes_.find(headEnd);
    if (end == std::string::npos)
        return State::Incomplete;
    std::string_view head = std::string_view(bytes_).substr(0, end + lineEnd.size());
    for (bool first = true; !head.empty(); first = false) {
        const auto line = head.substr(0, head.find(lineEnd));
        if (!(first ? readStatusLine(line) : readHeader(line)))
            return State::Malformed;
        head.remove_prefix(line.size() + lineEnd.size());
    }
    if (hasNoBody())
        bodyLength_ = 0;
    else if (!lengthKnown_)
        return State::Malformed;
    bytes_.erase(0, end + headEnd.size());
    headRead_ = true;
    return State::Incomplete;
}

bool AnswerCollector::readStatusLine(std::string_view line) {
    constexpr std::string_view version = "HTTP/1.1 ";
    constexpr std::size_t codeLength = 3;
    return line.substr(0, version.size()) == version &&
           parseNumber(line.substr(version.size(), codeLength), answer_.status) && answer_.status >= 200;
}

bool AnswerCollector::readHeader(std::string_view line) {
    const auto colon = line.find(": ");
    if (colon == std::string_view::npos)
        return false;
    protocol::HttpHeader header{std::string(line.substr(0, colon)), std::string(line.substr(colon + 2))};
    if (!protocol::headerValue({header}, "Content-Length").empty()) {
        lengthKnown_ = parseNumber(std::string_view(header.value), bodyLength_);
        return lengthKnown_;
    }
    answer_.headers.push_back(std::move(header));
    return true;
}

bool AnswerCollector::hasNoBody() const {
    return answer_.status == 204 || answer_.status == 304;
}

} // namespace chinwag::http
