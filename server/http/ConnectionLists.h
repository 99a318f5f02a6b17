// Lists of connections that operators are paging through.
#pragma once

#include "protocol/ConnectionQuery.h"

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace chinwag::http {

/// A list keeps its order while connections come and go, so that pages in any order make up a whole. It is
/// the session's that asked for it and is forgotten when it has not been used for a minute. Control thread.
class ConnectionLists {
public:
    using Time = std::chrono::steady_clock::time_point;
    static constexpr std::chrono::seconds lifetime{60};
    /// When a session asks for one more, its oldest goes.
    static constexpr std::size_t maxPerSession = 4;

    struct List {
        std::string name;
        std::vector<protocol::ConnectionId> ids;
        std::size_t open = 0; ///< connections in all, when it was made
    };

    /// Valid until the next call.
    const List& keep(const std::string& session, protocol::ConnectionListing listing, Time now);
    /// Null when there is no such list (any more) for that session.
    const List* find(std::string_view name, const std::string& session, Time now);

private:
    struct Kept {
        List list;
        std::string session;
        Time lastUsed;
    };
    void dropOld(Time now);

    std::vector<Kept> kept_; // the longest unused first
};

} // namespace chinwag::http
