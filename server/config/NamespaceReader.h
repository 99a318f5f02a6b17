// Reads the [[namespace]] tables of the configuration file.
#pragma once

#include "config/Fault.h"
#include "config/Origin.h"
#include "config/Settings.h"
#include "config/TomlFile.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace chinwag::config {

/// Adds each to `settings.namespaces`, or changes the ready-made one of its name. All arguments must
/// outlive it. A table with a fault adds nothing else.
class NamespaceReader {
public:
    NamespaceReader(Settings& settings, std::vector<Fault>& faults, Origins& origins)
        : settings_(settings), faults_(faults), origins_(origins) {}

    void read(const TomlTable& table);
    /// What can be told only when everything else has been read: whether there is a store to keep in.
    void finish();

private:
    // Where each key of a table stands.
    using Places = std::map<std::string, std::string, std::less<>>;

    const TomlEntry* nameOf(const TomlTable& table);
    void readEntry(const TomlEntry& entry, Settings& scratch, Places& places);
    void checkHistory(const NamespaceSettings& one, const Places& places);
    void checkRetention(const NamespaceSettings& one, const Places& places);

    Settings& settings_;
    std::vector<Fault>& faults_;
    Origins& origins_;
    std::vector<std::string> seen_;    // names
    std::vector<std::string> durable_; // where a file asks for it
};

} // namespace chinwag::config
