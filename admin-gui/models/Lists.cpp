#include "models/Lists.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace chinwag::admin::lists {

namespace {

constexpr QLatin1String chatPrefix("chat:");

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Lists)
};

// A column that is made of more than one field, or that the server does not sort by.
TableColumn madeColumn(const QString& name, const QString& title, int width,
                       std::function<QString(const QJsonObject&)> text) {
    TableColumn column = textColumn(name, title, width);
    column.text = std::move(text);
    return column;
}

TableColumn unsorted(TableColumn column) {
    column.isSortable = false;
    return column;
}

TableColumn extra(TableColumn column) {
    column.isExtra = true;
    return column;
}

QString orDash(const QString& text) {
    return text.isEmpty() ? QStringLiteral("–") : text;
}

// What is too long for its cell is told in full when one points at it.
TableColumn withToolTip(TableColumn column) {
    column.toolTip = column.text ? column.text : [name = column.name](const QJsonObject& row) {
        return row.value(name).toString();
    };
    return column;
}

QString targetKind(const QString& kind) {
    if (kind == QLatin1String("user"))
        return Text::tr("User");
    if (kind == QLatin1String("address"))
        return Text::tr("Address");
    if (kind == QLatin1String("cidr"))
        return Text::tr("Network");
    if (kind == QLatin1String("device"))
        return Text::tr("Device");
    return kind;
}

TableSpec rules(const QString& kind) {
    TableSpec spec;
    spec.path = u'/' + kind;
    spec.items = QStringLiteral("items");
    spec.id = QStringLiteral("id");
    spec.next = QStringLiteral("next_cursor");
    spec.from = QStringLiteral("cursor");
    spec.sort = QStringLiteral("-created_at");
    spec.columns = {textColumn(QStringLiteral("value"), Text::tr("Who"), 18),
                    unsorted(madeColumn(QStringLiteral("target"), Text::tr("What"), 9,
                                        [](const QJsonObject& row) {
                                            return targetKind(row.value(QLatin1String("target")).toString());
                                        })),
                    unsorted(madeColumn(QStringLiteral("room"), Text::tr("Room"), 11,
                                        [](const QJsonObject& row) {
                                            const QString room = row.value(QLatin1String("room")).toString();
                                            return room.isEmpty() ? Text::tr("Everywhere")
                                                                  : room.section(u':', 1);
                                        })),
                    timeColumn(QStringLiteral("until"), Text::tr("Until"), 14, Text::tr("For ever")),
                    unsorted(withToolTip(textColumn(QStringLiteral("reason"), Text::tr("Reason"), 18))),
                    unsorted(withToolTip(textColumn(QStringLiteral("note"), Text::tr("Note"), 16))),
                    textColumn(QStringLiteral("by"), Text::tr("By"), 9),
                    timeColumn(QStringLiteral("created_at"), Text::tr("Since"), 14),
                    unsorted(extra(timeColumn(QStringLiteral("lifted_at"), Text::tr("Lifted"), 14))),
                    unsorted(extra(textColumn(QStringLiteral("lifted_by"), Text::tr("Lifted by"), 9)))};
    return spec;
}

} // namespace

QString roomName(const QString& channel) {
    return channel.startsWith(chatPrefix) ? channel.mid(chatPrefix.size()) : channel;
}

QString roomChannel(const QString& name) {
    return name.isEmpty() || name.contains(u':') ? name : QString(chatPrefix + name);
}

QString messageText(const QJsonObject& message) {
    const QJsonValue data = message.value(QLatin1String("data"));
    if (data.isString())
        return data.toString();
    const QJsonObject object = data.toObject();
    if (object.contains(QLatin1String("text")))
        return object.value(QLatin1String("text")).toString();
    return object.isEmpty() ? QString()
                            : QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

TableSpec users() {
    TableSpec spec;
    spec.path = QStringLiteral("/users");
    spec.items = QStringLiteral("items");
    spec.id = QStringLiteral("user");
    spec.next = QStringLiteral("next_cursor");
    spec.from = QStringLiteral("cursor");
    spec.sort = QStringLiteral("user");
    TableColumn nicks =
        madeColumn(QStringLiteral("nicks"), Text::tr("Nicknames"), 24, [](const QJsonObject& row) {
            QStringList names;
            const QJsonArray array = row.value(QLatin1String("nicks")).toArray();
            for (const auto& name : array)
                names << name.toString();
            return orDash(names.join(QStringLiteral(", ")));
        });
    spec.columns = {textColumn(QStringLiteral("user"), Text::tr("User"), 20), unsorted(withToolTip(nicks)),
                    numberColumn(QStringLiteral("connections"), Text::tr("Connections"), 12),
                    numberColumn(QStringLiteral("rooms"), Text::tr("Rooms"), 9),
                    timeColumn(QStringLiteral("since"), Text::tr("Online since"), 16)};
    return spec;
}

TableSpec rooms() {
    TableSpec spec;
    spec.path = QStringLiteral("/rooms");
    spec.items = QStringLiteral("items");
    spec.id = QStringLiteral("name");
    spec.next = QStringLiteral("next_cursor");
    spec.from = QStringLiteral("cursor");
    spec.sort = QStringLiteral("-subscribers");
    TableColumn name = madeColumn(QStringLiteral("name"), Text::tr("Room"), 24, [](const QJsonObject& row) {
        return roomName(row.value(QLatin1String("name")).toString());
    });
    TableColumn slow =
        madeColumn(QStringLiteral("slow_seconds"), Text::tr("Slow mode"), 12, [](const QJsonObject& row) {
            const int seconds = row.value(QLatin1String("slow_seconds")).toInt();
            return seconds == 0 ? QStringLiteral("–") : Text::tr("%n s", nullptr, seconds);
        });
    TableColumn locked =
        madeColumn(QStringLiteral("locked"), Text::tr("Locked"), 9, [](const QJsonObject& row) {
            return row.value(QLatin1String("locked")).toBool() ? Text::tr("Yes") : QStringLiteral("–");
        });
    spec.columns = {name,
                    numberColumn(QStringLiteral("subscribers"), Text::tr("Connections"), 12),
                    numberColumn(QStringLiteral("present"), Text::tr("People"), 10),
                    unsorted(locked),
                    unsorted(slow),
                    timeColumn(QStringLiteral("last_message_at"), Text::tr("Last message"), 18)};
    return spec;
}

TableSpec messages() {
    TableSpec spec;
    spec.path = QStringLiteral("/messages");
    spec.items = QStringLiteral("items");
    spec.id = QStringLiteral("seq");
    spec.next = QStringLiteral("next");
    spec.from = QStringLiteral("before");
    TableColumn text =
        madeColumn(QStringLiteral("text"), Text::tr("Message"), 56, [](const QJsonObject& row) {
            const QString said = messageText(row);
            return said.isEmpty() ? Text::tr("(taken away)") : said;
        });
    TableColumn nick =
        madeColumn(QStringLiteral("nick"), Text::tr("Nickname"), 13, [](const QJsonObject& row) {
            return orDash(
                row.value(QLatin1String("data")).toObject().value(QLatin1String("nick")).toString());
        });
    spec.columns = {unsorted(timeColumn(QStringLiteral("time"), Text::tr("Time"), 14)), unsorted(nick),
                    unsorted(textColumn(QStringLiteral("user"), Text::tr("User"), 12)),
                    unsorted(withToolTip(text)),
                    unsorted(extra(textColumn(QStringLiteral("id"), Text::tr("Id"), 18)))};
    return spec;
}

TableSpec reports() {
    TableSpec spec;
    spec.path = QStringLiteral("/reports");
    spec.items = QStringLiteral("reports");
    spec.id = QStringLiteral("number");
    spec.next = QStringLiteral("next");
    spec.from = QStringLiteral("before");
    const auto message = [](const QJsonObject& row) {
        return row.value(QLatin1String("message")).toObject();
    };
    TableColumn text =
        madeColumn(QStringLiteral("text"), Text::tr("Message"), 33, [message](const QJsonObject& row) {
            const QString said = messageText(message(row));
            return said.isEmpty() ? Text::tr("(taken away)") : said;
        });
    TableColumn author =
        madeColumn(QStringLiteral("author"), Text::tr("Written by"), 13, [message](const QJsonObject& row) {
            const QJsonObject said = message(row);
            const QString nick =
                said.value(QLatin1String("data")).toObject().value(QLatin1String("nick")).toString();
            return orDash(nick.isEmpty() ? said.value(QLatin1String("user")).toString() : nick);
        });
    TableColumn room = madeColumn(QStringLiteral("channel"), Text::tr("Room"), 9, [](const QJsonObject& row) {
        return roomName(row.value(QLatin1String("channel")).toString());
    });
    TableColumn outcome =
        madeColumn(QStringLiteral("outcome"), Text::tr("Outcome"), 11, [](const QJsonObject& row) {
            const QString word = row.value(QLatin1String("outcome")).toString();
            return word == QLatin1String("dismissed") ? Text::tr("Dismissed")
                   : word == QLatin1String("acted")   ? Text::tr("Acted on")
                                                      : Text::tr("Open");
        });
    spec.columns = {unsorted(timeColumn(QStringLiteral("time"), Text::tr("Reported"), 14)),
                    unsorted(withToolTip(textColumn(QStringLiteral("reason"), Text::tr("Reason"), 20))),
                    unsorted(author),
                    unsorted(withToolTip(text)),
                    unsorted(room),
                    unsorted(textColumn(QStringLiteral("reporter"), Text::tr("Reported by"), 12)),
                    unsorted(outcome)};
    return spec;
}

TableSpec bans() {
    return rules(QStringLiteral("bans"));
}

TableSpec mutes() {
    return rules(QStringLiteral("mutes"));
}

TableSpec audit() {
    TableSpec spec;
    spec.path = QStringLiteral("/audit");
    spec.items = QStringLiteral("items");
    spec.id = QStringLiteral("seq");
    spec.next = QStringLiteral("next");
    spec.from = QStringLiteral("before");
    const auto json = [](const QString& name, const QString& title) {
        return unsorted(extra(withToolTip(madeColumn(name, title, 24, [name](const QJsonObject& row) {
            const QJsonValue value = row.value(name);
            return value.isObject()
                       ? QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact))
                       : orDash(value.toString());
        }))));
    };
    spec.columns = {
        unsorted(numberColumn(QStringLiteral("seq"), Text::tr("No."), 7)),
        unsorted(timeColumn(QStringLiteral("time"), Text::tr("Time"), 15)),
        unsorted(textColumn(QStringLiteral("actor"), Text::tr("Who"), 11)),
        unsorted(textColumn(QStringLiteral("action"), Text::tr("Did what"), 16)),
        unsorted(withToolTip(textColumn(QStringLiteral("target"), Text::tr("To whom or what"), 24))),
        unsorted(withToolTip(textColumn(QStringLiteral("reason"), Text::tr("Why"), 24))),
        json(QStringLiteral("before"), Text::tr("Before")),
        json(QStringLiteral("after"), Text::tr("After")),
        unsorted(extra(textColumn(QStringLiteral("hash"), Text::tr("Hash"), 20)))};
    return spec;
}

TableSpec logs() {
    TableSpec spec;
    spec.path = QStringLiteral("/logs");
    spec.items = QStringLiteral("records");
    spec.id = QStringLiteral("seq");
    spec.next = QStringLiteral("next");
    spec.from = QStringLiteral("before");
    spec.columns = {unsorted(timeColumn(QStringLiteral("time"), Text::tr("Time"), 14)),
                    unsorted(textColumn(QStringLiteral("level"), Text::tr("Level"), 9)),
                    unsorted(textColumn(QStringLiteral("category"), Text::tr("Part"), 14)),
                    unsorted(withToolTip(textColumn(QStringLiteral("message"), Text::tr("Message"), 80)))};
    return spec;
}

TableSpec configuration() {
    TableSpec spec;
    spec.path = QStringLiteral("/configuration");
    spec.items = QStringLiteral("keys");
    spec.id = QStringLiteral("key");
    TableColumn value =
        madeColumn(QStringLiteral("value"), Text::tr("Value"), 34, [](const QJsonObject& row) {
            const QJsonValue is = row.value(QLatin1String("value"));
            if (is.isArray())
                return QString::fromUtf8(QJsonDocument(is.toArray()).toJson(QJsonDocument::Compact));
            return is.isString() ? is.toString() : fieldText(is);
        });
    spec.columns = {unsorted(textColumn(QStringLiteral("key"), Text::tr("Key"), 30)),
                    unsorted(withToolTip(value)),
                    unsorted(textColumn(QStringLiteral("source"), Text::tr("Comes from"), 14)),
                    unsorted(textColumn(QStringLiteral("where"), Text::tr("Where"), 30))};
    return spec;
}

TableSpec sessions() {
    TableSpec spec;
    spec.path = QStringLiteral("/sessions");
    spec.items = QStringLiteral("sessions");
    spec.id = QStringLiteral("id");
    const auto of = [](const char* field) {
        return [field](const QJsonObject& row) {
            const QJsonObject who = row.value(QLatin1String("operator")).toObject();
            return orDash(who.value(QLatin1String(field)).toString());
        };
    };
    TableColumn own = madeColumn(QStringLiteral("own"), QString(), 8, [](const QJsonObject& row) {
        return row.value(QLatin1String("own")).toBool() ? Text::tr("This one") : QString();
    });
    spec.columns = {unsorted(madeColumn(QStringLiteral("operator"), Text::tr("Operator"), 12, of("name"))),
                    unsorted(madeColumn(QStringLiteral("role"), Text::tr("Role"), 10, of("role"))),
                    unsorted(textColumn(QStringLiteral("address"), Text::tr("Address"), 16)),
                    unsorted(withToolTip(textColumn(QStringLiteral("user_agent"), Text::tr("Program"), 22))),
                    unsorted(timeColumn(QStringLiteral("since"), Text::tr("Since"), 13)),
                    unsorted(timeColumn(QStringLiteral("last_used"), Text::tr("Last used"), 13)),
                    unsorted(timeColumn(QStringLiteral("expires_at"), Text::tr("Ends"), 13)),
                    unsorted(own)};
    return spec;
}

} // namespace chinwag::admin::lists
