#include "auth/Role.h"

#include <algorithm>
#include <cstddef>
#include <span>
#include <vector>

namespace chinwag::auth {

namespace {

constexpr std::array<std::string_view, permissions.size()> permissionNames{"view", "message", "kick",
                                                                           "moderate", "configure"};

struct RoleRow {
    std::string_view name;
    std::array<bool, permissions.size()> may;
};

// The one place that says who may what. A row a role, a column a permission, in their order.
constexpr std::array<RoleRow, roles.size()> table{{
    //             view, message, kick, moderate, configure
    {"viewer", {{true, false, false, false, false}}},
    {"agent", {{true, true, false, false, false}}},
    {"moderator", {{true, true, true, true, false}}},
    {"admin", {{true, true, true, true, true}}},
}};

const RoleRow& row(Role role) {
    return table[static_cast<std::size_t>(role)];
}

std::string joined(std::span<const std::string_view> words, std::string_view conjunction) {
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i != 0)
            text += i + 1 == words.size() ? conjunction : ", ";
        text += words[i];
    }
    return text;
}

} // namespace

std::string_view name(Role role) {
    return row(role).name;
}

std::string_view name(Permission permission) {
    return permissionNames[static_cast<std::size_t>(permission)];
}

std::optional<Role> roleNamed(std::string_view name) {
    const auto* const found =
        std::find_if(table.begin(), table.end(), [name](const RoleRow& one) { return one.name == name; });
    if (found == table.end())
        return std::nullopt;
    return roles[static_cast<std::size_t>(found - table.begin())];
}

std::string roleNames() {
    std::vector<std::string_view> names;
    names.reserve(table.size());
    for (const auto& one : table)
        names.push_back(one.name);
    return joined(names, " and ");
}

bool may(Role role, Permission permission) {
    return row(role).may[static_cast<std::size_t>(permission)];
}

std::string rolesWith(Permission permission) {
    std::vector<std::string_view> names;
    for (const auto role : roles) {
        if (may(role, permission))
            names.push_back(name(role));
    }
    return joined(names, " or ");
}

} // namespace chinwag::auth
