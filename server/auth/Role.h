// What operators may do: roles, and the permissions that a role has.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace chinwag::auth {

enum class Role : std::uint8_t {
    Viewer,    ///< looks
    Agent,     ///< answers those who ask for help
    Moderator, ///< keeps the peace
    Admin,     ///< does everything
};

/// What a route of the operator API asks for.
enum class Permission : std::uint8_t {
    View,      ///< counters, connections, users, nodes, what is said; one's own sessions and second factor
    Message,   ///< say something in a room, or to one who is connected
    Kick,      ///< close connections
    Moderate,  ///< ban, mute, redact, purge, rooms, reports
    Configure, ///< configuration, logs, reload, drain, lockdown, other operators' sessions
};

inline constexpr std::array roles{Role::Viewer, Role::Agent, Role::Moderator, Role::Admin};
inline constexpr std::array permissions{Permission::View, Permission::Message, Permission::Kick,
                                        Permission::Moderate, Permission::Configure};

/// The words for them, in files, on the command line and in the operator API.
std::string_view name(Role role);
std::string_view name(Permission permission);
/// Nothing for a word that is no role.
std::optional<Role> roleNamed(std::string_view name);

/// "viewer, agent, moderator and admin"
std::string roleNames();

bool may(Role role, Permission permission);

/// The roles that have `permission`, in words: "moderator or admin".
std::string rolesWith(Permission permission);

} // namespace chinwag::auth
