// JSON on the way of a message: written straight into a string, read into rapidjson's values.
#pragma once

#include <rapidjson/document.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace chinwag::protocol {

/// Parses `text`, which must be one JSON value in valid UTF-8 and nothing behind it. Nothing when it is
/// not, is nested deeper than any honest message, or has a number out of the range of a double or half a
/// surrogate pair as an escape, which no UTF-8 can be written for.
std::optional<rapidjson::Document> parseJson(std::string_view text);

/// A value as compact JSON text.
std::string toText(const rapidjson::Value& value);

/// The member `name` of an object, or null when there is none.
const rapidjson::Value* member(const rapidjson::Value& object, std::string_view name);

/// Writes one JSON object into a string. Members come in the order of the calls; what is embedded as JSON
/// must be that.
class JsonObjectWriter {
public:
    explicit JsonObjectWriter(std::string& out) : out_(out) { out_ += '{'; }
    ~JsonObjectWriter() { out_ += '}'; }
    JsonObjectWriter(const JsonObjectWriter&) = delete;
    JsonObjectWriter& operator=(const JsonObjectWriter&) = delete;

    void text(std::string_view name, std::string_view value);
    void number(std::string_view name, std::uint64_t value);
    void flag(std::string_view name, bool value);
    void json(std::string_view name, std::string_view value);
    /// The name of a member whose value the caller appends to the string. Like all names here it stands as
    /// it is in JSON, as those that the code knows do.
    void open(std::string_view name);
    /// Likewise, for a name that somebody else has chosen.
    void openKey(std::string_view name);

private:
    void separate();

    std::string& out_;
    bool first_ = true;
};

} // namespace chinwag::protocol
