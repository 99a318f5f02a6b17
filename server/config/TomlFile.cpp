// Without exceptions the parser answers with a value; the library's shared build throws, hence the
// header-only one, in this file alone.
#define TOML_EXCEPTIONS 0
#define TOML_HEADER_ONLY 1
#include <toml++/toml.h>

#include "config/TomlFile.h"

#include "config/FileReader.h"
#include "config/Key.h"

#include <algorithm>
#include <utility>

namespace chinwag::config {

namespace {

constexpr std::size_t longestTomlFile = 1024UL * 1024UL;

class Collector {
public:
    Collector(const std::string& path, TomlFile& file) : path_(path), file_(file) {}

    void collect(const toml::table& document) {
        for (auto&& [name, node] : document) {
            const auto* section = node.as_table();
            if (name.str() == namespaceSection && node.is_array_of_tables())
                collectNamespaces(*node.as_array());
            else if (section == nullptr)
                add({}, std::string(name.str()), node);
            else
                collectSection(std::string(name.str()), *section);
        }
        file_.entries = takeEntries();
    }

private:
    void collectNamespaces(const toml::array& tables) {
        for (const auto& table : tables) {
            Collector one(path_, file_);
            one.collectSection({}, *table.as_table());
            file_.namespaces.push_back({whereIs(table), one.takeEntries()});
        }
    }

    std::vector<TomlEntry> takeEntries() {
        // The library keeps tables sorted by name; people want to see faults in the order of the file.
        std::stable_sort(lines_.begin(), lines_.end());
        std::vector<TomlEntry> sorted;
        for (const auto& [line, index] : lines_)
            sorted.push_back(std::move(entries_[index]));
        return sorted;
    }

    void collectSection(const std::string& section, const toml::table& table) {
        if (table.empty() && !section.empty())
            add(section, {}, table);
        for (auto&& [name, node] : table)
            add(section, std::string(name.str()), node);
    }

    void add(std::string section, std::string name, const toml::node& node) {
        lines_.emplace_back(node.source().begin.line, entries_.size());
        entries_.push_back({std::move(section), std::move(name), rawValue(node)});
    }

    std::string whereIs(const toml::node& node) const {
        return path_ + ":" + std::to_string(node.source().begin.line);
    }

    RawValue rawValue(const toml::node& node) const {
        const auto where = whereIs(node);
        if (const auto* array = node.as_array()) {
            RawValue::List list;
            for (const auto& entry : *array)
                list.push_back(rawValue(entry));
            return {std::move(list), where};
        }
        if (const auto* text = node.as_string())
            return {text->get(), where};
        if (const auto* number = node.as_integer())
            return {number->get(), where};
        if (const auto* boolean = node.as_boolean())
            return {boolean->get(), where};
        if (node.is_table())
            return {Unsupported{"a table"}, where};
        return {Unsupported{node.is_floating_point() ? "a number with a fraction" : "a date or time"}, where};
    }

    const std::string& path_;
    TomlFile& file_;
    std::vector<TomlEntry> entries_;
    std::vector<std::pair<toml::source_index, std::size_t>> lines_;
};

} // namespace

TomlFile readTomlFile(const std::string& path) {
    TomlFile file;
    auto content = readFile(path, longestTomlFile);
    if (const auto* reason = std::get_if<FileError>(&content)) {
        file.faults.push_back({path, {}, reason->text, "a readable file of at most 1 MiB"});
        return file;
    }
    const auto result = toml::parse(std::get<std::string>(content));
    if (!result) {
        const auto& error = result.error();
        file.faults.push_back({path + ":" + std::to_string(error.source().begin.line),
                               {},
                               printable(error.description()),
                               "TOML 1.0"});
        return file;
    }
    Collector(path, file).collect(result.table());
    return file;
}

} // namespace chinwag::config
