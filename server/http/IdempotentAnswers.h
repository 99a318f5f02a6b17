// Answers to requests that must not be carried out twice, though they be asked twice.
#pragma once

#include "http/AnswerOnce.h"

#include <chrono>
#include <cstddef>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace chinwag::http {

/// A request that carries a key is carried out once; whoever asks the same again under that key, while it is
/// at hand or for ten minutes after it was answered, gets the first answer. Control thread.
class IdempotentAnswers : public std::enable_shared_from_this<IdempotentAnswers> {
public:
    using Time = std::chrono::steady_clock::time_point;
    static constexpr std::chrono::minutes lifetime{10};
    /// More than these, and the oldest answers go.
    static constexpr std::size_t maxKept = 10'000;
    static constexpr std::size_t maxKeptBytes = 16 * 1024 * 1024;
    static constexpr std::size_t maxKeyBytes = 255;

    /// 1 to 255 printable ASCII characters.
    static bool isValidKey(std::string_view key);

    struct Question {
        std::string asker; ///< keys of different ones have nothing to do with one another
        std::string key;
        std::string request; ///< all that makes it the same one
    };

    /// What the request is to be answered through, if it is to be carried out; otherwise it has its answer,
    /// or gets the one of the first. An error of the server's (5xx) is not kept: it may be tried again.
    std::optional<AnswerOnce> begin(const Question& question, AnswerOnce answer, Time now);

private:
    struct Entry {
        std::string request; // its hash
        std::optional<protocol::HttpAnswer> answer;
        std::vector<std::shared_ptr<AnswerOnce>> waiting;
    };
    struct Kept {
        std::string name;
        Time answeredAt;
        std::size_t bytes;
    };
    void finish(const std::string& name, const protocol::HttpAnswer& answer, Time now);
    void dropOld(Time now);
    void dropFirst();

    std::unordered_map<std::string, Entry> entries_; // by asker and key
    std::deque<Kept> kept_;                          // those that are answered, in that order
    std::size_t keptBytes_ = 0;
};

} // namespace chinwag::http
