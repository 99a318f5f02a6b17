#include "protocol/Json.h"

#include "protocol/HttpMessage.h"

#include <rapidjson/encodedstream.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <charconv>
#include <system_error>

namespace chinwag::protocol {

namespace {

constexpr int maxDepth = 64;

enum class Escape { Plain, HighSurrogate, LowSurrogate };

// The escape whose backslash is text[at]. A surrogate is \uD8.. to \uDF.., of which \uDC.. and up are the low
// ones.
Escape escapeAt(std::string_view text, std::size_t at) {
    constexpr std::size_t telling = 4; // characters: the rest says which of its kind it is
    if (text.size() - at < telling || text[at + 1] != 'u' || (text[at + 2] != 'd' && text[at + 2] != 'D'))
        return Escape::Plain;
    const auto digit = static_cast<char>(text[at + 3] | 0x20); // in lower case
    if (digit == '8' || digit == '9' || digit == 'a' || digit == 'b')
        return Escape::HighSurrogate;
    return digit >= 'c' && digit <= 'f' ? Escape::LowSurrogate : Escape::Plain;
}

// What rapidjson does not look at: how deep it goes, so that a message of brackets alone would take the
// stack, and whether a low surrogate comes after a high one. A low one alone would become what is not UTF-8.
bool isAcceptable(std::string_view text) {
    constexpr std::size_t escapeSize = 6; // \uXXXX
    int depth = 0;
    bool inString = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char byte = text[i];
        if (inString && byte == '\\') {
            const auto escape = escapeAt(text, i);
            if (escape == Escape::LowSurrogate)
                return false;
            // What comes after a high one is the low one or refused by rapidjson.
            i += escape == Escape::HighSurrogate ? 2 * escapeSize - 1 : 1;
        } else if (byte == '"') {
            inString = !inString;
        } else if (!inString && (byte == '[' || byte == '{')) {
            if (++depth > maxDepth)
                return false;
        } else if (!inString && (byte == ']' || byte == '}')) {
            --depth;
        }
    }
    return true;
}

// rapidjson reads numbers to three units of the last place, or, where it is asked to read them exactly, some
// beyond a double's range as something small; both would be passed on. There is no JSON for infinity either.
class ExactDocument : public rapidjson::Document {
public:
    bool RawNumber(const char* text, rapidjson::SizeType length, bool /*copy*/) {
        const std::string_view number(text, length);
        if (const auto value = whole<std::int64_t>(number))
            return Int64(*value);
        if (const auto value = whole<std::uint64_t>(number))
            return Uint64(*value);
        double value = 0;
        const auto [end, error] = std::from_chars(text, text + length, value);
        return error == std::errc() && end == text + length && Double(value);
    }

private:
    template <typename Number>
    static std::optional<Number> whole(std::string_view text) {
        Number value = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (error != std::errc() || end != text.data() + text.size())
            return std::nullopt;
        return value;
    }
};

} // namespace

std::optional<rapidjson::Document> parseJson(std::string_view text) {
    // A zero byte is the end of the text to rapidjson, whatever comes behind it.
    if (text.find('\0') != std::string_view::npos || !isAcceptable(text))
        return std::nullopt;
    ExactDocument document;
    rapidjson::Reader reader;
    const auto read = [&](rapidjson::Document&) {
        rapidjson::MemoryStream bytes(text.data(), text.size());
        rapidjson::EncodedInputStream<rapidjson::UTF8<>, rapidjson::MemoryStream> stream(bytes);
        constexpr unsigned flags =
            rapidjson::kParseValidateEncodingFlag | rapidjson::kParseNumbersAsStringsFlag;
        return !reader.Parse<flags>(stream, document).IsError();
    };
    document.Populate(read);
    if (reader.HasParseError())
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
