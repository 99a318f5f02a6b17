#include "views/ModerationDesk.h"

#include "api/RestClient.h"
#include "models/Lists.h"

#include <QUrl>

#include <utility>

namespace chinwag::admin {

namespace {

using Kind = ActionField::Kind;

// People write the name of a room, the server wants its channel.
QJsonObject withChannel(QJsonObject body) {
    if (body.contains(QLatin1String("room")))
        body.insert(QStringLiteral("room"), lists::roomChannel(body.value(QLatin1String("room")).toString()));
    return body;
}

ActionField reasonField(const QString& hint) {
    ActionField field;
    field.kind = Kind::Reason;
    field.name = QStringLiteral("reason");
    field.label = ActionDialog::tr("&Reason:");
    field.hint = hint;
    field.isRequired = true; // the audit log has one for everything
    return field;
}

ActionField field(Kind kind, const QString& name, const QString& label, const QString& value = {}) {
    ActionField made;
    made.kind = kind;
    made.name = name;
    made.label = label;
    made.value = value;
    return made;
}

QString rulePath(const QString& kind, const QJsonObject& row) {
    return u'/' + kind + u'/' + row.value(QLatin1String("id")).toVariant().toString() +
           QStringLiteral("/lift");
}

} // namespace

ModerationDesk::ModerationDesk(RestClient& client, QWidget& window)
    : QObject(&window), client_(client), window_(window) {}

ActionDialog* ModerationDesk::ask(const ActionForm& form, std::function<void(const QJsonObject&)> done) {
    if (dialog_ != nullptr)
        return nullptr;
    dialog_ = new ActionDialog(client_, form, &window_);
    dialog_->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog_, &ActionDialog::acted, this, [this, done = std::move(done)](const QJsonObject& answer) {
        done(answer);
        Q_EMIT changed();
    });
    dialog_->open();
    return dialog_;
}

void ModerationDesk::kickAll(const QJsonObject& filters) {
    QStringList conditions;
    for (auto one = filters.begin(); one != filters.end(); ++one)
        conditions << one.key() + u'=' + one.value().toString();
    ActionForm form;
    form.title = tr("Kick");
    form.heading = tr("Kick all that match?");
    form.explanation = tr("Every connection for which this holds is closed: %1. They may come back.")
                           .arg(conditions.join(QStringLiteral(", ")));
    form.verb = tr("&Kick all");
    form.path = QStringLiteral("/connections/kick");
    form.body = {{QStringLiteral("query"), filters}};
    form.hasPreview = true;
    form.fields = {reasonField(tr("They are told this"))};
    ask(form, [this](const QJsonObject& answer) {
        Q_EMIT told(tr("%n kicked.", nullptr, answer.value(QLatin1String("count")).toInt()), {});
    });
}

void ModerationDesk::messageConnection(const QString& id, const QString& name) {
    ActionForm form;
    form.title = tr("Message");
    form.heading = tr("Message %1").arg(name);
    form.explanation = tr("Nobody else hears it, and no history keeps it. The audit log does.");
    form.verb = tr("&Send");
    form.path = QStringLiteral("/connections/%1/message").arg(id);
    form.hurts = false;
    ActionField text = field(Kind::LongText, QStringLiteral("text"), tr("&Message:"));
    text.isRequired = true;
    form.fields = {text};
    ask(form, [this, name](const QJsonObject&) { Q_EMIT told(tr("%1 was told.").arg(name), {}); });
}

void ModerationDesk::messageRoom(const QJsonObject& room) {
    const QString name = room.value(QLatin1String("name")).toString();
    ActionForm form;
    form.title = tr("Message");
    form.heading = tr("Message in %1").arg(lists::roomName(name));
    form.explanation = tr("Everybody in the room sees it, under your name as an operator.");
    form.verb = tr("&Send");
    form.path = QStringLiteral("/rooms/%1/messages").arg(QString::fromLatin1(QUrl::toPercentEncoding(name)));
    form.hurts = false;
    ActionField text = field(Kind::LongText, QStringLiteral("text"), tr("&Message:"));
    text.isRequired = true;
    ActionField kind = field(Kind::Choice, QStringLiteral("notice"), tr("&As:"), QStringLiteral("notice"));
    kind.choices = {{tr("A notice"), QStringLiteral("notice")}, {tr("A message"), QStringLiteral("message")}};
    form.fields = {text, kind};
    form.shape = [](QJsonObject body) {
        const auto notice = QStringLiteral("notice");
        body.insert(notice, body.value(notice).toString() == notice);
        return body;
    };
    ask(form, [this, name](const QJsonObject&) {
        Q_EMIT told(tr("It is said in %1.").arg(lists::roomName(name)), {});
    });
}

void ModerationDesk::ban(const RuleTarget& target) {
    rule(QStringLiteral("bans"), target);
}

void ModerationDesk::mute(const RuleTarget& target) {
    rule(QStringLiteral("mutes"), target);
}

void ModerationDesk::rule(const QString& kind, const RuleTarget& target) {
    const bool isBan = kind == QLatin1String("bans");
    ActionForm form;
    form.title = isBan ? tr("Ban") : tr("Mute");
    form.heading = target.value.isEmpty() ? (isBan ? tr("Ban whom?") : tr("Mute whom?"))
                   : isBan                ? tr("Ban %1?").arg(target.value)
                                          : tr("Mute %1?").arg(target.value);
    form.explanation = isBan ? tr("Their connections are closed now, and new ones are refused. A ban can be "
                                  "lifted at any time.")
                             : tr("They may read but not write. A mute can be lifted at any time.");
    form.verb = isBan ? tr("&Ban") : tr("&Mute");
    form.path = u'/' + kind;
    form.hasPreview = true;
    ActionField who = field(Kind::Choice, QStringLiteral("target"), tr("Wha&t:"), target.kind);
    who.choices = {{tr("User"), QStringLiteral("user")},
                   {tr("Address"), QStringLiteral("address")},
                   {tr("Network (CIDR)"), QStringLiteral("cidr")},
                   {tr("Device"), QStringLiteral("device")}};
    ActionField value = field(Kind::Text, QStringLiteral("value"), tr("&Who:"), target.value);
    value.isRequired = true;
    value.hint = tr("A user, 198.51.100.7 or 198.51.100.0/24");
    ActionField room = field(Kind::Text, QStringLiteral("room"), tr("R&oom:"));
    room.hint = tr("Everywhere");
    ActionField note = field(Kind::LongText, QStringLiteral("note"), tr("&Note:"));
    note.hint = tr("For operators only");
    form.fields = {who,
                   value,
                   room,
                   field(Kind::Duration, QStringLiteral("minutes"), tr("&For:"), QStringLiteral("1440")),
                   reasonField(tr("They are told this")),
                   note};
    form.shape = withChannel;
    ask(form, [this, kind, isBan](const QJsonObject& answer) {
        const QString name = answer.value(QLatin1String("value")).toString();
        Q_EMIT told(
            isBan ? tr("%1 is banned.").arg(name) : tr("%1 is muted.").arg(name), [this, kind, answer] {
                post({rulePath(kind, answer)}, {{QStringLiteral("reason"), tr("Undone")}}, tr("Undone."));
            });
    });
}

void ModerationDesk::lift(const QString& kind, const QVector<QJsonObject>& rows) {
    QStringList paths;
    for (const QJsonObject& row : rows) {
        if (row.value(QLatin1String("lifted_at")).isNull() || !row.contains(QLatin1String("lifted_at")))
            paths << rulePath(kind, row);
    }
    const auto count = static_cast<int>(paths.size());
    post(paths, {},
         kind == QLatin1String("bans") ? tr("%n bans lifted.", nullptr, count)
                                       : tr("%n mutes lifted.", nullptr, count));
}

void ModerationDesk::changeRoom(const QJsonObject& room) {
    const QString name = room.value(QLatin1String("name")).toString();
    ActionForm form;
    form.title = tr("Room");
    form.heading = tr("Rules of %1").arg(lists::roomName(name));
    form.explanation =
        tr("In slow mode everybody writes one message in so many seconds; 0 is no slow mode. In a "
           "locked room only operators write.");
    form.verb = tr("&Apply");
    form.hurts = false;
    form.path = QStringLiteral("/rooms/%1/rules").arg(name);
    ActionField locked =
        field(Kind::Choice, QStringLiteral("locked"), tr("&Locked:"),
              room.value(QLatin1String("locked")).toBool() ? QStringLiteral("yes") : QStringLiteral("no"));
    locked.choices = {{tr("No"), QStringLiteral("no")}, {tr("Yes"), QStringLiteral("yes")}};
    form.fields = {locked,
                   field(Kind::Number, QStringLiteral("slow_seconds"), tr("&Slow mode, seconds:"),
                         QString::number(room.value(QLatin1String("slow_seconds")).toInt())),
                   reasonField(tr("For the audit log"))};
    form.shape = [](QJsonObject body) {
        body.insert(QStringLiteral("locked"),
                    body.value(QLatin1String("locked")).toString() == QLatin1String("yes"));
        return body;
    };
    ask(form, [this, name](const QJsonObject&) {
        Q_EMIT told(tr("The rules of %1 are in force.").arg(lists::roomName(name)), {});
    });
}

void ModerationDesk::setLocked(const QJsonObject& room, bool locked) {
    const QString channel = room.value(QLatin1String("name")).toString();
    const QString name = lists::roomName(channel);
    post({QStringLiteral("/rooms/%1/rules").arg(channel)},
         {{QStringLiteral("locked"), locked},
          {QStringLiteral("reason"),
           locked ? tr("Locked from the console") : tr("Unlocked from the console")}},
         locked ? tr("%1 is locked.").arg(name) : tr("%1 is open again.").arg(name),
         [this, room, locked] { setLocked(room, !locked); });
}

void ModerationDesk::redact(const QString& room, const QString& id, const QString& text) {
    ActionForm form;
    form.title = tr("Redact");
    form.heading = tr("Take this message away?");
    form.explanation =
        tr("“%1”\n\nIt disappears from every screen and from the history; a tombstone stays. This "
           "cannot be undone.")
            .arg(text.size() > 200 ? text.left(200) + QStringLiteral("…") : text);
    form.verb = tr("Re&dact");
    form.path = QStringLiteral("/messages/redact");
    form.body = {{QStringLiteral("room"), room}, {QStringLiteral("id"), id}};
    form.fields = {reasonField(tr("For the audit log"))};
    ask(form, [this](const QJsonObject&) { Q_EMIT told(tr("The message is gone."), {}); });
}

void ModerationDesk::purge(const QString& user) {
    ActionForm form;
    form.title = tr("Purge");
    form.heading = tr("Take all messages of %1 away?").arg(user);
    form.explanation = tr("They disappear from every screen and from the history. This cannot be undone.");
    form.verb = tr("&Purge");
    form.path = QStringLiteral("/users/purge");
    form.body = {{QStringLiteral("user"), user}};
    ActionField room = field(Kind::Text, QStringLiteral("room"), tr("R&oom:"));
    room.hint = tr("Every room");
    form.fields = {room, reasonField(tr("For the audit log"))};
    form.hasPreview = true;
    form.shape = withChannel;
    ask(form, [this, user](const QJsonObject& answer) {
        Q_EMIT told(
            tr("%n messages of %1 are gone.", nullptr, answer.value(QLatin1String("messages")).toInt())
                .arg(user),
            {});
    });
}

void ModerationDesk::resolve(const QVector<QJsonObject>& reports, const QString& outcome) {
    QStringList paths;
    for (const QJsonObject& report : reports)
        paths << QStringLiteral("/reports/%1/resolve").arg(report.value(QLatin1String("number")).toInteger());
    const auto count = static_cast<int>(paths.size());
    post(paths, {{QStringLiteral("outcome"), outcome}},
         outcome == QLatin1String("dismissed") ? tr("%n reports dismissed.", nullptr, count)
                                               : tr("%n reports settled.", nullptr, count));
}

void ModerationDesk::lockDown(const QJsonObject& current) {
    ActionForm form;
    form.title = tr("Lockdown");
    form.heading = tr("Who may come in?");
    form.explanation = tr("Who is in stays in, but for the last level, which leaves staff only.");
    form.verb = tr("&Apply");
    form.path = QStringLiteral("/lockdown");
    ActionField level = field(Kind::Choice, QStringLiteral("level"), tr("&Level:"),
                              QString::number(current.value(QLatin1String("level")).toInt()));
    level.choices = {{tr("Everybody"), QStringLiteral("0")},
                     {tr("Nobody without a name"), QStringLiteral("1")},
                     {tr("Nobody new"), QStringLiteral("2")},
                     {tr("Staff only"), QStringLiteral("3")}};
    form.hasPreview = true;
    form.fields = {level, field(Kind::Duration, QStringLiteral("minutes"), tr("&For:"), QStringLiteral("60")),
                   reasonField(tr("Who is turned away is told this"))};
    form.shape = [](QJsonObject body) {
        const int wanted = body.value(QLatin1String("level")).toString().toInt();
        body.insert(QStringLiteral("level"), wanted);
        if (wanted == 0)
            body.remove(QStringLiteral("minutes"));
        return body;
    };
    ask(form, [this](const QJsonObject& answer) {
        const int now = answer.value(QLatin1String("level")).toInt();
        Q_EMIT told(now == 0 ? tr("The lockdown is over.") : tr("The lockdown is in force."), {});
    });
}

void ModerationDesk::post(const QStringList& paths, const QJsonObject& body, const QString& text,
                          std::function<void()> undo) {
    if (paths.isEmpty())
        return;
    client_.post(paths.constFirst(), body, this,
                 [this, rest = paths.mid(1), body, text, undo = std::move(undo)](const ApiResult& result) {
                     if (result.error)
                         Q_EMIT failed(result.error->message());
                     else if (rest.isEmpty())
                         Q_EMIT told(text, undo);
                     else
                         return post(rest, body, text, undo);
                     Q_EMIT changed();
                 });
}

} // namespace chinwag::admin
