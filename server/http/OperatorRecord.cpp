#include "http/OperatorRecord.h"

#include "http/ControlThread.h"
#include "http/Logging.h"

#include <utility>
#include <variant>

namespace chinwag::http {

void OperatorRecord::add(const std::string& action, const std::string& target, const hub::ByOperator& by,
                         std::function<void()> then, const std::string& after) const {
    if (desk_ == nullptr)
        return then();
    auto entry = desk_->auditOf(action, target, by);
    entry.after = after;
    desk_->store().record(std::move(entry), [action, target, name = by.name, then = std::move(then)](
                                                const hub::StoreResult<hub::AuditEntry>& result) mutable {
        if (const auto* const error = std::get_if<hub::StoreError>(&result))
            qCCritical(lcAdmin, "%s of %s by operator %s is not on record: %s", action.c_str(),
                       target.c_str(), name.c_str(), error->text.c_str());
        onControlThread(std::move(then));
    });
}

} // namespace chinwag::http
