// Rules as the record has them: one JSON object each, whose members never change their meaning.
#pragma once

#include "hub/Lockdown.h"
#include "hub/RoomRules.h"
#include "hub/Sanction.h"

#include <string>

namespace chinwag::hub {

std::string auditJson(const Sanction& sanction);
std::string auditJson(const RoomRules& rules);
std::string auditJson(const Lockdown& lockdown);

/// Whom a sanction is for: "user mallory", and " in chat:lobby" when it holds there alone.
std::string auditTarget(const Sanction& sanction);

} // namespace chinwag::hub
