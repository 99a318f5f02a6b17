// JSON in requests and answers of the operator API.
#pragma once

#include "protocol/HttpMessage.h"

#include <QtCore/QJsonObject>
#include <QtCore/QString>
#include <QtCore/QStringList>

#include <chrono>
#include <cstdint>
#include <string_view>
#include <variant>

namespace chinwag::http {

/// Whether its body is JSON, as its Content-Type says.
bool isJson(const protocol::HttpRequest& request);

/// The object that is the body of `request`, or the answer that says what is wrong with it. Every member
/// must be a string and one of `members`; the first `required` of those must be there.
std::variant<QJsonObject, protocol::HttpAnswer>
readJsonStrings(const protocol::HttpRequest& request, const QStringList& members, qsizetype required);

/// An answer that is not to be kept by caches.
protocol::HttpAnswer jsonAnswer(const QJsonObject& object);

/// JSON numbers are doubles to most readers: exact up to 2^53, which no count here reaches.
qint64 jsonNumber(std::uint64_t value);

QString jsonText(std::string_view text);

/// RFC 3339, in UTC, with milliseconds.
QString jsonTime(std::chrono::system_clock::time_point time);

} // namespace chinwag::http
