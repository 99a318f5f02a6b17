// A purge that an operator asks for: it remembers what it redacts, and goes on record.
#pragma once

#include "hub/AuditEntry.h"
#include "hub/Store.h"
#include "store/UserPurge.h"

#include <string>
#include <utility>
#include <vector>

namespace chinwag::store {

class OperatorPurge : public UserSweep {
public:
    OperatorPurge(std::string user, std::string channel, hub::AuditEntry audit,
                  hub::StoreDone<hub::PurgedMessages> done)
        : UserSweep(std::move(user), std::move(channel)), audit_(std::move(audit)), done_(std::move(done)) {}
    void committed() override;
    void succeed() override { done_(std::move(purged_)); }
    void fail(const hub::StoreError& error) override { done_(error); }

protected:
    const char* statement() const override { return oneChannel() ? "purge_user_channel" : "purge_user"; }
    bool look(SqlConnection& connection, std::int64_t from, std::int64_t to) override;
    bool finish(SqlConnection& connection) override;

private:
    const hub::AuditEntry audit_;
    hub::StoreDone<hub::PurgedMessages> done_;
    hub::PurgedMessages purged_;
    std::vector<std::pair<std::string, std::string>> seen_; // by a slice that is not yet on disk
};

} // namespace chinwag::store
