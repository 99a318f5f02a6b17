// A table of connections without any, as large as one likes: what the workers would answer with.
#pragma once

#include "http/OperatorAccess.h"

#include <vector>

namespace chinwag::bench {

/// Looks through all of its rows for every question and orders what it finds, by the functions that the
/// server has for that. Workers do the same in slices, each with its own; here it is done in one go, on one
/// thread.
class ConnectionTable {
public:
    explicit ConnectionTable(std::size_t count);

    /// Lists and reads; refers to this object.
    http::ConnectionPort port() const;

private:
    protocol::ConnectionListing list(const protocol::ConnectionQuery& query) const;
    protocol::ConnectionInfos read(const std::vector<protocol::ConnectionId>& ids) const;

    std::vector<protocol::ConnectionInfo> rows_; ///< the slot of its id is its place
};

} // namespace chinwag::bench
