// Any bytes as a request head. What is accepted keeps its promises, and means the same when it is written
// down again: no second parser can find another request in it.
#include "FuzzInput.h"
#include "net/ClientAddress.h"
#include "net/HttpSyntax.h"
#include "net/OriginPolicy.h"
#include "net/RequestHead.h"
#include "net/WebSocketOpening.h"
#include "protocol/UrlQuery.h"
#include "protocol/Utf8Validator.h"

#include <string>

using namespace chinwag;
using fuzz::require;
using net::HeadResult;
using net::RequestHead;
using Status = net::HeadResult::Status;

namespace {

constexpr std::size_t maxSize = 4096;
constexpr std::size_t maxBody = 100'000;

std::string rewritten(const RequestHead& head) {
    std::string out =
        head.method + " " + head.target + " HTTP/1." + std::to_string(head.minorVersion) + "\r\n";
    for (const auto& header : head.headers)
        out += header.name + ":" + header.value + "\r\n";
    return out + "\r\n";
}

void checkComplete(const RequestHead& head, std::string_view bytes) {
    require(head.size <= bytes.size() && head.size <= maxSize, "the head is within the input and its limit");
    require(bytes.substr(0, head.size).ends_with("\r\n\r\n"), "a head ends with an empty line");
    require(head.target.starts_with('/'), "the target is in origin form");
    require(head.headers.size() <= net::maxHeaderFields, "the number of fields is limited");
    require(head.bodyLength <= maxBody, "the body is limited");
    require(!(head.chunked && head.bodyLength != 0), "there is one framing");
    require(head.minorVersion == 0 || net::countHeader(head.headers, "Host") == 1, "there is one Host");
    for (const auto& header : head.headers) {
        require(net::isToken(header.name), "names are tokens");
        require(header.value.find_first_of(std::string_view("\r\n\0", 3)) == std::string::npos,
                "values are one line");
    }
    const auto again = net::parseRequestHead(rewritten(head), maxSize * 2, maxBody);
    require(again.status == Status::Complete && again.head.target == head.target &&
                again.head.headers.size() == head.headers.size() &&
                again.head.bodyLength == head.bodyLength && again.head.chunked == head.chunked &&
                again.head.keepAlive == head.keepAlive,
            "written down again it is the same");
}

// As far as it is cut off it was neither complete nor, being right, wrong.
void checkCuts(const RequestHead& head, std::string_view bytes) {
    for (std::size_t size = 0; size < head.size; size += 1 + size / 16)
        require(net::parseRequestHead(bytes.substr(0, size), maxSize, maxBody).status == Status::Incomplete,
                "every start of a right head is incomplete");
}

void useHead(const RequestHead& head) {
    const auto opening = net::judgeOpening(head);
    require((opening.verdict == net::WebSocketOpening::Verdict::Wrong) == (opening.answer.status >= 400),
            "a wrong opening has its answer");
    net::OriginPolicy policy;
    require(policy.add("https://*.example.org"), "the pattern is right");
    policy.allows(protocol::headerValue(head.headers, "Origin"), protocol::headerValue(head.headers, "Host"),
                  true);
    net::ClientAddress finder;
    require(finder.trust("10.0.0.0/8") && finder.trust("::/0"), "the networks are right");
    finder.clientAddress(*protocol::Address::parse("10.0.0.1"), head.headers);
    const auto room = protocol::queryParameter(head.query(), "room");
    require(!room.value || (room.valid && protocol::Utf8Validator::isValid(*room.value)),
            "a parameter is UTF-8");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const HeadResult result = net::parseRequestHead(bytes, maxSize, maxBody);
    const bool refused = result.status == Status::Bad || result.status == Status::TooLarge;
    require(refused == (result.answerStatus >= 400), "a refusal has its status");
    require(refused == !result.reason.empty(), "a refusal says why");
    require(result.status != Status::Incomplete || size < maxSize, "the wait for the end is limited");
    if (result.status == Status::Complete) {
        checkComplete(result.head, bytes);
        checkCuts(result.head, bytes);
        useHead(result.head);
    }
    return 0;
}
