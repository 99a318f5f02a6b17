// The seed's dialect: one message a text frame, by convention "nickname: text".
#pragma once

#include <string_view>

namespace chinwag::protocol {

/// A plain message seen as who said what. Views into the message it was made from.
struct PlainMessage {
    std::string_view nickname; ///< empty when the message names nobody that a nickname may be
    std::string_view text;
};

/// Splits at the first ": " when what stands before it is a valid nickname; otherwise all is text.
PlainMessage parsePlainMessage(std::string_view message);

/// Whom a reader takes `message` to be from, whether or not that may be a nickname: what stands before the
/// first ": ", without outer spaces, if that is soon. Empty when nobody. A view into `message`.
std::string_view claimedSpeaker(std::string_view message);

} // namespace chinwag::protocol
