// Which connections an operator wants to see, and in what order.
#pragma once

#include "protocol/ConnectionInfo.h"

#include <bitset>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace chinwag::protocol {

/// Holds when the column's text contains `text`, compared without ASCII case.
struct ConnectionTextFilter {
    ConnectionColumn column;
    std::string text; ///< in lower case
};

/// Holds when the column's number is within the bounds, themselves included. A round trip that is not
/// known is within none.
struct ConnectionRangeFilter {
    ConnectionColumn column;
    double min;
    double max;
};

using ConnectionColumns = std::bitset<connectionColumnCount>;

/// All filters must hold.
struct ConnectionQuery {
    ConnectionColumn sort = ConnectionColumn::ConnectedAt;
    bool descending = false;
    std::string anywhere; ///< in lower case; contained in one of the columns that hold text
    std::vector<ConnectionTextFilter> texts;
    std::vector<ConnectionRangeFilter> ranges;

    /// The columns that it looks at: the others of an info need not be filled in to judge it.
    ConnectionColumns columns() const;
};

bool matches(const ConnectionQuery& query, const ConnectionInfo& info);

/// What a connection is ordered by: an info is large, and of the many that match few are looked at.
struct ConnectionKey {
    double number = 0;
    std::string text;
    ConnectionId id;
};

ConnectionKey makeConnectionKey(const ConnectionQuery& query, const ConnectionInfo& info);

/// Sorts as the query has it. Ties are in the order of the ids, so that every order is total.
void sortConnections(std::vector<ConnectionKey>& keys, const ConnectionQuery& query);

/// The answer to a query.
struct ConnectionListing {
    std::vector<ConnectionId> ids; ///< of those that match, in the order of the query
    std::size_t open = 0;          ///< connections in all
};

/// One for each id that was asked for, in that order; nothing for a connection that has ended.
using ConnectionInfos = std::vector<std::optional<ConnectionInfo>>;

/// Connections that something holds of.
struct MatchingConnections {
    std::size_t count = 0;
    std::vector<ConnectionInfo> first; ///< what some of them are like
};

/// `text` with its ASCII letters in lower case.
std::string lowered(std::string_view text);

} // namespace chinwag::protocol
