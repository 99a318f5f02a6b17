#include "models/TableSpec.h"

#include "models/Format.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QUrl>

namespace chinwag::admin {

int TableSpec::columnOf(const QString& name) const {
    for (int i = 0; i < columns.size(); ++i) {
        if (columns[i].name == name)
            return i;
    }
    return -1;
}

QString fieldText(const QJsonValue& value) {
    switch (value.type()) {
    case QJsonValue::Bool:
        return value.toBool() ? QCoreApplication::translate("TableSpec", "Yes")
                              : QCoreApplication::translate("TableSpec", "No");
    case QJsonValue::Double: return Format::count(value.toDouble());
    case QJsonValue::String: return value.toString().isEmpty() ? QStringLiteral("–") : value.toString();
    case QJsonValue::Null:
    case QJsonValue::Undefined:
    case QJsonValue::Array:
    case QJsonValue::Object: break;
    }
    return QStringLiteral("–");
}

QString cursorText(const QJsonValue& value) {
    return value.isDouble() ? QString::number(value.toInteger()) : value.toString();
}

QString encodedParameter(const QString& value) {
    return QString::fromLatin1(QUrl::toPercentEncoding(value));
}

TableColumn textColumn(const QString& name, const QString& title, int width) {
    TableColumn column;
    column.name = name;
    column.title = title;
    column.width = width;
    return column;
}

TableColumn numberColumn(const QString& name, const QString& title, int width) {
    TableColumn column = textColumn(name, title, width);
    column.alignment = Qt::AlignRight | Qt::AlignVCenter;
    return column;
}

TableColumn timeColumn(const QString& name, const QString& title, int width, const QString& missing) {
    TableColumn column = textColumn(name, title, width);
    const auto timeOf = [name](const QJsonObject& row) {
        return QDateTime::fromString(row.value(name).toString(), Qt::ISODateWithMs);
    };
    column.text = [timeOf, missing](const QJsonObject& row) {
        const QDateTime time = timeOf(row);
        return time.isValid() ? Format::moment(time) : missing;
    };
    column.toolTip = [timeOf](const QJsonObject& row) {
        const QDateTime time = timeOf(row);
        return time.isValid() ? Format::exactMoment(time) : QString();
    };
    return column;
}

} // namespace chinwag::admin
