// Revocations that outlive the server: every one is on disk before it is acknowledged.
#pragma once

#include "auth/Revocations.h"

#include <QtCore/QFile>
#include <QtCore/QString>

#include <optional>
#include <string>
#include <vector>

namespace chinwag::auth {

/// revocations.jsonl in the data directory, readable by its owner alone: a line of JSON each, added at the
/// end. Not thread-safe.
class RevocationJournal {
public:
    using Time = Revocations::Time;

    /// `revocations` must outlive it.
    RevocationJournal(const QString& dataDirectory, Revocations& revocations);

    /// Puts those that still matter into the revocations, and writes the file anew when it has others. An
    /// error text when it cannot be read: a server that goes on without would let in whom it should not.
    std::optional<QString> open(Time now);

    /// As those of Revocations, which holds from now on in any case. An error text when it is not on disk.
    std::optional<QString> revokeToken(const std::string& id, Time until, Time now);
    std::optional<QString> revokeUser(const std::string& user, Time until, Time now);

private:
    std::optional<QString> add(const Revocation& revocation, Time now);
    std::optional<QString> append(const Revocation& revocation);
    std::optional<QString> rewrite(const std::vector<Revocation>& revocations);

    const QString path_;
    Revocations& revocations_;
    QFile file_; // open from the first addition on
};

} // namespace chinwag::auth
