// What an operator does to a store by a command of its own, beside a server that runs or without one.
#pragma once

#include "hub/ModerationStore.h"
#include "hub/Store.h"
#include "store/Archive.h"
#include "store/FileLock.h"
#include "store/SqlConnection.h"
#include "store/StoreLocation.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace chinwag::store {

/// Opened, used and destroyed on one thread; every call waits for its end. Needs a QCoreApplication.
class Upkeep {
public:
    enum class Access : std::uint8_t {
        Beside, ///< while a server may write: for reading, and what the server does not count on alone
        Alone,  ///< for changing: refused while a server has the store
    };

    /// A store that is not there is not made, nor is one of another version changed.
    static std::variant<std::unique_ptr<Upkeep>, hub::StoreError> open(const StoreLocation& location,
                                                                       Access access);

    /// How many messages were written. `progress` may be empty.
    hub::StoreResult<std::uint64_t> exportTo(ExportFile& file, const ExportRange& range,
                                             const Progress& progress, const std::function<bool()>& stopping);
    /// See backUp().
    hub::StoreResult<hub::StoreNothing> backUpTo(const std::string& path);

    struct Verdict {
        std::uint64_t messages = 0;
        std::uint64_t channels = 0;
        std::vector<std::string> faults; ///< in words; none: the store is sound
    };
    /// Reads all of it, and holds nobody up.
    hub::StoreResult<Verdict> check();

    /// As in ModerationStore.
    hub::StoreResult<std::vector<hub::AuditEntry>> audit(const hub::AuditQuery& query);
    hub::StoreResult<hub::AuditVerdict> verifyAudit(const std::function<bool()>& stopping);
    /// Beside a server, too, which goes on behind it.
    hub::StoreResult<hub::AuditEntry> record(hub::AuditEntry entry);

    /// As Store::eraseUser(). `stopping` is asked between slices: what was erased until then stays erased.
    hub::StoreResult<hub::Erasure> erase(const std::string& user, const std::string& by,
                                         const std::function<bool()>& stopping);

private:
    explicit Upkeep(const StoreLocation& location) : connection_(location) {}

    std::optional<hub::StoreError> start(Access access);
    bool checkFile(Verdict& verdict);
    bool checkWords(Verdict& verdict);
    bool checkRows(Verdict& verdict);

    FileLock lock_; // let go of last
    SqlConnection connection_;
};

} // namespace chinwag::store
