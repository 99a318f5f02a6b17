// How a list of the operator API reads as a table: its path, its fields, its columns.
#pragma once

#include <QJsonObject>
#include <QString>
#include <QVector>
#include <qnamespace.h>

#include <functional>

namespace chinwag::admin {

struct TableColumn {
    QString name;   ///< of the field; also what the server sorts by
    QString title;  ///< for people
    int width = 10; ///< in average characters
    Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignVCenter;
    bool isSortable = true; ///< the server sorts by it
    bool isExtra = false;   ///< not shown until it is asked for
    /// What the cell says; empty: the field as it is.
    std::function<QString(const QJsonObject&)> text{};
    /// More than the cell has room for; empty: nothing.
    std::function<QString(const QJsonObject&)> toolTip{};
};

struct TableSpec {
    QString path;  ///< behind /admin/api
    QString items; ///< the name of the array in an answer
    QString id;    ///< the field that tells rows apart
    QString next;  ///< the field of an answer that says where the next page begins; null at the end
    QString from;  ///< the parameter that asks for that page
    QVector<TableColumn> columns;
    QString sort{}; ///< at first: a column's name, with '-' in front the other way round; empty: as it comes

    int columnOf(const QString& name) const;
};

/// A field as text: numbers with separators, true and false in words, "–" for what is not there.
QString fieldText(const QJsonValue& value);
/// A cursor or an id, which may be a text or a number; empty when it is null or not there.
QString cursorText(const QJsonValue& value);
/// The value of a parameter as QUrlQuery wants it: a plus would be read as a space.
QString encodedParameter(const QString& value);
/// Columns that are often needed.
TableColumn textColumn(const QString& name, const QString& title, int width);
TableColumn numberColumn(const QString& name, const QString& title, int width);
/// A time of RFC 3339: short in the cell, exact in the tool tip. `missing` is what is said without one.
TableColumn timeColumn(const QString& name, const QString& title, int width,
                       const QString& missing = QStringLiteral("–"));

} // namespace chinwag::admin
