// A body in chunks or by length: however it is cut, it is the same body and ends at the same byte.
#include "FuzzInput.h"
#include "net/RequestBody.h"

#include <string>

using namespace chinwag;
using fuzz::require;
using net::RequestBody;
using Status = net::RequestBody::Status;

namespace {

constexpr std::size_t maxSize = 300;

struct Outcome {
    Status status;
    std::size_t consumed;
    std::string body;
};

Outcome read(const net::RequestHead& head, std::string_view bytes, fuzz::Cuts* cuts) {
    RequestBody body(head, maxSize);
    std::size_t at = 0;
    while (body.status() == Status::NeedMore && at < bytes.size()) {
        const auto piece = bytes.substr(at, cuts != nullptr ? cuts->next() : bytes.size());
        const std::size_t used = body.feed(piece);
        require(used <= piece.size(), "no more is used than there is");
        require(used == piece.size() || body.status() != Status::NeedMore,
                "while it needs more it takes all");
        at += used;
    }
    const bool refused = body.status() == Status::Bad || body.status() == Status::TooLarge;
    require(refused == !body.reason().empty(), "a refusal says why");
    return {body.status(), at, body.take()};
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::Input input(data, size);
    net::RequestHead head;
    const std::uint8_t kind = input.byte();
    head.chunked = kind != 0;
    head.bodyLength = head.chunked ? 0 : input.byte() * 2U;
    fuzz::Cuts cuts(kind);
    const auto whole = read(head, input.rest(), nullptr);
    const auto cut = read(head, input.rest(), &cuts);
    require(whole.status == cut.status, "cuts do not change the outcome");
    require(whole.consumed == cut.consumed, "nor where the body ends");
    require(whole.body == cut.body, "nor the body");
    require(whole.body.size() <= maxSize, "the body is limited");
    if (!head.chunked && whole.status == Status::Done)
        require(whole.body == input.rest().substr(0, head.bodyLength), "by length, the body is the bytes");
    return 0;
}
