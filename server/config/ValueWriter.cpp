#include "config/ValueWriter.h"

#include "config/Units.h"

namespace chinwag::config {

namespace {

/// A basic string of TOML.
std::string tomlString(std::string_view text) {
    static constexpr std::string_view digits = "0123456789ABCDEF";
    std::string result = "\"";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\')
            result.append("\\").append(1, c);
        else if (byte < 0x20 || byte == 0x7f)
            result.append("\\u00").append(1, digits[byte >> 4U]).append(1, digits[byte & 0xfU]);
        else
            result += c;
    }
    return result + "\"";
}

struct Writer {
    const Key& key;
    Settings& settings;

    template <typename T>
    std::string operator()(Field<T> field) const {
        return text(field(settings));
    }

    std::string text(bool value) const { return value ? "true" : "false"; }
    std::string text(std::uint64_t value) const {
        if (key.unit != Unit::Bytes)
            return std::to_string(value);
        const auto size = formatSize(value);
        return size.find_first_not_of("0123456789") == std::string::npos ? size : tomlString(size);
    }
    std::string text(std::chrono::milliseconds value) const { return tomlString(formatDuration(value)); }
    std::string text(const std::string& value) const { return tomlString(value); }
    std::string text(const ListenAddress& value) const { return tomlString(toString(value)); }
    std::string text(const std::optional<ListenAddress>& value) const {
        return value ? text(*value) : tomlString({});
    }
    template <typename T>
    std::string text(const std::vector<T>& values) const {
        std::string list;
        for (const auto& value : values)
            list.append(list.empty() ? "" : ", ").append(text(value));
        return "[" + list + "]";
    }
    template <typename Enumeration>
    std::string text(Enumeration value) const requires std::is_enum_v<Enumeration> {
        return tomlString(words(value)[static_cast<std::size_t>(value)]);
    }
};

} // namespace

std::string valueText(const Key& key, const Settings& settings) {
    // The table's fields hand out a reference that may be written to: give them a copy.
    auto copy = settings;
    return std::visit(Writer{key, copy}, key.field);
}

} // namespace chinwag::config
