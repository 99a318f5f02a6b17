// The table of every key: loading, the environment, the flags, print-config and the documentation
// all come from it, so a setting is described in one place.
#pragma once

#include "config/Settings.h"

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <variant>

namespace chinwag::config {

/// Where in the settings a key's value lives. Its type is the key's type.
template <typename T>
using Field = T& (*)(Settings&);
using AnyField = std::variant<Field<bool>, Field<std::uint64_t>, Field<std::chrono::milliseconds>,
                              Field<std::string>, Field<std::vector<std::string>>,
                              Field<std::vector<ListenAddress>>, Field<std::optional<ListenAddress>>,
                              Field<LogLevel>, Field<LogFormat>, Field<AuthMode>, Field<Audience>>;

enum class Unit : std::uint8_t { None, Bytes };

/// Bounds of a number, both allowed: a count, bytes, or milliseconds.
struct Range {
    std::uint64_t least = 0;
    std::uint64_t most = 0;
};

/// How the text of a text key, or of each entry of a list of texts, must look.
struct Syntax {
    bool (*accepts)(std::string_view) = nullptr; ///< null for the other types
    std::string_view description{};
};

/// The flag that sets a key, without dashes; empty when there is none.
struct Flag {
    std::string_view name{};
    std::string_view placeholder{}; ///< what stands for its value in the help
};

struct Key {
    std::string_view section{};
    std::string_view name{};
    AnyField field{};
    Range range{};
    Unit unit = Unit::None;
    Syntax syntax{};
    bool secret = false;     ///< neither printed nor named in a fault
    bool reloadable = false; ///< SIGHUP applies it; the others want a restart
    Flag flag{};
    std::string_view documentation{};
};

/// All of them, section by section, in the order in which they are printed.
std::span<const Key> keys();

/// What a namespace is configured by: the keys of the tables [[namespace]]. Their fields are in the last of
/// the settings' namespaces. They stand in the file alone: the environment has no form for a list of tables.
std::span<const Key> namespaceKeys();
inline constexpr std::string_view namespaceSection = "namespace";

/// The key of that section and name, or null.
const Key* findKey(std::string_view section, std::string_view name);

/// "section.key"
std::string fullName(const Key& key);

/// "CHINWAG_SECTION_KEY"
std::string environmentName(const Key& key);

/// Whether a flag or variable takes several values: repeated, or separated by commas.
bool isList(const Key& key);

/// What the key allows, for people.
std::string allowedValues(const Key& key);

/// The words for the values of an enumeration, in its order.
constexpr std::array<std::string_view, 2> words(AuthMode) {
    return {"open", "token"};
}
constexpr std::array<std::string_view, 3> words(Audience) {
    return {"nobody", "users", "anyone"};
}
constexpr std::array<std::string_view, 4> words(LogLevel) {
    return {"debug", "info", "warning", "error"};
}
constexpr std::array<std::string_view, 4> words(LogFormat) {
    return {"auto", "text", "json", "journal"};
}

} // namespace chinwag::config
