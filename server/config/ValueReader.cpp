#include "config/ValueReader.h"

#include "config/Units.h"

#include <algorithm>
#include <optional>

namespace chinwag::config {

namespace {

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

/// A comma-separated list from the environment or a flag, as a list.
RawValue::List split(const Untyped& untyped, const std::string& where) {
    RawValue::List entries;
    std::string_view rest = untyped.text;
    if (trimmed(rest).empty())
        return entries;
    while (true) {
        const auto comma = rest.find(',');
        entries.push_back({Untyped{std::string(trimmed(rest.substr(0, comma)))}, where});
        if (comma == std::string_view::npos)
            return entries;
        rest.remove_prefix(comma + 1);
    }
}

struct Description {
    std::string operator()(bool value) const { return value ? "true" : "false"; }
    std::string operator()(std::int64_t value) const { return std::to_string(value); }
    std::string operator()(const std::string& value) const { return inQuotes(value); }
    std::string operator()(const Untyped& value) const { return inQuotes(value.text); }
    std::string operator()(const Unsupported& value) const { return std::string(value.kind); }
    std::string operator()(const RawValue::List&) const { return "a list"; }
};

const std::string* textOf(const RawValue& raw) {
    if (const auto* untyped = std::get_if<Untyped>(&raw.value))
        return &untyped->text;
    return std::get_if<std::string>(&raw.value);
}

/// One overload of parse() a type: the value, or nothing when `raw` is none.
class Reader {
public:
    Reader(const Key& key, const RawValue& raw, Settings& settings, std::vector<Fault>& faults)
        : key_(key), raw_(raw), settings_(settings), faults_(faults) {}

    template <typename T>
    void operator()(Field<T> field) const {
        T value{};
        if (parse(raw_, value))
            field(settings_) = std::move(value);
        else
            complain(raw_);
    }
    template <typename T>
    void operator()(Field<std::vector<T>> field) const {
        std::vector<T> values;
        if (readList(values))
            field(settings_) = std::move(values);
    }

private:
    template <typename T>
    bool readList(std::vector<T>& values) const {
        const auto* untyped = std::get_if<Untyped>(&raw_.value);
        const auto* list = std::get_if<RawValue::List>(&raw_.value);
        if (untyped == nullptr && list == nullptr) {
            complain(raw_);
            return false;
        }
        const auto entries = untyped != nullptr ? split(*untyped, raw_.where) : *list;
        bool sound = true;
        for (const auto& entry : entries) {
            T value{};
            if (parse(entry, value)) {
                values.push_back(std::move(value));
            } else {
                complain(entry);
                sound = false;
            }
        }
        return sound;
    }

    static bool parse(const RawValue& raw, bool& value) {
        if (const auto* untyped = std::get_if<Untyped>(&raw.value)) {
            value = untyped->text == "true";
            return value || untyped->text == "false";
        }
        const auto* typed = std::get_if<bool>(&raw.value);
        value = typed != nullptr && *typed;
        return typed != nullptr;
    }
    bool parse(const RawValue& raw, std::uint64_t& value) const {
        std::optional<std::uint64_t> number;
        if (const auto* integer = std::get_if<std::int64_t>(&raw.value); integer != nullptr && *integer >= 0)
            number = static_cast<std::uint64_t>(*integer);
        else if (const auto* untyped = std::get_if<Untyped>(&raw.value))
            number = key_.unit == Unit::Bytes ? parseSize(untyped->text) : parseCount(untyped->text);
        else if (const auto* text = textOf(raw); text != nullptr && key_.unit == Unit::Bytes)
            number = parseSize(*text);
        value = number.value_or(0);
        return number && inRange(value);
    }
    bool parse(const RawValue& raw, std::chrono::milliseconds& value) const {
        std::optional<std::chrono::milliseconds> duration;
        if (const auto* integer = std::get_if<std::int64_t>(&raw.value))
            duration = parseDuration(std::to_string(*integer));
        else if (const auto* text = textOf(raw))
            duration = parseDuration(*text);
        value = duration.value_or(std::chrono::milliseconds{});
        return duration && inRange(static_cast<std::uint64_t>(value.count()));
    }
    bool parse(const RawValue& raw, std::string& value) const {
        const auto* text = textOf(raw);
        if (text == nullptr || !key_.syntax.accepts(*text))
            return false;
        value = *text;
        return true;
    }
    static bool parse(const RawValue& raw, ListenAddress& value) {
        const auto* text = textOf(raw);
        const auto address = text != nullptr ? parseListenAddress(*text) : std::nullopt;
        value = address.value_or(ListenAddress{});
        return address.has_value();
    }
    static bool parse(const RawValue& raw, std::optional<ListenAddress>& value) {
        const auto* text = textOf(raw);
        if (text != nullptr && text->empty())
            return true;
        return parse(raw, value.emplace());
    }
    template <typename Enumeration>
    static bool parse(const RawValue& raw, Enumeration& value) requires std::is_enum_v<Enumeration> {
        const auto* text = textOf(raw);
        const auto all = words(Enumeration{});
        const auto* const found = text != nullptr ? std::find(all.begin(), all.end(), *text) : all.end();
        value = static_cast<Enumeration>(found - all.begin());
        return found != all.end();
    }

    bool inRange(std::uint64_t value) const { return value >= key_.range.least && value <= key_.range.most; }

    void complain(const RawValue& raw) const {
        const auto value = key_.secret ? "the value" : std::visit(Description{}, raw.value);
        faults_.push_back({raw.where, fullName(key_), value + " is not allowed", allowedValues(key_)});
    }

    const Key& key_;
    const RawValue& raw_;
    Settings& settings_;
    std::vector<Fault>& faults_;
};

} // namespace

void readValue(const Key& key, const RawValue& raw, Settings& settings, std::vector<Fault>& faults) {
    std::visit(Reader(key, raw, settings, faults), key.field);
}

} // namespace chinwag::config
