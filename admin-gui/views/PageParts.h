// What the pages of the console are put together from.
#pragma once

#include "views/ModerationDesk.h"
#include "views/TablePage.h"

#include <QJsonObject>
#include <QString>

namespace chinwag::admin {

/// Permissions by the names that the server has for them.
inline constexpr QLatin1String messagePermission("message");
inline constexpr QLatin1String moderatePermission("moderate");

TablePage::ActionSpec pageAction(const QString& text, const QString& symbol, TablePage::Needs needs,
                                 const QString& permission = {});
/// The same, in the menu of a row only.
TablePage::ActionSpec menuAction(const QString& text, const QString& symbol, TablePage::Needs needs,
                                 const QString& permission = {});

/// How a row looks that may matter less.
PagedModel::Tone faintIf(bool isFaint);

/// The text of a field; empty when it has none.
QString rowField(const QJsonObject& row, const char* name);
/// The users that `field` of the rows names, each once.
QVector<RuleTarget> usersOf(const QVector<QJsonObject>& rows, const char* field = "user");
/// Of the rows that still say something: of the list of messages, which are of the channel `room` unless they
/// name one.
QVector<MessageRef> messagesOf(const QVector<QJsonObject>& rows, const QString& room);

} // namespace chinwag::admin
