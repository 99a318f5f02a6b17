#include "support/HttpProbe.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace chinwag::test {

namespace {

constexpr std::string_view lineEnd = "\r\n";

Answer unanswered(ReadStatus status) {
    Answer answer;
    answer.kind = status == ReadStatus::End     ? Answer::Kind::End
                  : status == ReadStatus::Reset ? Answer::Kind::Reset
                                                : Answer::Kind::Timeout;
    return answer;
}

std::optional<std::size_t> number(std::string_view digits) {
    std::size_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc{} || end != digits.data() + digits.size())
        return std::nullopt;
    return value;
}

bool parseStatusLine(std::string_view line, Answer& answer) {
    constexpr std::string_view version = "HTTP/1.1 ";
    if (line.substr(0, version.size()) != version || line.size() < version.size() + 4)
        return false;
    const auto status = number(line.substr(version.size(), 3));
    answer.status = static_cast<int>(status.value_or(0));
    return status && line[version.size() + 3] == ' ';
}

bool parseHeader(std::string_view line, Answer& answer) {
    const auto colon = line.find(": ");
    const bool clean = std::all_of(line.begin(), line.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte >= 0x20 && byte != 0x7F;
    });
    if (colon == std::string_view::npos || colon == 0 || !clean)
        return false;
    answer.headers.push_back({std::string(line.substr(0, colon)), std::string(line.substr(colon + 2))});
    return true;
}

// `head` is without its final empty line; every line of it ends in CRLF.
bool parseHead(std::string_view head, Answer& answer) {
    for (bool first = true; !head.empty(); first = false) {
        const auto end = head.find(lineEnd);
        const auto line = head.substr(0, end);
        if (!(first ? parseStatusLine(line, answer) : parseHeader(line, answer)))
            return false;
        head.remove_prefix(end + lineEnd.size());
    }
    return true;
}

bool mayHaveBody(const Answer& answer, bool toHead) {
    return !toHead && answer.status >= 200 && answer.status != 204 && answer.status != 304;
}

// The length of the body; nothing when the head does not say it once and clearly.
std::optional<std::size_t> bodyLength(const Answer& answer, bool toHead) {
    if (!mayHaveBody(answer, toHead))
        return 0;
    const auto named = std::count_if(answer.headers.begin(), answer.headers.end(),
                                     [](const auto& header) { return header.name == "Content-Length"; });
    return named == 1 ? number(answer.header("Content-Length")) : std::nullopt;
}

} // namespace

std::string Answer::header(std::string_view name) const {
    return std::string(protocol::headerValue(headers, name));
}

bool Answer::has(std::string_view name) const {
    return !header(name).empty();
}

std::string Answer::describe() const {
    switch (kind) {
    case Kind::End: return "end of connection";
    case Kind::Reset: return "connection reset";
    case Kind::Timeout: return "no answer in time";
    case Kind::Malformed: return "malformed answer: " + body;
    case Kind::Complete: break;
    }
    std::string out = std::to_string(status);
    for (const auto& header : headers)
        out += "\n  " + header.name + ": " + header.value;
    return out + "\n  " + body.substr(0, 300);
}

bool HttpProbe::send(std::string_view bytes, QDeadlineTimer deadline) {
    return stream_ && stream_->write(bytes, deadline);
}

Answer HttpProbe::read(bool toHead, QDeadlineTimer deadline) {
    Answer answer;
    std::optional<std::size_t> total;
    for (;;) {
        const auto headEnd = input_.find("\r\n\r\n");
        if (headEnd != std::string::npos && !total) {
            const bool parsed =
                parseHead(std::string_view(input_).substr(0, headEnd + lineEnd.size()), answer);
            const auto length = parsed ? bodyLength(answer, toHead) : std::nullopt;
            if (!length) {
                answer.kind = Answer::Kind::Malformed;
                answer.body = input_;
                return answer;
            }
            total = headEnd + 4 + *length;
        }
        if (total && input_.size() >= *total) {
            answer.body = input_.substr(headEnd + 4, *total - headEnd - 4);
            input_.erase(0, *total);
            return answer;
        }
        const auto status = stream_ ? stream_->read(input_, deadline) : ReadStatus::Reset;
        if (status != ReadStatus::Data && !input_.empty() && status != ReadStatus::Timeout) {
            answer.kind = Answer::Kind::Malformed;
            answer.body = "cut off after: " + input_;
            return answer;
        }
        if (status != ReadStatus::Data)
            return unanswered(status);
    }
}

Answer HttpProbe::get(std::string_view target, std::string_view headers) {
    send(request("GET", target, headers));
    return read();
}

std::vector<Answer> HttpProbe::readToEnd() {
    std::vector<Answer> answers;
    do
        answers.push_back(read());
    while (answers.back().kind == Answer::Kind::Complete);
    return answers;
}

std::string request(std::string_view method, std::string_view target, std::string_view headers) {
    std::string out(method);
    out += ' ';
    out += target;
    out += " HTTP/1.1\r\nHost: localhost\r\n";
    out += headers;
    return out + "\r\n";
}

} // namespace chinwag::test
