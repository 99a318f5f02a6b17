#include "hub/RandomId.h"

#include "hub/WallClock.h"

#include <array>
#include <cstddef>
#include <random>
#include <string_view>

namespace chinwag::hub {

namespace {

constexpr std::string_view hexDigits = "0123456789abcdef";

std::mt19937_64& generator() {
    static thread_local std::mt19937_64 random = [] {
        std::random_device device;
        std::seed_seq seed{device(), device(), device(), device(), device(), device(), device(), device()};
        return std::mt19937_64(seed);
    }();
    return random;
}

} // namespace

std::string hexadecimal(std::uint64_t value) {
    std::string out(16, '0');
    for (auto digit = out.rbegin(); value != 0; ++digit, value >>= 4U)
        *digit = hexDigits[value & 0xfU];
    return out;
}

std::uint64_t randomNumber() {
    return generator()();
}

std::string randomEpoch() {
    constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    constexpr int length = 8;
    std::string epoch;
    for (int i = 0; i < length; ++i)
        epoch += letters[static_cast<std::size_t>(randomNumber() % letters.size())];
    return epoch;
}

std::string messageId(std::int64_t time, std::uint64_t random) {
    constexpr std::size_t timeDigits = 12;
    constexpr std::size_t randomDigits = 12;
    return hexadecimal(static_cast<std::uint64_t>(time)).substr(16 - timeDigits) +
           hexadecimal(random).substr(16 - randomDigits);
}

std::string randomMessageId() {
    return messageId(wallMilliseconds(), randomNumber());
}

std::string randomClientId() {
    constexpr std::uint64_t versionMask = 0xffffffffffff0fffU;
    constexpr std::uint64_t version4 = 0x4000U;
    constexpr std::uint64_t variantMask = 0x3fffffffffffffffU;
    constexpr std::uint64_t variant = 0x8000000000000000U;
    const std::array<std::uint64_t, 2> halves{(randomNumber() & versionMask) | version4,
                                              (randomNumber() & variantMask) | variant};
    std::string out;
    for (std::size_t digit = 0; digit < 32; ++digit) {
        if (digit == 8 || digit == 12 || digit == 16 || digit == 20)
            out += '-';
        const auto half = halves[digit / 16];
        out += hexDigits[static_cast<std::size_t>(half >> (60 - 4 * (digit % 16))) & 0xfU];
    }
    return out;
}

} // namespace chinwag::hub
