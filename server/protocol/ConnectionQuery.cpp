#include "protocol/ConnectionQuery.h"

#include <algorithm>
#include <limits>

namespace chinwag::protocol {

namespace {

constexpr std::array textColumns{
    ConnectionColumn::Id,   ConnectionColumn::User,    ConnectionColumn::Client,
    ConnectionColumn::Nick, ConnectionColumn::Address, ConnectionColumn::Dialect,
    ConnectionColumn::Room, ConnectionColumn::Device,  ConnectionColumn::LastError};

bool contains(const ConnectionInfo& info, ConnectionColumn column, const std::string& part) {
    return lowered(text(info, column)).find(part) != std::string::npos;
}

bool holds(const ConnectionRangeFilter& filter, const ConnectionInfo& info) {
    const auto value = number(info, filter.column);
    return value && *value >= filter.min && *value <= filter.max;
}

} // namespace

std::string lowered(std::string_view text) {
    std::string out(text);
    for (char& byte : out) {
        if (byte >= 'A' && byte <= 'Z')
            byte = static_cast<char>(byte - 'A' + 'a');
    }
    return out;
}

ConnectionColumns ConnectionQuery::columns() const {
    ConnectionColumns columns;
    columns.set(static_cast<std::size_t>(sort));
    for (const auto& filter : texts)
        columns.set(static_cast<std::size_t>(filter.column));
    for (const auto& filter : ranges)
        columns.set(static_cast<std::size_t>(filter.column));
    if (!anywhere.empty()) {
        for (const auto column : textColumns)
            columns.set(static_cast<std::size_t>(column));
    }
    return columns;
}

bool matches(const ConnectionQuery& query, const ConnectionInfo& info) {
    if (!query.anywhere.empty() && std::none_of(textColumns.begin(), textColumns.end(), [&](auto column) {
            return contains(info, column, query.anywhere);
        }))
        return false;
    return std::all_of(query.texts.begin(), query.texts.end(),
                       [&](const auto& filter) { return contains(info, filter.column, filter.text); }) &&
           std::all_of(query.ranges.begin(), query.ranges.end(),
                       [&](const auto& filter) { return holds(filter, info); });
}

ConnectionKey makeConnectionKey(const ConnectionQuery& query, const ConnectionInfo& info) {
    ConnectionKey key{0, {}, info.id};
    if (query.sort == ConnectionColumn::Id)
        return key; // ties are in the order of the ids
    if (query.sort == ConnectionColumn::ConnectedAt)
        // To the last digit, beyond what is shown: who came first stands first.
        key.number = std::chrono::duration<double>(info.connectedAt.time_since_epoch()).count();
    else if (isText(query.sort))
        key.text = lowered(text(info, query.sort));
    else
        key.number = number(info, query.sort).value_or(-std::numeric_limits<double>::infinity());
    return key;
}

void sortConnections(std::vector<ConnectionKey>& keys, const ConnectionQuery& query) {
    const bool byText = isText(query.sort);
    const auto less = [byText](const ConnectionKey& a, const ConnectionKey& b) {
        if (byText) {
            const int order = a.text.compare(b.text);
            return order != 0 ? order < 0 : a.id < b.id;
        }
        return a.number != b.number ? a.number < b.number : a.id < b.id;
    };
    if (query.descending)
        std::sort(keys.begin(), keys.end(), [&less](const auto& a, const auto& b) { return less(b, a); });
    else
        std::sort(keys.begin(), keys.end(), less);
}

} // namespace chinwag::protocol
