#include "http/RequestFields.h"

#include "http/JsonMessage.h"
#include "http/RequestPath.h"
#include "protocol/UrlQuery.h"

#include <QtCore/QDateTime>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

namespace chinwag::http {

namespace {

constexpr double millisecondsPerMinute = 60'000;
constexpr double mostMinutes = 10.0 * 366 * 24 * 60; // ten years

std::string listOf(std::initializer_list<const char*> names) {
    std::string out;
    for (const auto* const name : names)
        out.append(out.empty() ? "" : ", ").append(name);
    return out;
}

bool isAmong(std::initializer_list<const char*> names, std::string_view name) {
    return std::any_of(names.begin(), names.end(), [name](const char* one) { return name == one; });
}

} // namespace

std::string inQuotes(std::string_view name) {
    return std::string("'").append(name).append("'");
}

BodyFields::BodyFields(const protocol::HttpRequest& request, std::initializer_list<const char*> allowed) {
    if (!isJson(request)) {
        fault_ = protocol::problem(415, "the body must be application/json");
        return;
    }
    const auto document = QJsonDocument::fromJson(QByteArray::fromStdString(request.body));
    if (!document.isObject()) {
        complain("the body must be a JSON object");
        return;
    }
    object_ = document.object();
    const auto names = object_.keys();
    for (const auto& name : names) {
        if (!isAmong(allowed, name.toStdString()))
            complain("there is no member " + inQuotes(name.toStdString()) + "; there are " +
                     (allowed.size() == 0 ? "none" : listOf(allowed)));
    }
}

void BodyFields::complain(const std::string& what) {
    if (!fault_)
        fault_ = protocol::problem(400, what);
}

std::string BodyFields::text(const char* name, std::size_t most, bool required) {
    const auto value = object_.value(QLatin1String(name));
    if (value.isUndefined() || value.isNull()) {
        if (required)
            complain("the member " + inQuotes(name) + " is missing");
        return {};
    }
    const auto text = value.toString();
    const bool hasControl = std::any_of(text.begin(), text.end(), [](QChar character) {
        return character.category() == QChar::Other_Control;
    });
    auto bytes = text.toStdString();
    if (!value.isString() || hasControl || bytes.size() > most || (required && text.trimmed().isEmpty()))
        complain(inQuotes(name) + " must be a text of " + (required ? "1 to " : "at most ") +
                 std::to_string(most) + " bytes of UTF-8 without control characters");
    return bytes;
}

std::string BodyFields::anyText(const char* name) {
    const auto value = object_.value(QLatin1String(name));
    if (!value.isString() && !value.isUndefined())
        complain(inQuotes(name) + " must be a text");
    return value.toString().toStdString();
}

std::optional<bool> BodyFields::flag(const char* name) {
    const auto value = object_.value(QLatin1String(name));
    if (value.isUndefined() || value.isNull())
        return std::nullopt;
    if (!value.isBool())
        complain(inQuotes(name) + " must be true or false");
    return value.toBool();
}

std::optional<std::int64_t> BodyFields::whole(const char* name, std::int64_t least, std::int64_t most) {
    const auto value = object_.value(QLatin1String(name));
    if (value.isUndefined() || value.isNull())
        return std::nullopt;
    const double number = value.toDouble(std::numeric_limits<double>::quiet_NaN());
    if (!(number >= static_cast<double>(least) && number <= static_cast<double>(most)) ||
        std::floor(number) != number) {
        complain(inQuotes(name) + " must be a whole number from " + std::to_string(least) + " to " +
                 std::to_string(most));
        return std::nullopt;
    }
    return static_cast<std::int64_t>(number);
}

std::optional<std::vector<std::string>> BodyFields::texts(const char* name, std::size_t most) {
    const auto value = object_.value(QLatin1String(name));
    if (value.isUndefined() || value.isNull())
        return std::nullopt;
    const auto list = value.toArray();
    const bool areTexts =
        std::all_of(list.begin(), list.end(), [](const auto& one) { return one.isString(); });
    if (!areTexts || list.isEmpty() || static_cast<std::size_t>(list.size()) > most)
        complain(inQuotes(name) + " must be a list of 1 to " + std::to_string(most) + " texts");
    std::vector<std::string> out;
    for (const auto& one : list)
        out.push_back(one.toString().toStdString());
    return out;
}

std::optional<std::vector<std::pair<std::string, std::string>>> BodyFields::textMap(const char* name) {
    const auto value = object_.value(QLatin1String(name));
    if (value.isUndefined() || value.isNull())
        return std::nullopt;
    const auto object = value.toObject();
    if (!value.isObject() ||
        !std::all_of(object.begin(), object.end(), [](const auto& one) { return one.isString(); }))
        complain(inQuotes(name) + " must be an object of texts");
    std::vector<std::pair<std::string, std::string>> out;
    for (auto one = object.begin(); one != object.end(); ++one)
        out.emplace_back(one.key().toStdString(), one.value().toString().toStdString());
    return out;
}

std::optional<std::int64_t> BodyFields::minutes() {
    const auto value = object_.value(QLatin1String("minutes"));
    if (value.isUndefined() || value.isNull())
        return std::nullopt;
    const double minutes = value.toDouble(0);
    if (!(minutes > 0 && minutes <= mostMinutes)) {
        complain(
            "'minutes' must be a number greater than 0 and at most ten years; without it, it is for ever");
        return std::nullopt;
    }
    return static_cast<std::int64_t>(std::ceil(minutes * millisecondsPerMinute));
}

QueryFields::QueryFields(const protocol::HttpRequest& request, std::initializer_list<const char*> allowed) {
    const auto parameters = protocol::queryParameters(queryOf(request.target));
    if (!parameters) {
        complain("the query is not valid percent-encoded UTF-8");
        return;
    }
    for (const auto& [name, value] : *parameters) {
        if (!isAmong(allowed, name))
            complain("there is no parameter " + inQuotes(name) + "; there are " + listOf(allowed));
        if (!values_.emplace(name, value).second)
            complain("the parameter " + inQuotes(name) + " is given more than once");
    }
}

void QueryFields::complain(const std::string& what) {
    if (!fault_)
        fault_ = protocol::problem(400, what);
}

std::string QueryFields::text(const char* name) const {
    const auto found = values_.find(name);
    return found == values_.end() ? std::string() : found->second;
}

std::uint64_t QueryFields::whole(const char* name, std::uint64_t usual, std::uint64_t least,
                                 std::uint64_t most) {
    const auto found = values_.find(name);
    if (found == values_.end())
        return usual;
    const auto& text = found->second;
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || value < least || value > most)
        complain(inQuotes(name) + " must be a whole number from " + std::to_string(least) + " to " +
                 std::to_string(most));
    return value;
}

std::size_t QueryFields::cursor() {
    constexpr auto most = static_cast<std::uint64_t>(std::numeric_limits<std::int32_t>::max());
    return static_cast<std::size_t>(whole("cursor", 0, 0, most));
}

std::size_t QueryFields::choice(const char* name, std::initializer_list<const char*> choices) {
    const auto found = values_.find(name);
    if (found == values_.end())
        return 0;
    const auto* const place =
        std::find_if(choices.begin(), choices.end(), [&](const char* one) { return found->second == one; });
    if (place != choices.end())
        return static_cast<std::size_t>(place - choices.begin());
    complain(inQuotes(name) + " must be one of " + listOf(choices));
    return 0;
}

std::optional<std::int64_t> QueryFields::time(const char* name) {
    const auto found = values_.find(name);
    if (found == values_.end())
        return std::nullopt;
    const auto time = QDateTime::fromString(QString::fromStdString(found->second), Qt::ISODateWithMs);
    if (!time.isValid() || time.timeSpec() == Qt::LocalTime || time.toMSecsSinceEpoch() < 0) {
        complain(inQuotes(name) + " must be a time with its offset, such as 2026-01-31T12:00:00Z");
        return std::nullopt;
    }
    return time.toMSecsSinceEpoch();
}

} // namespace chinwag::http
