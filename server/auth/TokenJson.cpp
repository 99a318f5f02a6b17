#include "auth/TokenJson.h"

#include "protocol/Json.h"

#include <algorithm>
#include <string>
#include <vector>

namespace chinwag::auth {

namespace {

bool namesTwice(const rapidjson::Value& object) {
    std::vector<std::string_view> names;
    names.reserve(object.MemberCount());
    for (const auto& one : object.GetObject())
        names.emplace_back(one.name.GetString(), one.name.GetStringLength());
    std::sort(names.begin(), names.end());
    return std::adjacent_find(names.begin(), names.end()) != names.end();
}

// As deep as the parser has let it be.
bool isUnambiguous(const rapidjson::Value& value) { // NOLINT(misc-no-recursion)
    if (value.IsArray()) {
        const auto list = value.GetArray();
        return std::all_of(list.begin(), list.end(), isUnambiguous);
    }
    if (!value.IsObject())
        return true;
    const auto members = value.GetObject();
    return !namesTwice(value) && std::all_of(members.begin(), members.end(),
                                             [](const auto& one) { return isUnambiguous(one.value); });
}

} // namespace

std::optional<rapidjson::Document> parseStrictObject(std::string_view text) {
    // rapidjson takes a zero byte for the end.
    if (text.find('\0') != std::string_view::npos)
        return std::nullopt;
    auto document = protocol::parseJson(text);
    if (!document || !document->IsObject() || !isUnambiguous(*document))
        return std::nullopt;
    return document;
}

std::string_view textOf(const rapidjson::Value* value) {
    if (value == nullptr || !value->IsString())
        return {};
    return {value->GetString(), value->GetStringLength()};
}

} // namespace chinwag::auth
