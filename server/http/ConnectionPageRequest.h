// What the query of GET /admin/api/connections asks for.
#pragma once

#include "protocol/ConnectionQuery.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace chinwag::http {

struct ConnectionPageRequest {
    static constexpr std::size_t defaultLimit = 100;
    static constexpr std::size_t maxLimit = 500;

    std::string list; ///< the list to page through; empty for a new one that `query` makes
    protocol::ConnectionQuery query;
    std::size_t offset = 0;
    std::size_t limit = defaultLimit;
};

/// Reads the part of a target behind '?'. The text says what is wrong and what is allowed.
std::variant<ConnectionPageRequest, std::string> readConnectionPageRequest(std::string_view query);

/// Reads filters by name, as they stand in such a query, where they come without what makes a page.
std::variant<protocol::ConnectionQuery, std::string>
readConnectionFilters(const std::vector<std::pair<std::string, std::string>>& filters);

/// A cursor for the page of `list` that begins at `offset`.
std::string makeCursor(const std::string& list, std::size_t offset);

} // namespace chinwag::http
