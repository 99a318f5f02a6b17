// What operators do beside the rules: it goes on record, too.
#pragma once

#include "hub/ModerationDesk.h"

#include <functional>
#include <string>

namespace chinwag::http {

/// Control thread.
class OperatorRecord {
public:
    /// `desk` outlives the routes; without one nothing is kept.
    explicit OperatorRecord(hub::ModerationDesk* desk) : desk_(desk) {}

    /// Puts on record that `by` has done `action` to `target`, then calls `then` on the control thread. The
    /// deed is done whether its entry is kept or not: one that is not goes to the log as an error. `after` is
    /// JSON of what has come of it, or empty.
    void add(const std::string& action, const std::string& target, const hub::ByOperator& by,
             std::function<void()> then, const std::string& after = {}) const;

private:
    hub::ModerationDesk* desk_;
};

} // namespace chinwag::http
