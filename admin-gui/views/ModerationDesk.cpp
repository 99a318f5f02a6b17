#include "views/ModerationDesk.h"

#include "api/RestClient.h"
#include "models/ActionRun.h"
#include "models/Lists.h"
#include "models/ReasonTemplates.h"
#include "views/ActionFields.h"

#include <utility>

namespace chinwag::admin {

namespace {

using Kind = ActionField::Kind;

// Encoded when it becomes a URL.
QString roomPath(const QJsonObject& room, const QString& what) {
    return QStringLiteral("/rooms/") + room.value(QLatin1String("name")).toString() + what;
}

/// What is posted for the lockdown that `was` the one before, with the reason that those who are turned away
/// were told then.
QJsonObject lockdownAgain(const QJsonObject& was) {
    const int level = was.value(QLatin1String("level")).toInt();
    const QString reason = was.value(QLatin1String("reason")).toString();
    QJsonObject body{
        {QStringLiteral("level"), level},
        {QStringLiteral("reason"), level == 0 || reason.isEmpty() ? ModerationDesk::tr("Undone") : reason}};
    if (const auto minutes = minutesLeft(was))
        body.insert(QStringLiteral("minutes"), *minutes);
    return body;
}

QString shortened(const QString& text) {
    constexpr qsizetype most = 200;
    return text.size() > most ? QString(text.left(most) + u'…') : text;
}

} // namespace

ModerationDesk::ModerationDesk(RestClient& client, const ReasonTemplates& reasons, QWidget& window)
    : QObject(&window), client_(client), reasons_(reasons), window_(window) {}

ActionDialog* ModerationDesk::ask(ActionForm form, std::function<void(const QVector<QJsonObject>&)> done) {
    if (dialog_ != nullptr)
        return nullptr;
    form.reasons = reasons_.all();
    dialog_ = new ActionDialog(client_, std::move(form), &window_);
    dialog_->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog_, &ActionDialog::acted, this,
            [this, done = std::move(done)](const QVector<QJsonObject>& answers) {
                done(answers);
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
    ask(form, [this](const QVector<QJsonObject>& answers) {
        Q_EMIT told(tr("%n kicked.", nullptr, answers.constFirst().value(QLatin1String("count")).toInt()),
                    {});
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
    ActionField text = actionField(Kind::LongText, QStringLiteral("text"), tr("&Message:"));
    text.isRequired = true;
    form.fields = {text};
    ask(form, [this, name](const auto&) { Q_EMIT told(tr("%1 was told.").arg(name), {}); });
}

void ModerationDesk::messageRoom(const QJsonObject& room) {
    const QString name = room.value(QLatin1String("name")).toString();
    ActionForm form;
    form.title = tr("Message");
    form.heading = tr("Message in %1").arg(lists::roomName(name));
    form.explanation = tr("Everybody in the room sees it, under your name as an operator.");
    form.verb = tr("&Send");
    form.path = roomPath(room, QStringLiteral("/messages"));
    form.hurts = false;
    ActionField text = actionField(Kind::LongText, QStringLiteral("text"), tr("&Message:"));
    text.isRequired = true;
    ActionField kind =
        actionField(Kind::Choice, QStringLiteral("notice"), tr("&As:"), QStringLiteral("notice"));
    kind.choices = {{tr("A notice"), QStringLiteral("notice")}, {tr("A message"), QStringLiteral("message")}};
    form.fields = {text, kind};
    form.shape = [](QJsonObject body) {
        const auto notice = QStringLiteral("notice");
        body.insert(notice, body.value(notice).toString() == notice);
        return body;
    };
    ask(form,
        [this, name](const auto&) { Q_EMIT told(tr("It is said in %1.").arg(lists::roomName(name)), {}); });
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
    form.path = roomPath(room, QStringLiteral("/rules"));
    ActionField locked = actionField(Kind::Choice, QStringLiteral("locked"), tr("&Locked:"),
                                     room.value(QLatin1String("locked")).toBool() ? QStringLiteral("yes")
                                                                                  : QStringLiteral("no"));
    locked.choices = {{tr("No"), QStringLiteral("no")}, {tr("Yes"), QStringLiteral("yes")}};
    form.fields = {locked,
                   actionField(Kind::Number, QStringLiteral("slow_seconds"), tr("&Slow mode, seconds:"),
                               QString::number(room.value(QLatin1String("slow_seconds")).toInt())),
                   reasonField(tr("For the audit log"))};
    form.shape = [](QJsonObject body) {
        body.insert(QStringLiteral("locked"),
                    body.value(QLatin1String("locked")).toString() == QLatin1String("yes"));
        return body;
    };
    ask(form, [this, room, name](const auto&) {
        Q_EMIT told(tr("The rules of %1 are in force.").arg(lists::roomName(name)), [this, room] {
            const QJsonObject before{
                {QStringLiteral("locked"), room.value(QLatin1String("locked")).toBool()},
                {QStringLiteral("slow_seconds"), room.value(QLatin1String("slow_seconds")).toInt()},
                {QStringLiteral("reason"), tr("Undone")}};
            post(roomPath(room, QStringLiteral("/rules")), {before}, tr("Undone."));
        });
    });
}

void ModerationDesk::setLocked(const QJsonObject& room, bool locked) {
    const QString name = lists::roomName(room.value(QLatin1String("name")).toString());
    const QJsonObject body{
        {QStringLiteral("locked"), locked},
        {QStringLiteral("reason"), locked ? tr("Locked from the console") : tr("Unlocked from the console")}};
    post(roomPath(room, QStringLiteral("/rules")), {body},
         locked ? tr("%1 is locked.").arg(name) : tr("%1 is open again.").arg(name),
         [this, room, locked] { setLocked(room, !locked); });
}

void ModerationDesk::redact(const QVector<MessageRef>& messages) {
    const auto count = static_cast<int>(messages.size());
    ActionForm form;
    form.title = tr("Redact");
    form.heading = count == 1 ? tr("Take this message away?") : tr("Take %n messages away?", nullptr, count);
    constexpr qsizetype mostShown = 5;
    QStringList shown;
    for (const MessageRef& message : messages.mid(0, mostShown))
        shown << tr("“%1”").arg(shortened(message.text));
    if (count > mostShown)
        shown << QStringLiteral("…");
    form.explanation = shown.join(u'\n') + QStringLiteral("\n\n") +
                       tr("They disappear from every screen and from the history; tombstones stay. This "
                          "cannot be undone.");
    form.verb = tr("Re&dact");
    form.path = QStringLiteral("/messages/redact");
    for (const MessageRef& message : messages)
        form.each.append(
            QJsonObject{{QStringLiteral("room"), message.room}, {QStringLiteral("id"), message.id}});
    form.fields = {reasonField(tr("For the audit log"))};
    ask(form, [this, count](const auto&) {
        Q_EMIT told(count == 1 ? tr("The message is gone.") : tr("%n messages are gone.", nullptr, count),
                    {});
    });
}

void ModerationDesk::purge(const QString& user) {
    ActionForm form;
    form.title = tr("Purge");
    form.heading = tr("Take all messages of %1 away?").arg(user);
    form.explanation = tr("They disappear from every screen and from the history. This cannot be undone.");
    form.verb = tr("&Purge");
    form.path = QStringLiteral("/users/purge");
    form.body = {{QStringLiteral("user"), user}};
    ActionField room = actionField(Kind::Text, QStringLiteral("room"), tr("R&oom:"));
    room.hint = tr("Every room");
    form.fields = {room, reasonField(tr("For the audit log"))};
    form.hasPreview = true;
    form.shape = withChannel;
    ask(form, [this, user](const QVector<QJsonObject>& answers) {
        const int count = answers.constFirst().value(QLatin1String("messages")).toInt();
        Q_EMIT told(tr("%n messages of %1 are gone.", nullptr, count).arg(user), {});
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
    ActionField level = actionField(Kind::Choice, QStringLiteral("level"), tr("&Level:"),
                                    QString::number(current.value(QLatin1String("level")).toInt()));
    level.choices = {{tr("Everybody"), QStringLiteral("0")},
                     {tr("Nobody without a name"), QStringLiteral("1")},
                     {tr("Nobody new"), QStringLiteral("2")},
                     {tr("Staff only"), QStringLiteral("3")}};
    form.hasPreview = true;
    form.fields = {level,
                   actionField(Kind::Duration, QStringLiteral("minutes"), tr("&For:"), QStringLiteral("60")),
                   reasonField(tr("Who is turned away is told this"))};
    form.shape = [](QJsonObject body) {
        const int wanted = body.value(QLatin1String("level")).toString().toInt();
        body.insert(QStringLiteral("level"), wanted);
        if (wanted == 0)
            body.remove(QStringLiteral("minutes"));
        return body;
    };
    ask(form, [this, current](const QVector<QJsonObject>& answers) {
        const int now = answers.constFirst().value(QLatin1String("level")).toInt();
        Q_EMIT told(
            now == 0 ? tr("The lockdown is over.") : tr("The lockdown is in force."),
            [this, current] { post(QStringLiteral("/lockdown"), {lockdownAgain(current)}, tr("Undone.")); });
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

void ModerationDesk::post(const QString& path, const QVector<QJsonObject>& bodies, const QString& text,
                          const std::function<void()>& undo) {
    auto* const run = new ActionRun(client_, path, bodies, this);
    connect(run, &ActionRun::finished, this, [this, run, text, undo] {
        run->deleteLater();
        Q_EMIT told(text, undo);
        Q_EMIT changed();
    });
    connect(run, &ActionRun::failed, this, [this, run](const ApiError& error) {
        run->deleteLater();
        Q_EMIT failed(error.message());
        Q_EMIT changed();
    });
    run->start();
}

} // namespace chinwag::admin
