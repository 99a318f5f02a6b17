// The configuration file, taken apart into sections and keys with their lines.
#pragma once

#include "config/Fault.h"
#include "config/RawValue.h"

#include <string>
#include <vector>

namespace chinwag::config {

struct TomlEntry {
    std::string section; ///< empty for a key that stands before the first section
    std::string name;    ///< empty for a section without any key
    RawValue value;
};

/// One of the tables of a list, [[name]].
struct TomlTable {
    std::string where;              ///< as in Fault
    std::vector<TomlEntry> entries; ///< without a section, in the order of the file
};

struct TomlFile {
    std::vector<TomlEntry> entries;    ///< in the order of the file
    std::vector<TomlTable> namespaces; ///< [[namespace]], in the order of the file
    std::vector<Fault> faults;         ///< not readable, or no TOML
};

TomlFile readTomlFile(const std::string& path);

} // namespace chinwag::config
