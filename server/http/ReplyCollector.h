// Replies that come in any order, put together in the order of what was asked.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace chinwag::http {

class ReplyCollector {
public:
    using Complete = std::function<void(const std::string&)>;

    /// `complete` gets a JSON array once the last of `count` has come, of which there is at least one.
    ReplyCollector(std::size_t count, Complete complete)
        : replies_(count), missing_(count), complete_(std::move(complete)) {}

    /// The reply at `place`, JSON text. Each place is taken once.
    void take(std::size_t place, std::string reply) {
        replies_[place] = std::move(reply);
        if (--missing_ == 0)
            complete_(joined());
    }

private:
    std::string joined() const {
        std::string out = "[";
        for (const auto& reply : replies_)
            out.append(out.size() == 1 ? "" : ",").append(reply);
        return out += ']';
    }

    std::vector<std::string> replies_;
    std::size_t missing_;
    const Complete complete_;
};

} // namespace chinwag::http
