// What the fuzzers share: a check that no build type leaves out, and the input in parts.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace chinwag::fuzz {

inline void require(bool holds, const char* what) {
    if (holds)
        return;
    static_cast<void>(std::fprintf(stderr, "not so: %s\n", what));
    std::abort();
}

/// The fuzzer's bytes: a few small numbers at the front, text behind.
class Input {
public:
    Input(const std::uint8_t* data, std::size_t size) : rest_(reinterpret_cast<const char*>(data), size) {}

    /// The next byte; 0 when there is none.
    std::uint8_t byte() {
        if (rest_.empty())
            return 0;
        const auto value = static_cast<std::uint8_t>(rest_.front());
        rest_.remove_prefix(1);
        return value;
    }

    std::string_view take(std::size_t most) {
        const auto part = rest_.substr(0, most);
        rest_.remove_prefix(part.size());
        return part;
    }

    std::string_view rest() const { return rest_; }
    bool empty() const { return rest_.empty(); }

private:
    std::string_view rest_;
};

/// Sizes of the pieces into which a stream is cut: it goes on and on from one byte of input.
class Cuts {
public:
    explicit Cuts(std::uint8_t seed) : state_(seed + 1U) {}

    std::size_t next() {
        state_ = state_ * 1103515245U + 12345U;
        // Mostly small, sometimes large.
        const std::uint32_t wide = state_ >> 16;
        return 1 + (wide % 4 == 0 ? wide % 300 : wide % 7);
    }

private:
    std::uint32_t state_;
};

} // namespace chinwag::fuzz
