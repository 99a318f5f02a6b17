// HTTP/1.1 on one connection, as raw as a test likes it: any bytes out, strictly parsed answers in.
#pragma once

#include "protocol/HttpMessage.h"
#include "support/Patience.h"
#include "support/Stream.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace chinwag::test {

/// An answer, or why there is none.
struct Answer {
    enum class Kind { Complete, End, Reset, Timeout, Malformed };

    Kind kind = Kind::Complete;
    int status = 0;
    std::vector<protocol::HttpHeader> headers;
    std::string body;

    std::string header(std::string_view name) const;
    bool has(std::string_view name) const;
    /// True when the connection ended instead: orderly or cut.
    bool isEnd() const { return kind == Kind::End || kind == Kind::Reset; }
    /// For a failed test's message.
    std::string describe() const;
};

class HttpProbe {
public:
    /// `stream` may be empty: then every reading is a Reset.
    explicit HttpProbe(std::unique_ptr<Stream> stream) : stream_(std::move(stream)) {}

    /// Sends bytes as they are; false when the peer took no more.
    bool send(std::string_view bytes, QDeadlineTimer deadline = soon());

    /// The next answer. `toHead`: it answers a HEAD request, which has no body whatever its headers say.
    Answer read(bool toHead = false, QDeadlineTimer deadline = soon());

    /// Sends a GET of `target` with `headers` (each ending in CRLF) and reads the answer.
    Answer get(std::string_view target, std::string_view headers = {});

    /// All answers until the server ends the connection. The last one says how it ended.
    std::vector<Answer> readToEnd();

    /// Bytes that came after the last answer.
    std::string& input() { return input_; }
    /// Empty when there was no connection.
    Stream* stream() const { return stream_.get(); }

private:
    std::unique_ptr<Stream> stream_;
    std::string input_;
};

/// The head of a well-formed request with a Host header.
std::string request(std::string_view method, std::string_view target, std::string_view headers = {});

} // namespace chinwag::test
