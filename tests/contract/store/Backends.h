// Every kind of store, for tests that run on each of them: rows called memory, sqlite, postgresql.
#pragma once

#include "StoreSupport.h"
#include "support/PostgresCluster.h"

#include <QTemporaryDir>

#include <memory>

namespace chinwag::test {

/// Gives the global row its column; `memory` leaves out what cannot be opened again.
void addBackendRows(bool memory);

class Backends {
public:
    /// Empty, or why the tests cannot run.
    QString prepare() { return cluster_.create(); }

    /// A new, empty store of the current row's kind.
    std::unique_ptr<Store> make();
    /// A new place for one of the current row's kind, which is not the one in memory.
    QString newUrl();
    bool isSqlite() const;

    PostgresCluster& cluster() { return cluster_; }
    const QTemporaryDir& folder() const { return folder_; }

private:
    QTemporaryDir folder_;
    PostgresCluster cluster_;
    int files_ = 0;
};

} // namespace chinwag::test
