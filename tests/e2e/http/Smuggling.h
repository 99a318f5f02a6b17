// Requests that two parsers could read in two ways (RFC 9112 section 11.2), as data.
#pragma once

#include <string>
#include <vector>

namespace chinwag::test {

struct AmbiguousRequest {
    std::string name;
    std::string bytes; ///< the request; what it might smuggle in stands behind it or in its body
    int status = 400;  ///< what it is refused with
};

std::vector<AmbiguousRequest> ambiguousRequests();

} // namespace chinwag::test
