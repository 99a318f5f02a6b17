// Reads fields out of a JSON object and remembers the first that is not what it should be.
#pragma once

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QString>

#include <optional>

namespace chinwag::admin {

/// Fields that are not asked for are ignored, so that a newer server can say more.
class Json {
public:
    explicit Json(QJsonObject object) : object_(std::move(object)) {}

    QString text(const char* name);
    /// A null or missing text is the empty one.
    QString optionalText(const char* name);
    double number(const char* name); ///< not negative
    std::optional<double> optionalNumber(const char* name);
    qint64 count(const char* name); ///< not negative, exact up to 2^53
    bool flag(const char* name);
    QDateTime time(const char* name); ///< RFC 3339 with its zone
    QJsonObject object(const char* name);
    QJsonArray array(const char* name);

    bool ok() const { return fault_.isEmpty(); }
    /// "field "x" is not a number"; empty when all was right.
    const QString& fault() const { return fault_; }
    /// Takes over the fault of a reader of a part of this object.
    void adopt(const Json& part);

private:
    QJsonValue value(const char* name) const;
    void blame(const char* name, const char* expected);

    QJsonObject object_;
    QString fault_;
};

/// A value, or what is wrong with its text.
template <typename T>
struct Parsed {
    std::optional<T> value;
    QString fault;
};

} // namespace chinwag::admin
