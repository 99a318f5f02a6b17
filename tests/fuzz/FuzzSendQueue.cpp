// A send queue against a plain string that the same is done to.
#include "FuzzInput.h"
#include "net/SendQueue.h"

#include <array>
#include <deque>
#include <string>
#include <utility>

using namespace chinwag;
using fuzz::require;

namespace {

// Frames in order, of which the first may be partly written.
struct Model {
    std::deque<std::string> frames;
    std::size_t begun = 0;

    std::string pending() const {
        std::string out;
        for (const auto& frame : frames)
            out += frame;
        return out.substr(begun);
    }

    void consume(std::size_t count) {
        for (begun += count; !frames.empty() && begun >= frames.front().size(); frames.pop_front())
            begun -= frames.front().size();
    }
};

std::string gathered(const net::SendQueue& queue) {
    std::array<iovec, 1024> vectors{};
    const std::size_t used = queue.gather(vectors);
    std::string out;
    for (std::size_t i = 0; i < used; ++i)
        out.append(static_cast<const char*>(vectors[i].iov_base), vectors[i].iov_len);
    return out;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::Input input(data, std::min<std::size_t>(size, 1000));
    net::SendQueue queue;
    Model model;
    while (!input.empty()) {
        const std::uint8_t what = input.byte();
        if (what < 128) {
            std::string frame(1 + input.byte() % 50U, static_cast<char>(what));
            queue.push(hub::FrameRef(frame));
            model.frames.push_back(std::move(frame));
        } else if (what < 250) {
            const std::size_t count = queue.bytes() * input.byte() / 255;
            queue.consume(count);
            model.consume(count);
        } else {
            queue.truncate();
            model.frames.resize(model.begun > 0 ? 1 : 0);
        }
        require(queue.empty() == model.frames.empty(), "both are empty or none is");
        require(gathered(queue) == model.pending(), "the same bytes wait to be written");
        require(queue.bytes() == model.pending().size(), "and are counted rightly");
    }
    return 0;
}
