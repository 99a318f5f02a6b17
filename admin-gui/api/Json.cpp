#include "api/Json.h"

#include <cmath>

namespace chinwag::admin {

namespace {

constexpr double largestExactInteger = 9007199254740992.0; // 2^53

bool isMeasure(const QJsonValue& value) {
    return value.isDouble() && std::isfinite(value.toDouble()) && value.toDouble() >= 0;
}

} // namespace

QJsonValue Json::value(const char* name) const {
    return object_.value(QLatin1String(name));
}

void Json::blame(const char* name, const char* expected) {
    if (fault_.isEmpty())
        fault_ = QStringLiteral("\"%1\" is not %2").arg(QLatin1String(name), QLatin1String(expected));
}

void Json::adopt(const Json& part) {
    if (fault_.isEmpty())
        fault_ = part.fault_;
}

QString Json::text(const char* name) {
    const QJsonValue found = value(name);
    if (!found.isString())
        blame(name, "a text");
    return found.toString();
}

QString Json::optionalText(const char* name) {
    const QJsonValue found = value(name);
    if (!found.isString() && !found.isNull() && !found.isUndefined())
        blame(name, "a text or null");
    return found.toString();
}

double Json::number(const char* name) {
    const QJsonValue found = value(name);
    if (!isMeasure(found))
        blame(name, "a number that is not negative");
    return found.toDouble();
}

std::optional<double> Json::optionalNumber(const char* name) {
    const QJsonValue found = value(name);
    if (found.isNull() || found.isUndefined())
        return std::nullopt;
    return number(name);
}

qint64 Json::count(const char* name) {
    const double found = number(name);
    if (found > largestExactInteger || std::floor(found) != found) {
        blame(name, "a whole number");
        return 0;
    }
    return static_cast<qint64>(found);
}

bool Json::flag(const char* name) {
    const QJsonValue found = value(name);
    if (!found.isBool())
        blame(name, "true or false");
    return found.toBool();
}

QDateTime Json::time(const char* name) {
    const QDateTime found = QDateTime::fromString(value(name).toString(), Qt::ISODateWithMs);
    if (!found.isValid() || found.timeSpec() == Qt::LocalTime)
        blame(name, "a time with its zone");
    return found.toUTC();
}

QJsonObject Json::object(const char* name) {
    const QJsonValue found = value(name);
    if (!found.isObject())
        blame(name, "an object");
    return found.toObject();
}

QJsonArray Json::array(const char* name) {
    const QJsonValue found = value(name);
    if (!found.isArray())
        blame(name, "an array");
    return found.toArray();
}

} // namespace chinwag::admin
