#include "http/ApiParams.h"

#include "protocol/Json.h"

#include <QtCore/QByteArray>

#include <algorithm>
#include <utility>

namespace chinwag::http {

using protocol::CentrifugeError;

namespace {

// Not beyond what a clock of nanoseconds can tell.
constexpr std::int64_t maxUnixTime = 9'000'000'000;

std::string quoted(std::string_view name) {
    return '\'' + std::string(name) + '\'';
}

// What protocols with zero values leave out as well as send.
bool isZero(const rapidjson::Value& value) {
    return value.IsNull() || value.IsFalse() || (value.IsNumber() && value.GetDouble() == 0.0) ||
           (value.IsString() && value.GetStringLength() == 0) || (value.IsObject() && value.ObjectEmpty()) ||
           (value.IsArray() && value.Empty());
}

} // namespace

ApiParams::ApiParams(const rapidjson::Value& object) : object_(object) {
    if (!object.IsObject())
        fail(CentrifugeError::BadRequest, "the parameters must be an object");
}

const rapidjson::Value* ApiParams::find(std::string_view name) const {
    const auto* const value = protocol::member(object_, name);
    return value == nullptr || value->IsNull() ? nullptr : value;
}

void ApiParams::fail(CentrifugeError code, std::string detail) {
    if (!error_)
        error_ = ApiError{code, std::move(detail)};
}

void ApiParams::wrongType(std::string_view name, std::string_view wanted) {
    fail(CentrifugeError::BadRequest, quoted(name) + " must be " + std::string(wanted));
}

std::string ApiParams::text(std::string_view name, std::size_t maxBytes) {
    const auto* const value = find(name);
    if (value == nullptr)
        return {};
    if (!value->IsString() || value->GetStringLength() > maxBytes) {
        wrongType(name, "a string of at most " + std::to_string(maxBytes) + " bytes");
        return {};
    }
    return {value->GetString(), value->GetStringLength()};
}

std::string ApiParams::requiredText(std::string_view name) {
    auto value = text(name);
    if (value.empty())
        fail(CentrifugeError::BadRequest, quoted(name) + " is missing");
    return value;
}

bool ApiParams::flag(std::string_view name) {
    const auto* const value = find(name);
    if (value != nullptr && !value->IsBool())
        wrongType(name, "true or false");
    return value != nullptr && value->IsTrue();
}

std::int64_t ApiParams::number(std::string_view name) {
    const auto* const value = find(name);
    if (value == nullptr)
        return 0;
    if (!value->IsInt64()) {
        wrongType(name, "a whole number");
        return 0;
    }
    return value->GetInt64();
}

std::uint64_t ApiParams::count(std::string_view name) {
    const auto* const value = find(name);
    if (value == nullptr)
        return 0;
    if (!value->IsUint64()) {
        wrongType(name, "a whole number, not negative");
        return 0;
    }
    return value->GetUint64();
}

std::optional<ApiParams::Time> ApiParams::time(std::string_view name) {
    const auto seconds = number(name);
    if (seconds == 0)
        return std::nullopt;
    if (seconds < 0 || seconds > maxUnixTime) {
        wrongType(name, "a Unix time in seconds");
        return std::nullopt;
    }
    return Time(std::chrono::seconds(seconds));
}

std::vector<std::string> ApiParams::texts(std::string_view name) {
    const auto* const value = find(name);
    if (value == nullptr)
        return {};
    std::vector<std::string> out;
    const bool isList = value->IsArray() && std::all_of(value->Begin(), value->End(),
                                                        [](const auto& one) { return one.IsString(); });
    if (!isList) {
        wrongType(name, "a list of strings");
        return out;
    }
    for (const auto& one : value->GetArray())
        out.emplace_back(one.GetString(), one.GetStringLength());
    return out;
}

std::string ApiParams::json(std::string_view name) {
    // A null is a value like any other here.
    const auto* const value = protocol::member(object_, name);
    return value == nullptr ? std::string() : protocol::toText(*value);
}

// What is no JSON could not be told to anybody.
std::string ApiParams::json(std::string_view name, std::string_view base64Name) {
    auto plain = json(name);
    const auto base64 = text(base64Name, std::string::npos);
    if (base64.empty())
        return plain;
    if (!plain.empty())
        fail(CentrifugeError::BadRequest,
             "there must be one of " + quoted(name) + " and " + quoted(base64Name));
    const auto bytes =
        QByteArray::fromBase64Encoding(QByteArray::fromStdString(base64),
                                       QByteArray::Base64Encoding | QByteArray::AbortOnBase64DecodingErrors);
    auto json = bytes ? bytes.decoded.toStdString() : std::string();
    if (!protocol::parseJson(json))
        wrongType(base64Name, "JSON in base64");
    return json;
}

std::optional<protocol::StreamPosition> ApiParams::position(std::string_view name) {
    const auto* const value = object(name);
    if (value == nullptr || value->ObjectEmpty())
        return std::nullopt;
    ApiParams members(*value);
    protocol::StreamPosition position{members.count("offset"), members.text("epoch")};
    if (members.error())
        fail(members.error()->code, members.error()->detail);
    return position;
}

std::string ApiParams::textMap(std::string_view name) {
    const auto* const value = object(name);
    if (value == nullptr || value->ObjectEmpty())
        return {};
    if (!std::all_of(value->MemberBegin(), value->MemberEnd(),
                     [](const auto& member) { return member.value.IsString(); })) {
        wrongType(name, "an object of strings");
        return {};
    }
    return protocol::toText(*value);
}

const rapidjson::Value* ApiParams::object(std::string_view name) {
    const auto* const value = find(name);
    if (value == nullptr || value->IsObject())
        return value;
    wrongType(name, "an object");
    return nullptr;
}

void ApiParams::refuse(std::initializer_list<std::string_view> names) {
    for (const auto name : names) {
        const auto* const value = find(name);
        if (value != nullptr && !isZero(*value))
            fail(CentrifugeError::NotAvailable, "there is no " + quoted(name) + " here");
    }
}

std::variant<const hub::ChannelOptions*, ApiError> findChannel(const hub::Namespaces& namespaces,
                                                               std::string_view name) {
    if (!hub::isValidChannelName(name))
        return ApiError{CentrifugeError::BadRequest,
                        "a channel is 1 to 255 ASCII characters without white space"};
    const auto* const options = namespaces.find(name);
    if (options == nullptr)
        return ApiError{CentrifugeError::UnknownChannel};
    return options;
}

} // namespace chinwag::http
