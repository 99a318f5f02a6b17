// What waits to be written to one peer: shared frames in order, bounded by the connection.
#pragma once

#include "hub/SharedFrame.h"

#include <sys/uio.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>

namespace chinwag::net {

/// Confined to its worker's thread. Two frames fit without an allocation, which is all that a peer who
/// keeps up ever needs; a longer queue lives on the heap until it has drained.
class SendQueue {
public:
    SendQueue() = default;

    void push(hub::FrameRef frame);

    bool empty() const { return count_ == 0; }
    std::size_t bytes() const { return bytes_; }

    /// Points `vectors` at what is to be written next; returns how many it set.
    std::size_t gather(std::span<iovec> vectors) const;

    /// Forgets the first `bytes`, which have been written. At most bytes().
    void consume(std::size_t bytes);

    /// Drops all that may be dropped without breaking the stream: every frame that has not been begun.
    void truncate();

private:
    static constexpr std::uint32_t inlineFrames = 2;

    hub::FrameRef& slot(std::uint32_t index) { return storage()[(first_ + index) & (capacity_ - 1)]; }
    const hub::FrameRef& slot(std::uint32_t index) const {
        return storage()[(first_ + index) & (capacity_ - 1)];
    }
    hub::FrameRef* storage() { return heap_ ? heap_.get() : inline_.data(); }
    const hub::FrameRef* storage() const { return heap_ ? heap_.get() : inline_.data(); }
    void popFront();
    void grow();

    std::array<hub::FrameRef, inlineFrames> inline_;
    std::unique_ptr<hub::FrameRef[]> heap_; // a ring in place of inline_, once that was too small
    std::uint32_t capacity_ = inlineFrames; // a power of two
    std::uint32_t first_ = 0;
    std::uint32_t count_ = 0;
    std::size_t written_ = 0; // of the first frame
    std::size_t bytes_ = 0;
};

} // namespace chinwag::net
