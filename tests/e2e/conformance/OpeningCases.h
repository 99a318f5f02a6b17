// Opening handshakes as data (RFC 6455 section 4), sent to a path where a WebSocket lives.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace chinwag::test {

struct OpeningCase {
    std::string id;      ///< names the section of RFC 6455 or RFC 9112
    std::string request; ///< the whole head
    std::vector<int> statuses;
    std::string header{}; ///< "Name: value" that the answer must carry
    bool mustEnd = false; ///< the connection ends after the answer
};

/// `target` is where the WebSocket lives.
std::vector<OpeningCase> openingCases(std::string_view target);

} // namespace chinwag::test
