// What the routes of moderation have in common: how they answer.
#pragma once

#include "http/AnswerOnce.h"
#include "http/ControlThread.h"
#include "http/OperatorAccess.h"
#include "hub/ModerationDesk.h"
#include "hub/Session.h"

#include <QtCore/QJsonObject>
#include <QtCore/QJsonValue>

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>

namespace chinwag::http {

/// A std::function must be copyable, and an answer is given once.
using SharedAnswer = std::shared_ptr<AnswerOnce>;
inline SharedAnswer share(AnswerOnce answer) {
    return std::make_shared<AnswerOnce>(std::move(answer));
}

inline constexpr std::size_t maxReasonBytes = 100; ///< it must fit into a close frame
inline constexpr std::size_t maxNoteBytes = 1'000;

/// What an error of the store is to an operator. `missing` is said when there is no such thing.
protocol::HttpAnswer storeProblem(const hub::StoreError& error, std::string_view missing);

/// Takes the store's answer to the control thread: an error is answered, a value goes on to `then`.
template <typename T, typename Then>
hub::StoreDone<T> answering(SharedAnswer answer, std::string missing, Then then) {
    return [answer = std::move(answer), missing = std::move(missing),
            then = std::move(then)](hub::StoreResult<T> result) {
        onControlThread([answer, missing, then, result = std::move(result)] {
            if (const auto* const error = std::get_if<hub::StoreError>(&result))
                answer->give(storeProblem(*error, missing));
            else
                then(std::get<T>(result));
        });
    };
}

/// How many of those who would be hit are described.
inline constexpr std::size_t mostPreviewed = 20;
/// Who would be hit, of whom `found` describes the first.
protocol::HttpAnswer previewAnswer(const protocol::MatchingConnections& found);

/// Answers who would be hit: those of whose sessions `matches` holds, how many there are and the first
/// twenty.
void answerPreview(const ModerationAccess& access, const std::function<bool(const hub::Session&)>& matches,
                   const SharedAnswer& answer);

/// Has those who are connected look at the rules, and answers `object` with how many that hit as `hit`.
void answerReviewed(const ModerationAccess& access, QJsonObject object, const SharedAnswer& answer);

QJsonValue textOrNull(const std::string& text);
/// RFC 3339 with milliseconds; null for nothing.
QJsonValue timeOrNull(const std::optional<hub::StoreTime>& time);

/// The cursor of the next page of a list of `total`, of which `count` from `offset` on are answered; or null.
QJsonValue nextCursor(std::uint64_t offset, std::uint64_t count, std::uint64_t total);

} // namespace chinwag::http
