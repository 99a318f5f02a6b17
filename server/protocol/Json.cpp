#include "protocol/Json.h"

#include "protocol/HttpMessage.h"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <cmath>

namespace chinwag::protocol {

namespace {

constexpr int maxDepth = 64;

// rapidjson's own recursion is not bounded: a message of brackets alone would take the stack.
bool isNestedTooDeep(std::string_view text) {
    int depth = 0;
    bool inString = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char byte = text[i];
        if (inString) {
            if (byte == '\\')
                ++i;
            else if (byte == '"')
                inString = false;
        } else if (byte == '"') {
            inString = true;
        } else if (byte == '[' || byte == '{') {
            if (++depth > maxDepth)
                return true;
        } else if (byte == ']' || byte == '}') {
            --depth;
        }
    }
    return false;
}

// A number past the range of a double is infinite to rapidjson, and there is no JSON for that.
bool isFinite(const rapidjson::Value& value) {
    if (value.IsObject())
        return std::all_of(value.MemberBegin(), value.MemberEnd(),
                           [](const auto& one) { return isFinite(one.value); });
    if (value.IsArray())
        return std::all_of(value.Begin(), value.End(), isFinite);
    return !value.IsDouble() || std::isfinite(value.GetDouble());
}

} // namespace

std::optional<rapidjson::Document> parseJson(std::string_view text) {
    // A zero byte is the end of the text to rapidjson, whatever comes behind it.
    if (text.find('\0') != std::string_view::npos || isNestedTooDeep(text))
        return std::nullopt;
    rapidjson::Document document;
    document.Parse<rapidjson::kParseValidateEncodingFlag | rapidjson::kParseFullPrecisionFlag>(text.data(),
                                                                                               text.size());
    if (document.HasParseError() || !isFinite(document))
        return std::nullopt;
    return document;
}

std::string toText(const rapidjson::Value& value) {
    rapidjson::StringBuffer buffer;
    rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
    value.Accept(writer);
    return {buffer.GetString(), buffer.GetSize()};
}

const rapidjson::Value* member(const rapidjson::Value& object, std::string_view name) {
    if (!object.IsObject())
        return nullptr;
    const auto found = object.FindMember(
        rapidjson::Value(rapidjson::StringRef(name.data(), static_cast<rapidjson::SizeType>(name.size()))));
    return found == object.MemberEnd() ? nullptr : &found->value;
}

void JsonObjectWriter::separate() {
    if (!first_)
        out_ += ',';
    first_ = false;
}

void JsonObjectWriter::open(std::string_view name) {
    separate();
    out_ += '"';
    out_ += name;
    out_ += "\":";
}

void JsonObjectWriter::openKey(std::string_view name) {
    separate();
    out_ += jsonString(name);
    out_ += ':';
}

void JsonObjectWriter::text(std::string_view name, std::string_view value) {
    open(name);
    out_ += jsonString(value);
}

void JsonObjectWriter::number(std::string_view name, std::uint64_t value) {
    open(name);
    out_ += std::to_string(value);
}

void JsonObjectWriter::flag(std::string_view name, bool value) {
    open(name);
    out_ += value ? "true" : "false";
}

void JsonObjectWriter::json(std::string_view name, std::string_view value) {
    open(name);
    out_ += value;
}

} // namespace chinwag::protocol
