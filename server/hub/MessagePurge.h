// What operators do about what was said: one message, or all of somebody's, is taken out of the store, out of
// memory and off every screen.
#pragma once

#include "hub/MessageChange.h"
#include "hub/ModerationDesk.h"

#include <cstdint>
#include <string>

namespace chinwag::hub {

/// Takes the message `id` of `channel` out, whoever said it, and tells the room. As redactMessage(); what
/// `desk` leads to must outlive the answers.
void removeMessage(const ModerationDesk& desk, Channel& channel, const std::string& id, const ByOperator& by,
                   ChangeDone done);

/// Takes out all that `user` has said in one channel or (empty) in all, and tells the rooms: of each the
/// newest PurgedMessages::mostIds, one by one. Who still shows older ones loses sight of them with the next
/// history that it asks for. Answers how many messages those were, when none of them can be had any more; on
/// a thread of the store. What is said meanwhile may stay: who is to be silent is banned or muted first.
void purgeUser(const ModerationDesk& desk, const std::string& user, const std::string& channel,
               const ByOperator& by, StoreDone<std::uint64_t> done);

} // namespace chinwag::hub
