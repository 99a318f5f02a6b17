// Random but valid traffic of a client, together with what an echo must make of it.
#pragma once

#include "conformance/Case.h"

#include <random>

namespace chinwag::test {

/// Messages of all lengths and kinds, in random fragments with control frames between them, under random
/// keys; sometimes one wrong frame at the end. The same generator state makes the same case.
Case randomCase(std::mt19937& random);

} // namespace chinwag::test
