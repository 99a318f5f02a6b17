// What the desk does about people: bans and mutes.
#include "models/ActionRun.h"
#include "views/ActionFields.h"
#include "views/ModerationDesk.h"

namespace chinwag::admin {

namespace {

using Kind = ActionField::Kind;

QString rulePath(const QString& kind, const QJsonObject& row) {
    return u'/' + kind + u'/' + row.value(QLatin1String("id")).toVariant().toString() +
           QStringLiteral("/lift");
}

QString namesOf(const QVector<RuleTarget>& targets) {
    constexpr qsizetype mostNames = 8;
    QStringList names;
    for (const RuleTarget& target : targets.mid(0, mostNames))
        names << target.value;
    return names.join(QStringLiteral(", ")) + (targets.size() > mostNames ? QStringLiteral("…") : QString());
}

QString ruleHeading(bool isBan, const QVector<RuleTarget>& targets) {
    const auto count = static_cast<int>(targets.size());
    if (count > 1)
        return isBan ? ModerationDesk::tr("Ban %n targets?", nullptr, count)
                     : ModerationDesk::tr("Mute %n targets?", nullptr, count);
    const QString name = targets.constFirst().value;
    if (name.isEmpty())
        return isBan ? ModerationDesk::tr("Ban whom?") : ModerationDesk::tr("Mute whom?");
    return isBan ? ModerationDesk::tr("Ban %1?").arg(name) : ModerationDesk::tr("Mute %1?").arg(name);
}

// Whom it is about, to be changed; of several there is only a list.
QList<ActionField> targetFields(const RuleTarget& target) {
    ActionField who =
        actionField(Kind::Choice, QStringLiteral("target"), ModerationDesk::tr("Wha&t:"), target.kind);
    who.choices = {{ModerationDesk::tr("User"), QStringLiteral("user")},
                   {ModerationDesk::tr("Address"), QStringLiteral("address")},
                   {ModerationDesk::tr("Network (CIDR)"), QStringLiteral("cidr")},
                   {ModerationDesk::tr("Device"), QStringLiteral("device")}};
    ActionField value =
        actionField(Kind::Text, QStringLiteral("value"), ModerationDesk::tr("&Who:"), target.value);
    value.isRequired = true;
    value.hint = ModerationDesk::tr("A user, 198.51.100.7 or 198.51.100.0/24");
    return {who, value};
}

} // namespace

void ModerationDesk::ban(const RuleTarget& target) {
    rule(QStringLiteral("bans"), {target});
}

void ModerationDesk::mute(const RuleTarget& target) {
    rule(QStringLiteral("mutes"), {target});
}

void ModerationDesk::banEach(const QVector<RuleTarget>& targets) {
    rule(QStringLiteral("bans"), targets);
}

void ModerationDesk::muteEach(const QVector<RuleTarget>& targets) {
    rule(QStringLiteral("mutes"), targets);
}

void ModerationDesk::rule(const QString& kind, const QVector<RuleTarget>& targets) {
    const bool isBan = kind == QLatin1String("bans");
    ActionForm form;
    form.title = isBan ? tr("Ban") : tr("Mute");
    form.heading = ruleHeading(isBan, targets);
    form.explanation = isBan ? tr("Their connections are closed now, and new ones are refused. A ban can be "
                                  "lifted at any time.")
                             : tr("They may read but not write. A mute can be lifted at any time.");
    form.verb = isBan ? tr("&Ban") : tr("&Mute");
    form.path = u'/' + kind;
    form.hasPreview = true;
    if (targets.size() == 1) {
        form.fields = targetFields(targets.constFirst());
    } else {
        form.explanation = namesOf(targets) + u'\n' + form.explanation;
        for (const RuleTarget& target : targets)
            form.each.append(QJsonObject{{QStringLiteral("target"), target.kind},
                                         {QStringLiteral("value"), target.value}});
    }
    ActionField room = actionField(Kind::Text, QStringLiteral("room"), tr("R&oom:"));
    room.hint = tr("Everywhere");
    ActionField note = actionField(Kind::LongText, QStringLiteral("note"), tr("&Note:"));
    note.hint = tr("For operators only");
    form.fields << room
                << actionField(Kind::Duration, QStringLiteral("minutes"), tr("&For:"), QStringLiteral("1440"))
                << reasonField(tr("They are told this")) << note;
    form.shape = withChannel;
    ask(form, [this, kind, isBan](const QVector<QJsonObject>& answers) {
        const QString name = answers.constFirst().value(QLatin1String("value")).toString();
        const auto count = static_cast<int>(answers.size());
        QStringList paths;
        for (const QJsonObject& answer : answers)
            paths << rulePath(kind, answer);
        const auto undo = [this, paths] {
            post(paths, {{QStringLiteral("reason"), tr("Undone")}}, tr("Undone."));
        };
        if (count > 1)
            Q_EMIT told(isBan ? tr("%n banned.", nullptr, count) : tr("%n muted.", nullptr, count), undo);
        else
            Q_EMIT told(isBan ? tr("%1 is banned.").arg(name) : tr("%1 is muted.").arg(name), undo);
    });
}

void ModerationDesk::lift(const QString& kind, const QVector<QJsonObject>& rows) {
    QStringList paths;
    QVector<QJsonObject> lifted;
    for (const QJsonObject& row : rows) {
        if (!row.value(QLatin1String("lifted_at")).isNull() && row.contains(QLatin1String("lifted_at")))
            continue;
        paths << rulePath(kind, row);
        lifted << row;
    }
    const auto count = static_cast<int>(paths.size());
    post(paths, {},
         kind == QLatin1String("bans") ? tr("%n bans lifted.", nullptr, count)
                                       : tr("%n mutes lifted.", nullptr, count),
         [this, kind, lifted] { imposeAgain(kind, lifted); });
}

void ModerationDesk::imposeAgain(const QString& kind, const QVector<QJsonObject>& rows) {
    QVector<QJsonObject> bodies;
    for (const QJsonObject& row : rows) {
        QJsonObject body;
        for (const auto& name : {QStringLiteral("target"), QStringLiteral("value"), QStringLiteral("room"),
                                 QStringLiteral("reason"), QStringLiteral("note")}) {
            if (!row.value(name).toString().isEmpty())
                body.insert(name, row.value(name));
        }
        if (const auto minutes = minutesLeft(row))
            body.insert(QStringLiteral("minutes"), *minutes);
        bodies << body;
    }
    post(u'/' + kind, bodies, tr("Undone."));
}

} // namespace chinwag::admin
