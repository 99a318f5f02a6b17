// The pages that a program carries inside: `:/web/...` (the chat page) and `:/docs/...` (the API page).
#pragma once

namespace chinwag {

/// Makes the embedded files known to Qt. Call it once, before the first of them is opened: a linker drops
/// the automatic registration of a static library that nothing refers to.
void initResources();

} // namespace chinwag
