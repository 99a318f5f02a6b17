#include "net/RequestBody.h"

#include "net/HttpSyntax.h"

#include <algorithm>
#include <utility>

namespace chinwag::net {

namespace {

// Enough for any chunk that can be accepted, and few enough that the number cannot overflow.
constexpr std::size_t maxSizeDigits = 15;

} // namespace

RequestBody::RequestBody(const RequestHead& head, std::size_t maxSize)
    : maxSize_(maxSize),
      remaining_(head.chunked ? 0 : head.bodyLength),
      stage_(head.chunked ? Stage::ChunkSize : Stage::Data) {
    if (head.chunked)
        return;
    if (remaining_ == 0)
        status_ = Status::Done;
    else if (remaining_ > maxSize_)
        fail(Status::TooLarge, "the body may have at most " + std::to_string(maxSize_) + " bytes");
}

std::size_t RequestBody::feed(std::string_view bytes) {
    std::size_t used = 0;
    while (status_ == Status::NeedMore && used < bytes.size()) {
        const auto rest = bytes.substr(used);
        const bool inData = stage_ == Stage::Data || stage_ == Stage::ChunkData;
        used += inData ? takeData(rest) : takeLine(rest);
    }
    return used;
}

std::size_t RequestBody::takeData(std::string_view bytes) {
    const auto count = std::min(remaining_, bytes.size());
    body_.append(bytes.substr(0, count));
    remaining_ -= count;
    if (remaining_ == 0)
        dataComplete();
    return count;
}

void RequestBody::dataComplete() {
    if (stage_ == Stage::Data)
        status_ = Status::Done;
    else
        stage_ = Stage::ChunkEnd;
}

bool RequestBody::mayFollow(char c) const {
    if (line_.ends_with('\r'))
        return c == '\n';
    if (stage_ == Stage::ChunkEnd)
        return c == '\r';
    return c == '\r' || c == '\t' || !isControl(c);
}

// Takes bytes up to and with the line's LF. A wrong byte is found at once.
std::size_t RequestBody::takeLine(std::string_view bytes) {
    std::size_t used = 0;
    while (used < bytes.size()) {
        const char c = bytes[used++];
        if (!mayFollow(c)) {
            fail(Status::Bad,
                 "in a chunked body each chunk and each line must end with CR LF, and a line may "
                 "not hold control characters");
            return used;
        }
        if (c == '\n') {
            line_.pop_back();
            endLine();
            return used;
        }
        line_ += c;
        if (line_.size() + overhead_ > maxOverhead) {
            fail(Status::TooLarge, "chunk extensions and trailer fields may have at most " +
                                       std::to_string(maxOverhead) + " bytes");
            return used;
        }
    }
    return used;
}

void RequestBody::endLine() {
    if (stage_ == Stage::ChunkSize)
        endSizeLine();
    else if (stage_ == Stage::Trailer)
        endTrailerLine();
    else
        stage_ = Stage::ChunkSize;
    line_.clear();
}

void RequestBody::endSizeLine() {
    const auto digits = std::string_view(line_).substr(0, line_.find(';'));
    // White space is allowed before an extension, and nowhere else (RFC 9112 section 7.1.1).
    const auto number =
        digits.size() < line_.size() ? digits.substr(0, digits.find_last_not_of(" \t") + 1) : digits;
    if (number.empty() || number.size() > maxSizeDigits ||
        !std::all_of(number.begin(), number.end(), [](char c) { return hexDigit(c) >= 0; })) {
        fail(Status::Bad, "a chunk must start with its size, 1 to 15 hexadecimal digits");
        return;
    }
    std::uint64_t size = 0;
    for (const char c : number)
        size = size * 16 + static_cast<std::uint64_t>(hexDigit(c));
    if (size > maxSize_ - body_.size()) {
        fail(Status::TooLarge, "the body may have at most " + std::to_string(maxSize_) + " bytes");
        return;
    }
    overhead_ += line_.size() - number.size();
    remaining_ = static_cast<std::size_t>(size);
    stage_ = size == 0 ? Stage::Trailer : Stage::ChunkData;
}

void RequestBody::endTrailerLine() {
    if (line_.empty()) {
        status_ = Status::Done;
        return;
    }
    overhead_ += line_.size();
    const auto field = parseFieldLine(line_);
    if (!field.fault.empty())
        fail(Status::Bad, std::string(field.fault));
}

void RequestBody::fail(Status status, std::string reason) {
    status_ = status;
    reason_ = std::move(reason);
}

} // namespace chinwag::net
