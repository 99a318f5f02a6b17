#include "config/Key.h"

#include "config/Units.h"

#include <algorithm>

namespace chinwag::config {

namespace {

constexpr std::string_view listenSyntax = "ADDRESS:PORT, an IP address, IPv6 in brackets, optionally with "
                                          "http:// or https:// in front";

template <typename Enumeration>
std::string oneOf(Field<Enumeration>) {
    std::string text;
    for (const auto word : words(Enumeration{}))
        text.append(text.empty() ? "" : ", ").append(word);
    return text;
}

struct AllowedValues {
    const Key& key;

    std::string operator()(Field<bool>) const { return "true, false"; }
    std::string operator()(Field<std::uint64_t>) const {
        const auto [least, most] = key.range;
        if (key.unit == Unit::Bytes)
            return "bytes or a size such as \"64KiB\", from " + formatSize(least) + " to " + formatSize(most);
        return "a whole number from " + std::to_string(least) + " to " + std::to_string(most);
    }
    std::string operator()(Field<std::chrono::milliseconds>) const {
        return "seconds or a duration such as \"500ms\", \"25s\", \"2m\", from " +
               formatDuration(std::chrono::milliseconds(key.range.least)) + " to " +
               formatDuration(std::chrono::milliseconds(key.range.most));
    }
    std::string operator()(Field<std::string>) const { return std::string(key.syntax.description); }
    std::string operator()(Field<std::vector<std::string>>) const {
        return "a list of " + std::string(key.syntax.description);
    }
    std::string operator()(Field<std::vector<ListenAddress>>) const {
        return "a list of " + std::string(listenSyntax);
    }
    std::string operator()(Field<std::optional<ListenAddress>>) const {
        return std::string(listenSyntax) + ", or \"\" for none";
    }
    std::string operator()(Field<AuthMode> field) const { return oneOf(field); }
    std::string operator()(Field<Audience> field) const { return oneOf(field); }
    std::string operator()(Field<LogLevel> field) const { return oneOf(field); }
    std::string operator()(Field<LogFormat> field) const { return oneOf(field); }
};

char upper(char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

} // namespace

const Key* findKey(std::string_view section, std::string_view name) {
    const auto table = keys();
    const auto found = std::find_if(table.begin(), table.end(), [&](const Key& key) {
        return key.section == section && key.name == name;
    });
    return found == table.end() ? nullptr : &*found;
}

std::string fullName(const Key& key) {
    return std::string(key.section).append(".").append(key.name);
}

std::string environmentName(const Key& key) {
    auto name = std::string("CHINWAG_").append(key.section).append("_").append(key.name);
    std::transform(name.begin(), name.end(), name.begin(), upper);
    return name;
}

bool isList(const Key& key) {
    return std::holds_alternative<Field<std::vector<std::string>>>(key.field) ||
           std::holds_alternative<Field<std::vector<ListenAddress>>>(key.field);
}

std::string allowedValues(const Key& key) {
    return std::visit(AllowedValues{key}, key.field);
}

} // namespace chinwag::config
