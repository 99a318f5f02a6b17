// Logging in and out goes on record.
#pragma once

#include "auth/AttemptLimiter.h"
#include "auth/OperatorDoor.h"
#include "http/OperatorRecord.h"

#include <string>

namespace chinwag::http {

/// Control thread. Nobody waits for an entry: who cannot log in while the store is slow cannot see why it is.
class LoginRecord {
public:
    explicit LoginRecord(OperatorRecord record);

    /// What came of an attempt to log in under `name` from `address`. Failures are put on record once a
    /// minute for each operator, and once for all names that none has: those may be anything, a password too.
    void note(auth::OperatorDoor& door, const std::string& name, const std::string& address,
              const auth::OperatorDoor::Login& login);
    void noteLogout(const std::string& name);
    void noteRevoked(const std::string& by, const auth::OperatorSessions::Session& ended);

private:
    void add(const std::string& action, const std::string& target, const hub::ByOperator& by) const;

    OperatorRecord record_;
    auth::AttemptLimiter failures_;
};

} // namespace chinwag::http
