// Connections that nobody has, and what a server does with lists of them.
#pragma once

#include "api/ConnectionInfo.h"

#include <QJsonObject>
#include <QStringList>
#include <QUrlQuery>
#include <QVector>

namespace chinwag::test {

/// The same ones every time, believable enough for a picture.
QVector<admin::ConnectionInfo> sampleRows(int count);
/// The ids of those that match, in the order that is asked for.
QStringList selectRows(const QVector<admin::ConnectionInfo>& rows, const QUrlQuery& query);
/// `info` is null for one that has left.
QJsonObject rowAsJson(const QString& id, const admin::ConnectionInfo* info);

} // namespace chinwag::test
