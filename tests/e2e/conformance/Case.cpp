#include "conformance/Case.h"

namespace chinwag::test {

Event closeEvent(std::uint16_t code) {
    return {Event::Kind::Close, {}, code};
}

Event binaryEvent(std::string_view payload) {
    return {Event::Kind::Binary, std::string(payload)};
}

std::string repeated(std::string_view piece, std::size_t count) {
    std::string out;
    out.reserve(piece.size() * count);
    for (std::size_t i = 0; i < count; ++i)
        out += piece;
    return out;
}

} // namespace chinwag::test
