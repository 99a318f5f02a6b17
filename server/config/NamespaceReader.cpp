#include "config/NamespaceReader.h"

#include "config/Key.h"
#include "config/Suggestion.h"
#include "config/ValueReader.h"

#include <algorithm>
#include <utility>

namespace chinwag::config {

namespace {

const Key* findNamespaceKey(std::string_view name) {
    const auto table = namespaceKeys();
    const auto found =
        std::find_if(table.begin(), table.end(), [&](const Key& key) { return key.name == name; });
    return found == table.end() ? nullptr : &*found;
}

std::string named(std::string_view key) {
    return std::string(namespaceSection).append(".").append(key);
}

std::vector<std::string> keyNames() {
    std::vector<std::string> names;
    for (const auto& key : namespaceKeys())
        names.emplace_back(key.name);
    return names;
}

} // namespace

void NamespaceReader::read(const TomlTable& table) {
    const auto* const name = nameOf(table);
    const auto before = faults_.size();
    Settings scratch;
    scratch.namespaces.assign(1, {});
    auto& one = scratch.namespaces.back();
    auto& all = settings_.namespaces;
    auto known = all.end();
    if (name != nullptr) {
        readValue(*findNamespaceKey("name"), name->value, scratch, faults_);
        known = std::find_if(all.begin(), all.end(),
                             [&](const NamespaceSettings& other) { return other.name == one.name; });
        if (known != all.end())
            one = *known;
    }
    Places places;
    for (const auto& entry : table.entries)
        readEntry(entry, scratch, places);
    if (name == nullptr || faults_.size() != before)
        return;
    checkHistory(one, places);
    checkRetention(one, places);
    if (const auto asked = places.find("durable"); asked != places.end() && one.durable)
        durable_.push_back(asked->second);
    for (const auto& [key, where] : places)
        origins_[named(one.name + "." + key)] = {OriginKind::File, where};
    if (known != all.end())
        *known = std::move(one);
    else
        all.push_back(std::move(one));
}

const TomlEntry* NamespaceReader::nameOf(const TomlTable& table) {
    const auto found = std::find_if(table.entries.begin(), table.entries.end(),
                                    [](const TomlEntry& entry) { return entry.name == "name"; });
    if (found == table.entries.end()) {
        faults_.push_back({table.where, named("name"), "is missing",
                           std::string(findNamespaceKey("name")->syntax.description)});
        return nullptr;
    }
    const auto* const text = std::get_if<std::string>(&found->value.value);
    if (text != nullptr && std::find(seen_.begin(), seen_.end(), *text) != seen_.end()) {
        faults_.push_back(
            {found->value.where, named("name"), inQuotes(*text) + " is there twice", "every namespace once"});
        return nullptr;
    }
    if (text != nullptr)
        seen_.push_back(*text);
    return &*found;
}

void NamespaceReader::readEntry(const TomlEntry& entry, Settings& scratch, Places& places) {
    if (entry.name == "name")
        return;
    const auto* const key = findNamespaceKey(entry.name);
    if (key != nullptr) {
        readValue(*key, entry.value, scratch, faults_);
        places[entry.name] = entry.value.where;
        return;
    }
    const auto suggestion = nearest(entry.name, keyNames());
    faults_.push_back(
        {entry.value.where,
         named(printable(entry.name)),
         suggestion ? "is not a known key, did you mean " + *suggestion + "?" : "is not a known key",
         {}});
}

void NamespaceReader::checkHistory(const NamespaceSettings& one, const Places& places) {
    if (one.historySize != 0)
        return;
    const std::pair<std::string_view, bool> wanting[] = {
        {"durable", one.durable}, {"recover", one.recover}, {"cache", one.cache}};
    for (const auto& [key, isOn] : wanting) {
        if (!isOn)
            continue;
        // A ready-made one has it on, and the file takes its history away.
        const bool isAsked = places.find(key) != places.end();
        const auto where = places.find(isAsked ? key : std::string_view("history_size"));
        if (where != places.end())
            faults_.push_back({where->second, named(isAsked ? key : "history_size"),
                               isAsked ? std::string("wants a history")
                                       : "0 leaves " + std::string(key) + " without a history",
                               isAsked ? "false, or a history_size above 0"
                                       : "a number above 0, or " + std::string(key) + " = false"});
    }
}

void NamespaceReader::checkRetention(const NamespaceSettings& one, const Places& places) {
    const std::pair<std::string_view, bool> wanting[] = {{"retention_age", one.retentionAge.count() != 0},
                                                         {"retention_count", one.retentionCount != 0}};
    for (const auto& [key, isSet] : wanting) {
        const auto where = places.find(key);
        if (isSet && !one.durable && where != places.end())
            faults_.push_back(
                {where->second, named(key), "does nothing where nothing is kept", "0, or durable = true"});
    }
}

void NamespaceReader::finish() {
    if (settings_.store.url != "none")
        return;
    for (const auto& where : durable_)
        faults_.push_back(
            {where, named("durable"), "wants a store, but store.url is \"none\"", "false, or a store.url"});
}

} // namespace chinwag::config
