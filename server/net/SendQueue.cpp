#include "net/SendQueue.h"

#include <utility>

namespace chinwag::net {

void SendQueue::push(hub::FrameRef frame) {
    if (count_ == capacity_)
        grow();
    bytes_ += frame.bytes().size();
    slot(count_) = std::move(frame);
    ++count_;
}

std::size_t SendQueue::gather(std::span<iovec> vectors) const {
    std::size_t used = 0;
    for (std::uint32_t i = 0; i < count_ && used < vectors.size(); ++i) {
        auto bytes = slot(i).bytes();
        if (i == 0)
            bytes.remove_prefix(written_);
        // sendmsg only reads; its iovec is not const because recvmsg shares the type.
        vectors[used].iov_base = const_cast<char*>(bytes.data());
        vectors[used].iov_len = bytes.size();
        ++used;
    }
    return used;
}

void SendQueue::consume(std::size_t bytes) {
    bytes_ -= bytes;
    while (bytes > 0) {
        const std::size_t left = slot(0).bytes().size() - written_;
        if (bytes < left) {
            written_ += bytes;
            return;
        }
        bytes -= left;
        popFront();
    }
}

void SendQueue::truncate() {
    const std::uint32_t keep = written_ > 0 ? 1 : 0;
    while (count_ > keep) {
        --count_;
        bytes_ -= slot(count_).bytes().size();
        slot(count_) = {};
    }
}

void SendQueue::popFront() {
    slot(0) = {};
    written_ = 0;
    first_ = (first_ + 1) & (capacity_ - 1);
    if (--count_ != 0)
        return;
    first_ = 0;
    if (heap_) {
        heap_.reset();
        capacity_ = inlineFrames;
    }
}

void SendQueue::grow() {
    auto larger = std::make_unique<hub::FrameRef[]>(std::size_t{capacity_} * 2);
    for (std::uint32_t i = 0; i < count_; ++i)
        larger[i] = std::move(slot(i));
    heap_ = std::move(larger);
    capacity_ *= 2;
    first_ = 0;
}

} // namespace chinwag::net
