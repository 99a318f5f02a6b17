// What the query of GET /admin/api/connections asks for.
#pragma once

#include "protocol/ConnectionQuery.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>

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

/// A cursor for the page of `list` that begins at `offset`.
std::string makeCursor(const std::string& list, std::size_t offset);

} // namespace chinwag::http
