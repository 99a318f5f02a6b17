#include "views/PageParts.h"

#include "models/Lists.h"

#include <QSet>

namespace chinwag::admin {

TablePage::ActionSpec pageAction(const QString& text, const QString& symbol, TablePage::Needs needs,
                                 const QString& permission) {
    TablePage::ActionSpec spec;
    spec.text = text;
    spec.symbol = symbol;
    spec.needs = needs;
    spec.permission = permission;
    return spec;
}

TablePage::ActionSpec menuAction(const QString& text, const QString& symbol, TablePage::Needs needs,
                                 const QString& permission) {
    auto spec = pageAction(text, symbol, needs, permission);
    spec.onHeader = false;
    return spec;
}

PagedModel::Tone faintIf(bool isFaint) {
    return isFaint ? PagedModel::Tone::Faint : PagedModel::Tone::Usual;
}

QString rowField(const QJsonObject& row, const char* name) {
    return row.value(QLatin1String(name)).toString();
}

QVector<RuleTarget> usersOf(const QVector<QJsonObject>& rows, const char* field) {
    QVector<RuleTarget> users;
    QSet<QString> seen;
    for (const QJsonObject& row : rows) {
        const QString user = rowField(row, field);
        if (user.isEmpty() || seen.contains(user))
            continue;
        seen.insert(user);
        users.append({QStringLiteral("user"), user});
    }
    return users;
}

QVector<MessageRef> messagesOf(const QVector<QJsonObject>& rows, const QString& room) {
    QVector<MessageRef> messages;
    for (const QJsonObject& row : rows) {
        const QString text = lists::messageText(row);
        const QString own = rowField(row, "room");
        if (!text.isEmpty())
            messages.append({own.isEmpty() ? room : own, rowField(row, "id"), text});
    }
    return messages;
}

} // namespace chinwag::admin
