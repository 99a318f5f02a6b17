// Whom a message speaks to by name.
#pragma once

#include <string_view>

namespace chinwag::protocol {

/// Whether there is a `@` with `nick` behind it in `text`, in any case, and as a word of its own: in
/// `mail@anna.example` and `@annabel` is no `anna`. Nobody is called by an empty name. Thread-safe.
bool mentions(std::string_view text, std::string_view nick);

} // namespace chinwag::protocol
