// Bytes ready for the wire that many connections of one worker send, without a copy for each.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace chinwag::hub {

/// A counted reference to immutable bytes. The count is a plain integer: a frame is made, sent and
/// dropped on one worker's thread, so a thousand recipients cost no locked instruction. A publication
/// crosses threads as a Publication; each worker makes its own frame of it.
class FrameRef {
public:
    FrameRef() = default;
    /// `messages` is how many messages the bytes hold, for counting.
    explicit FrameRef(std::string bytes, std::uint32_t messages = 1)
        : block_(new Block{std::move(bytes), 1, messages}) {}
    FrameRef(const FrameRef& other) noexcept : block_(other.block_) {
        if (block_ != nullptr)
            ++block_->references;
    }
    FrameRef(FrameRef&& other) noexcept : block_(std::exchange(other.block_, nullptr)) {}
    FrameRef& operator=(FrameRef other) noexcept {
        std::swap(block_, other.block_);
        return *this;
    }
    ~FrameRef() {
        // NOLINTNEXTLINE(clang-analyzer-cplusplus.NewDelete): the analyzer does not follow the count
        if (block_ != nullptr && --block_->references == 0)
            delete block_;
    }

    explicit operator bool() const { return block_ != nullptr; }
    std::string_view bytes() const { return block_->bytes; }
    std::uint32_t messages() const { return block_->messages; }

private:
    struct Block {
        std::string bytes;
        std::uint32_t references;
        std::uint32_t messages;
    };
    Block* block_ = nullptr;
};

} // namespace chinwag::hub
