// The body of a request, read as it arrives: by length or in chunks (RFC 9112 sections 6 and 7).
#pragma once

#include "net/RequestHead.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace chinwag::net {

class RequestBody {
public:
    enum class Status {
        NeedMore,
        Done,
        Bad,      ///< refuse with 400
        TooLarge, ///< refuse with 413
    };

    /// Chunk extensions and trailer fields, which are thrown away, may have so many bytes in all.
    static constexpr std::size_t maxOverhead = std::size_t{16} * 1024;

    /// Reads the body that `head` announces, at most `maxSize` bytes of it.
    RequestBody(const RequestHead& head, std::size_t maxSize);

    /// Takes the next bytes and says how many of them were the body's; the rest is the next request.
    std::size_t feed(std::string_view bytes);

    Status status() const { return status_; }

    /// What is wrong and what is allowed, when Bad or TooLarge.
    std::string_view reason() const { return reason_; }

    /// The body so far, decoded; leaves this object without it.
    std::string take() { return std::move(body_); }

private:
    enum class Stage : std::uint8_t { Data, ChunkSize, ChunkData, ChunkEnd, Trailer };

    std::size_t takeData(std::string_view bytes);
    bool mayFollow(char c) const;
    std::size_t takeLine(std::string_view bytes);
    void endLine();
    void endSizeLine();
    void endTrailerLine();
    void dataComplete();
    void fail(Status status, std::string reason);

    std::string body_;
    std::string line_; // the framing line that is being read, without its CRLF once complete
    std::string reason_;
    std::size_t maxSize_;
    std::size_t remaining_; // of the body or of the chunk
    std::size_t overhead_ = 0;
    Status status_ = Status::NeedMore;
    Stage stage_;
};

} // namespace chinwag::net
