// What the server needs to answer a console.
#pragma once

#include <cstddef>

namespace chinwag::bench {

/// Reports how long the operator API takes for lists among so many connections, from the request to the whole
/// answer in JSON. False when it did not answer.
bool measureServer(std::size_t connections);

} // namespace chinwag::bench
