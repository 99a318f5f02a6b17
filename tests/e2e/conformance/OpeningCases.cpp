#include "conformance/OpeningCases.h"

#include "support/WebSocketProbe.h"

namespace chinwag::test {

namespace {

using Cases = std::vector<OpeningCase>;

// An opening from its parts, each of which a case replaces in turn.
struct Opening {
    std::string line;
    std::string host = "Host: localhost\r\n";
    std::string upgrade = "Upgrade: websocket\r\n";
    std::string connection = "Connection: Upgrade\r\n";
    std::string version = "Sec-WebSocket-Version: 13\r\n";
    std::string key = "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";
    std::string more{};

    std::string bytes() const { return line + host + upgrade + connection + version + key + more + "\r\n"; }
};

Opening opening(std::string_view target) {
    return Opening{"GET " + std::string(target) + " HTTP/1.1\r\n"};
}

template <typename Change>
std::string with(std::string_view target, Change change) {
    Opening out = opening(target);
    change(out);
    return out.bytes();
}

void addAccepted(Cases& cases, std::string_view target) {
    const auto accepted = [&](const std::string& id, auto change) {
        cases.push_back(
            {id, with(target, change), {101}, "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo="});
    };
    accepted("4.2.1 as in the RFC", [](Opening&) {});
    accepted("4.2.1 names in lower case", [](Opening& o) {
        o.upgrade = "upgrade: websocket\r\n";
        o.connection = "connection: upgrade\r\n";
        o.version = "sec-websocket-version: 13\r\n";
        o.key = "sec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\n";
        o.host = "host: localhost\r\n";
    });
    accepted("4.2.1 names and tokens in upper case", [](Opening& o) {
        o.upgrade = "UPGRADE: WEBSOCKET\r\n";
        o.connection = "CONNECTION: UPGRADE\r\n";
    });
    accepted("4.2.1 Connection with several tokens",
             [](Opening& o) { o.connection = "Connection: keep-alive, Upgrade\r\n"; });
    accepted("4.2.1 Connection on two lines",
             [](Opening& o) { o.connection = "Connection: keep-alive\r\nConnection: Upgrade\r\n"; });
    accepted("4.2.1 no blanks around values", [](Opening& o) {
        o.upgrade = "Upgrade:websocket\r\n";
        o.key = "Sec-WebSocket-Key:dGhlIHNhbXBsZSBub25jZQ==\r\n";
    });
    accepted("4.2.1 blanks around values", [](Opening& o) {
        o.version = "Sec-WebSocket-Version: \t 13 \t\r\n";
        o.key = "Sec-WebSocket-Key:   dGhlIHNhbXBsZSBub25jZQ==  \r\n";
    });
    accepted("4.2.1 Host with a port", [](Opening& o) { o.host = "Host: chat.example.org:8000\r\n"; });
    accepted("4.2.1 Host with an IPv6 address", [](Opening& o) { o.host = "Host: [::1]:8000\r\n"; });
    accepted("4.2.1 Origin of anywhere, where none is asked for",
             [](Opening& o) { o.more = "Origin: https://elsewhere.example\r\n"; });
    accepted("4.2.1 Origin null", [](Opening& o) { o.more = "Origin: null\r\n"; });
    accepted("4.2.1 headers nobody knows",
             [](Opening& o) { o.more = "Cookie: a=b\r\nX-Anything: \xC3\xA9\r\nUser-Agent: probe/1\r\n"; });
    accepted("4.2.1 a Content-Length of 0", [](Opening& o) { o.more = "Content-Length: 0\r\n"; });
    accepted("4.1 another key order", [](Opening& o) { std::swap(o.key, o.host); });
}

void addVersions(Cases& cases, std::string_view target) {
    const auto refused = [&](const std::string& id, const std::string& version) {
        cases.push_back({"4.4 " + id,
                         with(target, [&](Opening& o) { o.version = version; }),
                         {426},
                         "Sec-WebSocket-Version: 13"});
    };
    refused("no version", "");
    refused("version 0", "Sec-WebSocket-Version: 0\r\n");
    refused("version 8", "Sec-WebSocket-Version: 8\r\n");
    refused("version 14", "Sec-WebSocket-Version: 14\r\n");
    refused("version 13 and more", "Sec-WebSocket-Version: 13, 8\r\n");
    refused("version 013", "Sec-WebSocket-Version: 013\r\n");
    refused("version twice", "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Version: 13\r\n");
    refused("empty version", "Sec-WebSocket-Version:\r\n");
}

void addKeys(Cases& cases, std::string_view target) {
    const auto refused = [&](const std::string& id, const std::string& key) {
        cases.push_back({"4.2.1 " + id, with(target, [&](Opening& o) { o.key = key; }), {400}});
    };
    const std::string name = "Sec-WebSocket-Key: ";
    refused("no key", "");
    refused("empty key", name + "\r\n");
    refused("key of 15 bytes", name + "AAAAAAAAAAAAAAAAAAAA\r\n");
    refused("key of 17 bytes", name + "AAAAAAAAAAAAAAAAAAAAAAA=\r\n");
    refused("key without padding", name + "dGhlIHNhbXBsZSBub25jZQ\r\n");
    refused("key that is no base64", name + "dGhl!HNhbXBsZSBub25jZQ==\r\n");
    refused("key in URL-safe base64", name + "dGhl-HNhbXBsZSBub25jZ_==\r\n");
    refused("key with a blank inside", name + "dGhlIHNhbX sZSBub25jZQ==\r\n");
    refused("key twice, the same",
            name + "dGhlIHNhbXBsZSBub25jZQ==\r\n" + name + "dGhlIHNhbXBsZSBub25jZQ==\r\n");
    refused("key twice, another",
            name + "dGhlIHNhbXBsZSBub25jZQ==\r\n" + name + "AAAAAAAAAAAAAAAAAAAAAA==\r\n");
    refused("two keys in one", name + "dGhlIHNhbXBsZSBub25jZQ==, dGhlIHNhbXBsZSBub25jZQ==\r\n");
}

void addNoUpgrade(Cases& cases, std::string_view target) {
    const auto refused = [&](const std::string& id, auto change) {
        cases.push_back({"4.2.1 " + id, with(target, change), {426}, "Upgrade: websocket"});
    };
    refused("no Upgrade", [](Opening& o) { o.upgrade.clear(); });
    refused("Upgrade to something else", [](Opening& o) { o.upgrade = "Upgrade: h2c\r\n"; });
    refused("Upgrade that only starts right", [](Opening& o) { o.upgrade = "Upgrade: websockets\r\n"; });
    refused("no Connection", [](Opening& o) { o.connection.clear(); });
    refused("Connection without upgrade", [](Opening& o) { o.connection = "Connection: keep-alive\r\n"; });
    refused("Connection that only contains the word",
            [](Opening& o) { o.connection = "Connection: no-upgrade\r\n"; });
}

void addMethods(Cases& cases, std::string_view target) {
    for (const char* method : {"POST", "PUT", "DELETE", "OPTIONS", "PATCH"}) {
        const std::string line = std::string(method) + ' ' + std::string(target) + " HTTP/1.1\r\n";
        cases.push_back({std::string("4.1 method ") + method,
                         with(target, [&](Opening& o) { o.line = line; }),
                         {400, 405}});
    }
    cases.push_back({"4.1 method in lower case",
                     with(target,
                          [&](Opening& o) {
                              o.line[0] = 'g';
                              o.line[1] = 'e';
                              o.line[2] = 't';
                          }),
                     {400, 405, 501}});
    cases.push_back({"4.1 HTTP/1.0",
                     with(target, [&](Opening& o) { o.line.replace(o.line.size() - 3, 1, "0"); }),
                     {400, 426}});
    cases.push_back(
        {"4.1 a body", with(target, [](Opening& o) { o.more = "Content-Length: 5\r\n"; }) + "hello", {400}});
    cases.push_back(
        {"4.1 a chunked body",
         with(target, [](Opening& o) { o.more = "Transfer-Encoding: chunked\r\n"; }) + "0\r\n\r\n",
         {400}});
}

// What any HTTP request may not be is no opening either; the connection ends, for nobody knows what follows.
void addMalformed(Cases& cases, std::string_view target) {
    const auto refused = [&](const std::string& id, auto change) {
        cases.push_back({id, with(target, change), {400}, {}, true});
    };
    const std::string path(target);
    refused("9112-3.2 no Host", [](Opening& o) { o.host.clear(); });
    refused("9112-3.2 two Hosts", [](Opening& o) { o.host = "Host: localhost\r\nHost: localhost\r\n"; });
    refused("9112-3.2 two different Hosts",
            [](Opening& o) { o.host = "Host: a.example\r\nHost: b.example\r\n"; });
    refused("9112-3.2 Host with a path", [](Opening& o) { o.host = "Host: localhost/evil\r\n"; });
    refused("9112-3.2 Host with a user", [](Opening& o) { o.host = "Host: me@localhost\r\n"; });
    refused("9112-3.2 Host with a blank", [](Opening& o) { o.host = "Host: local host\r\n"; });
    refused("9112-3.2 Host with a bad port", [](Opening& o) { o.host = "Host: localhost:99999\r\n"; });
    refused("9112-2.2 bare LF", [](Opening& o) { o.upgrade = "Upgrade: websocket\n"; });
    refused("9112-2.2 bare CR in a value", [](Opening& o) { o.more = "X-A: a\rb\r\n"; });
    refused("9112-5 NUL in a value", [](Opening& o) { o.more = std::string("X-A: a\0b\r\n", 10); });
    refused("9112-5 NUL in a name", [](Opening& o) { o.more = std::string("X\0A: a\r\n", 8); });
    refused("9112-5.1 blank before a colon", [](Opening& o) { o.upgrade = "Upgrade : websocket\r\n"; });
    refused("9112-5.1 line without a colon", [](Opening& o) { o.more = "nonsense\r\n"; });
    refused("9112-5.1 empty name", [](Opening& o) { o.more = ": value\r\n"; });
    refused("9112-5.2 folded header", [](Opening& o) { o.more = "X-A: a\r\n b\r\n"; });
    refused("9112-5.2 folded first header", [](Opening& o) { o.host = " folded\r\n" + o.host; });
    refused("9112-3 two blanks", [&](Opening& o) { o.line = "GET  " + path + " HTTP/1.1\r\n"; });
    refused("9112-3 tab for a blank", [&](Opening& o) { o.line = "GET\t" + path + "\tHTTP/1.1\r\n"; });
    refused("9112-3 blank in the target", [&](Opening& o) { o.line = "GET " + path + " x HTTP/1.1\r\n"; });
    refused("9112-3 no version", [&](Opening& o) { o.line = "GET " + path + "\r\n"; });
    refused("9112-2.3 version in lower case", [&](Opening& o) { o.line = "GET " + path + " http/1.1\r\n"; });
    refused("9112-3.2 target without a slash", [](Opening& o) { o.line = "GET chat HTTP/1.1\r\n"; });
    refused("9112-3.2 target with a fragment",
            [&](Opening& o) { o.line = "GET " + path + "#x HTTP/1.1\r\n"; });
    refused("9112-3.2 target with raw UTF-8",
            [&](Opening& o) { o.line = "GET " + path + "?nick=\xC3\xA9 HTTP/1.1\r\n"; });
    refused("9112-3.2 target with a broken percent",
            [&](Opening& o) { o.line = "GET " + path + "?a=%2 HTTP/1.1\r\n"; });
    cases.push_back({"9112-2.3 HTTP/2.0",
                     with(target, [&](Opening& o) { o.line = "GET " + path + " HTTP/2.0\r\n"; }),
                     {400, 505},
                     {},
                     true});
    cases.push_back({"9112-2.2 binary nonsense",
                     std::string("\x16\x03\x01\x02\x00\x01\x00\x01\xFC\x03\x03", 11) + "\r\n\r\n",
                     {400},
                     {},
                     true});
}

void addLarge(Cases& cases, std::string_view target) {
    const auto refused = [&](const std::string& id, const std::string& more) {
        cases.push_back({id, with(target, [&](Opening& o) { o.more = more; }), {431}, {}, true});
    };
    refused("9110-15 one header over 16 KiB", "X-Large: " + std::string(16 * 1024, 'x') + "\r\n");
    std::string many;
    for (int i = 0; i < 400; ++i)
        many += "X-Many-" + std::to_string(i) + ": " + std::string(40, 'x') + "\r\n";
    refused("9110-15 many headers over 16 KiB", many);
    const std::string longLine = "GET /" + std::string(17 * 1024, 'x') + " HTTP/1.1\r\n";
    cases.push_back({"9110-15 a target over 16 KiB",
                     with(target, [&](Opening& o) { o.line = longLine; }),
                     {414, 431},
                     {},
                     true});
    cases.push_back(
        {"9110-15 a head of almost 16 KiB",
         with(target, [](Opening& o) { o.more = "X-Large: " + std::string(16'000, 'x') + "\r\n"; }),
         {101}});
}

} // namespace

std::vector<OpeningCase> openingCases(std::string_view target) {
    Cases cases;
    addAccepted(cases, target);
    addVersions(cases, target);
    addKeys(cases, target);
    addNoUpgrade(cases, target);
    addMethods(cases, target);
    addMalformed(cases, target);
    addLarge(cases, target);
    return cases;
}

} // namespace chinwag::test
