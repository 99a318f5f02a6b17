#include "http/Smuggling.h"

namespace chinwag::test {

using namespace std::string_literals;

namespace {

using Requests = std::vector<AmbiguousRequest>;

// Answered in turn with 200 by a server that was fooled.
constexpr const char* smuggled = "GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n";

std::string post(const std::string& headers) {
    return "POST / HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n";
}

void addLengths(Requests& out) {
    const auto add = [&out](const std::string& name, const std::string& headers) {
        out.push_back({name, post(headers) + "hello" + smuggled});
    };
    add("length twice, the same", "Content-Length: 5\r\nContent-Length: 5\r\n");
    add("length twice, different", "Content-Length: 5\r\nContent-Length: 0\r\n");
    add("length as a list", "Content-Length: 5, 5\r\n");
    add("length with a plus", "Content-Length: +5\r\n");
    add("negative length", "Content-Length: -5\r\n");
    add("hexadecimal length", "Content-Length: 0x5\r\n");
    add("length with a blank inside", "Content-Length: 1 0\r\n");
    add("empty length", "Content-Length:\r\n");
    add("length with letters behind", "Content-Length: 5abc\r\n");
    add("length with a point", "Content-Length: 5.0\r\n");
    add("length that overflows 64 bits", "Content-Length: 18446744073709551621\r\n");
    add("length in quotes", "Content-Length: \"5\"\r\n");
    add("length with a blank before the colon", "Content-Length : 5\r\n");
    add("length with a tab before the colon", "Content-Length\t: 5\r\n");
    add("folded length", "Content-Length:\r\n 5\r\n");
}

void addEncodings(Requests& out) {
    const auto add = [&out](const std::string& name, const std::string& headers, int status = 400) {
        out.push_back({name, post(headers) + "0\r\n\r\n" + smuggled, status});
    };
    add("length, then chunked", "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n");
    add("chunked, then length", "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n");
    add("chunked with a length of 0", "Transfer-Encoding: chunked\r\nContent-Length: 0\r\n");
    add("chunked twice", "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n");
    add("chunked, then identity", "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n");
    add("encoding that contains chunked", "Transfer-Encoding: xchunked\r\n", 501);
    add("encoding that starts with chunked", "Transfer-Encoding: chunkedx\r\n", 501);
    add("list that ends with chunked", "Transfer-Encoding: gzip, chunked\r\n", 501);
    add("list that starts with chunked", "Transfer-Encoding: chunked, identity\r\n", 501);
    add("chunked twice in a list", "Transfer-Encoding: chunked, chunked\r\n", 501);
    add("identity", "Transfer-Encoding: identity\r\n", 501);
    add("chunked in quotes", "Transfer-Encoding: \"chunked\"\r\n", 501);
    add("empty encoding", "Transfer-Encoding:\r\n", 501);
    add("encoding with a blank before the colon", "Transfer-Encoding : chunked\r\n");
    add("vertical tab before chunked", "Transfer-Encoding: \x0B"
                                       "chunked\r\n");
    add("folded chunked", "Transfer-Encoding:\r\n chunked\r\n");
    add("hidden behind a bare LF", "X-A: a\nTransfer-Encoding: chunked\r\n");
    add("hidden behind a bare CR", "X-A: a\rTransfer-Encoding: chunked\r\n");
    out.push_back({"chunked in HTTP/1.0",
                   "POST / HTTP/1.0\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" +
                       std::string(smuggled)});
}

void addChunks(Requests& out) {
    const auto add = [&out](const std::string& name, const std::string& body) {
        out.push_back({name, post("Transfer-Encoding: chunked\r\n") + body + smuggled});
    };
    add("chunk size with 0x", "0x5\r\nhello\r\n0\r\n\r\n");
    add("chunk size with a plus", "+5\r\nhello\r\n0\r\n\r\n");
    add("negative chunk size", "-5\r\nhello\r\n0\r\n\r\n");
    add("empty chunk size", "\r\nhello\r\n0\r\n\r\n");
    add("chunk size that is none", "five\r\nhello\r\n0\r\n\r\n");
    add("chunk size that overflows", "10000000000000005\r\nhello\r\n0\r\n\r\n");
    add("chunk size ended by LF", "5\nhello\r\n0\r\n\r\n");
    add("chunk longer than its size", "5\r\nhello!\r\n0\r\n\r\n");
    add("chunk ended by LF", "5\r\nhello\n0\r\n\r\n");
    add("chunk without an end", "5\r\nhello0\r\n\r\n");
    add("blank before the chunk size", " 5\r\nhello\r\n0\r\n\r\n");
}

void addHeads(Requests& out) {
    const auto add = [&out](const std::string& name, const std::string& head, int status = 400) {
        out.push_back({name, head + smuggled, status});
    };
    add("no Host", "GET /healthz HTTP/1.1\r\n\r\n");
    add("two Hosts", "GET /healthz HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n");
    add("two Hosts in one", "GET /healthz HTTP/1.1\r\nHost: a, b\r\n\r\n");
    add("LF only", "GET /healthz HTTP/1.1\nHost: localhost\n\n");
    add("NUL in a value", "GET /healthz HTTP/1.1\r\nHost: localhost\r\nX-A: a\0b\r\n\r\n"s);
    add("NUL in the target", "GET /health\0z HTTP/1.1\r\nHost: localhost\r\n\r\n"s);
    add("blank before the first header", "GET /healthz HTTP/1.1\r\n Host: localhost\r\n\r\n");
    add("header name with a blank", "GET /healthz HTTP/1.1\r\nHost: localhost\r\nX A: b\r\n\r\n");
    add("absolute target", "GET http://other.example/healthz HTTP/1.1\r\nHost: localhost\r\n\r\n");
    add("asterisk target", "GET * HTTP/1.1\r\nHost: localhost\r\n\r\n");
    add("no version", "GET /healthz\r\nHost: localhost\r\n\r\n");
    add("a third version digit", "GET /healthz HTTP/1.10\r\nHost: localhost\r\n\r\n");
    add("two blanks", "GET  /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n");
    add("HTTP/3.0", "GET /healthz HTTP/3.0\r\nHost: localhost\r\n\r\n", 505);
}

} // namespace

std::vector<AmbiguousRequest> ambiguousRequests() {
    Requests out;
    addLengths(out);
    addEncodings(out);
    addChunks(out);
    addHeads(out);
    return out;
}

} // namespace chinwag::test
