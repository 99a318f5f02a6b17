#include "http/IdempotentAnswers.h"

#include "auth/Secret.h"

#include <algorithm>
#include <utility>

namespace chinwag::http {

namespace {

constexpr int serverError = 500;

protocol::HttpAnswer replayed(protocol::HttpAnswer answer) {
    answer.headers.push_back({"Idempotent-Replayed", "true"});
    return answer;
}

} // namespace

bool IdempotentAnswers::isValidKey(std::string_view key) {
    return !key.empty() && key.size() <= maxKeyBytes &&
           std::all_of(key.begin(), key.end(), [](char byte) { return byte > ' ' && byte < 0x7f; });
}

std::optional<AnswerOnce> IdempotentAnswers::begin(const Question& question, AnswerOnce answer, Time now) {
    dropOld(now);
    // An asker has no space in it.
    const auto name = question.asker + ' ' + question.key;
    const auto request = auth::secretHash(question.request);
    const auto [place, isNew] = entries_.try_emplace(name, Entry{request, {}, {}});
    auto& entry = place->second;
    auto shared = std::make_shared<AnswerOnce>(std::move(answer));
    if (entry.request != request) {
        shared->give(protocol::problem(422, "this Idempotency-Key has been used for another request"));
        return std::nullopt;
    }
    if (entry.answer) {
        shared->give(replayed(*entry.answer));
        return std::nullopt;
    }
    entry.waiting.push_back(std::move(shared));
    if (!isNew)
        return std::nullopt;
    return AnswerOnce([self = weak_from_this(), name](const protocol::HttpAnswer& given) {
        if (const auto here = self.lock())
            here->finish(name, given, std::chrono::steady_clock::now());
    });
}

void IdempotentAnswers::finish(const std::string& name, const protocol::HttpAnswer& answer, Time now) {
    const auto found = entries_.find(name);
    const auto waiting = std::exchange(found->second.waiting, {});
    if (answer.status < serverError) {
        found->second.answer = answer;
        kept_.push_back({name, now, answer.body.size()});
        keptBytes_ += answer.body.size();
    } else {
        entries_.erase(found);
    }
    for (std::size_t i = 0; i < waiting.size(); ++i)
        waiting[i]->give(i == 0 ? answer : replayed(answer));
    while (kept_.size() > maxKept || keptBytes_ > maxKeptBytes)
        dropFirst();
}

void IdempotentAnswers::dropOld(Time now) {
    while (!kept_.empty() && now - kept_.front().answeredAt >= lifetime)
        dropFirst();
}

void IdempotentAnswers::dropFirst() {
    keptBytes_ -= kept_.front().bytes;
    entries_.erase(kept_.front().name);
    kept_.pop_front();
}

} // namespace chinwag::http
