#include "views/ConsolePages.h"

#include "models/ExportJob.h"
#include "models/Lists.h"
#include "views/ModerationDesk.h"
#include "views/ServerPage.h"
#include "views/TablePage.h"

#include <QAction>
#include <QComboBox>
#include <QFileDialog>
#include <QLineEdit>
#include <QProgressDialog>
#include <QSettings>

#include <algorithm>

namespace chinwag::admin {

namespace {

constexpr QLatin1String kickPermission("kick");
constexpr QLatin1String sayPermission("message");
constexpr QLatin1String moderate("moderate");
constexpr QLatin1String configure("configure");

QString field(const QJsonObject& row, const char* name) {
    return row.value(QLatin1String(name)).toString();
}

TablePage::ActionSpec action(const QString& text, const QString& symbol, TablePage::Needs needs,
                             const QString& permission = {}) {
    TablePage::ActionSpec spec;
    spec.text = text;
    spec.symbol = symbol;
    spec.needs = needs;
    spec.permission = permission;
    return spec;
}

} // namespace

ConsolePages::ConsolePages(RestClient& client, ModerationDesk& desk, QWidget& parent)
    : QObject(&parent), client_(client), desk_(desk), parent_(parent) {
    addUsers();
    addRooms();
    addMessages();
    addReports();
    addRules(Page::Bans);
    addRules(Page::Mutes);
    addAudit();
    addLogs();
    addServer();
    addConfiguration();
    addSessions();
    connect(&desk_, &ModerationDesk::changed, this, &ConsolePages::refresh);
}

ConsolePages::~ConsolePages() = default;

TablePage* ConsolePages::add(Page page, const TableSpec& spec, const QString& symbol, const QString& title,
                             const QString& find, const QString& emptyTitle, const QString& emptyText) {
    models_.push_back(std::make_unique<PagedModel>(client_, spec));
    PagedModel& model = *models_.back();
    TablePage::Words words{title, symbol, find, emptyTitle, emptyText};
    if (page == Page::Audit)
        words.findParameter = QStringLiteral("target");
    auto* const widget = new TablePage(model, words, &parent_);
    entries_.append({page, symbol, title, widget, &model});
    return widget;
}

TablePage* ConsolePages::table(Page page) const {
    for (const Entry& entry : entries_) {
        if (entry.page == page)
            return qobject_cast<TablePage*>(entry.widget);
    }
    return nullptr;
}

void ConsolePages::addUsers() {
    auto* const page =
        add(Page::Users, lists::users(), QStringLiteral("user"), tr("Users"), tr("Find a user"),
            tr("Nobody with a name is connected"),
            tr("Who comes with a token appears here. Everybody else is among the connections."));
    const auto user = [page] {
        return RuleTarget{QStringLiteral("user"), field(page->selected().constFirst(), "user")};
    };
    page->addAction(action(tr("Mute…"), QStringLiteral("mute"), TablePage::Needs::OneRow, moderate),
                    [this, user] { desk_.mute(user()); });
    page->addAction(action(tr("Ban…"), QStringLiteral("ban"), TablePage::Needs::OneRow, moderate),
                    [this, user] { desk_.ban(user()); });
    auto purge = action(tr("Purge messages…"), QStringLiteral("remove"), TablePage::Needs::OneRow, moderate);
    purge.onHeader = false;
    page->addAction(purge, [this, user] { desk_.purge(user().value); });
}

void ConsolePages::addRooms() {
    auto* const page =
        add(Page::Rooms, lists::rooms(), QStringLiteral("rooms"), tr("Rooms"), tr("Find a room"),
            tr("There is no room"), tr("A room is there as soon as somebody is in it."));
    page->model().setFaint(
        [](const QJsonObject& row) { return row.value(QLatin1String("subscribers")).toInt() == 0; });
    const auto room = [page] { return page->selected().constFirst(); };
    page->addAction(action(tr("Messages"), QStringLiteral("messages"), TablePage::Needs::OneRow),
                    [this, room] { showMessages(field(room(), "name")); });
    page->addAction(
        action(tr("Message…"), QStringLiteral("messages"), TablePage::Needs::OneRow, sayPermission),
        [this, room] { desk_.messageRoom(room()); });
    const auto isLocked = [](const QJsonObject& row) { return row.value(QLatin1String("locked")).toBool(); };
    auto lock = action(tr("Lock"), QStringLiteral("lock"), TablePage::Needs::OneRow, moderate);
    lock.fits = [isLocked](const QJsonObject& row) { return !isLocked(row); };
    page->addAction(lock, [this, room] { desk_.setLocked(room(), true); });
    auto unlock = action(tr("Unlock"), QStringLiteral("unlock"), TablePage::Needs::OneRow, moderate);
    unlock.fits = isLocked;
    page->addAction(unlock, [this, room] { desk_.setLocked(room(), false); });
    page->addAction(action(tr("Rules…"), QStringLiteral("settings"), TablePage::Needs::OneRow, moderate),
                    [this, room] { desk_.changeRoom(room()); });
}

void ConsolePages::addMessages() {
    auto* const page =
        add(Page::Messages, lists::messages(), QStringLiteral("messages"), tr("Messages"), tr("Find words"),
            tr("Nothing was said"), tr("There is no message of this room in the store."));
    room_ = new QLineEdit(QStringLiteral("lobby"), page);
    room_->setAccessibleName(tr("Room"));
    room_->setPlaceholderText(tr("Room"));
    room_->setMaximumWidth(150);
    room_->setFixedHeight(page->fontMetrics().height() + 14);
    page->addToHeader(room_);
    page->model().setParameter(QStringLiteral("room"), lists::roomChannel(room_->text()));
    connect(room_, &QLineEdit::editingFinished, this, [this, page] {
        const QString room = room_->text().trimmed();
        if (!room.isEmpty())
            page->model().setParameter(QStringLiteral("room"), lists::roomChannel(room));
    });
    const auto message = [page] { return page->selected().constFirst(); };
    const auto hasText = [](const QJsonObject& row) { return !lists::messageText(row).isEmpty(); };
    const auto hasUser = [](const QJsonObject& row) { return !field(row, "user").isEmpty(); };
    page->addAction(action(tr("Export…"), QStringLiteral("save"), TablePage::Needs::Nothing),
                    [this, page] { exportList(*page); });
    auto redact = action(tr("Redact…"), QStringLiteral("remove"), TablePage::Needs::OneRow, moderate);
    redact.shortcut = QKeySequence(Qt::Key_Delete);
    redact.fits = hasText;
    page->addAction(redact, [this, page, message] {
        desk_.redact(page->model().parameter(QStringLiteral("room")), field(message(), "id"),
                     lists::messageText(message()));
    });
    const auto author = [message] { return RuleTarget{QStringLiteral("user"), field(message(), "user")}; };
    for (const bool isBan : {false, true}) {
        auto rule = action(isBan ? tr("Ban the author…") : tr("Mute the author…"),
                           isBan ? QStringLiteral("ban") : QStringLiteral("mute"), TablePage::Needs::OneRow,
                           moderate);
        rule.onHeader = false;
        rule.fits = hasUser;
        page->addAction(rule, [this, isBan, author] { isBan ? desk_.ban(author()) : desk_.mute(author()); });
    }
    auto purge = action(tr("Purge the author's messages…"), QStringLiteral("remove"),
                        TablePage::Needs::OneRow, moderate);
    purge.onHeader = false;
    purge.fits = hasUser;
    page->addAction(purge, [this, author] { desk_.purge(author().value); });
}

void ConsolePages::addReports() {
    auto* const page =
        add(Page::Reports, lists::reports(), QStringLiteral("report"), tr("Reports"), {},
            tr("Nothing to look at"),
            tr("What chatters report appears here: A settles a report, D dismisses it, R takes "
               "the message away, B bans its author."));
    page->addChoice(QStringLiteral("state"), tr("Which reports"),
                    {{tr("Open"), QStringLiteral("open")},
                     {tr("Resolved"), QStringLiteral("resolved")},
                     {tr("All"), QString()}});
    const auto isOpen = [](const QJsonObject& row) { return field(row, "outcome").isEmpty(); };
    const auto said = [](const QJsonObject& row) { return row.value(QLatin1String("message")).toObject(); };
    const auto one = [page, said] { return said(page->selected().constFirst()); };
    auto settle = action(tr("Settle"), QStringLiteral("done"), TablePage::Needs::Rows, moderate);
    settle.shortcut = QKeySequence(Qt::Key_A);
    settle.fits = isOpen;
    page->addAction(settle, [this, page] { desk_.resolve(page->selected(), QStringLiteral("acted")); });
    auto dismiss = action(tr("Dismiss"), QStringLiteral("close"), TablePage::Needs::Rows, moderate);
    dismiss.shortcut = QKeySequence(Qt::Key_D);
    dismiss.fits = isOpen;
    page->addAction(dismiss, [this, page] { desk_.resolve(page->selected(), QStringLiteral("dismissed")); });
    auto redact = action(tr("Redact…"), QStringLiteral("remove"), TablePage::Needs::OneRow, moderate);
    redact.shortcut = QKeySequence(Qt::Key_R);
    redact.fits = [said](const QJsonObject& row) { return !lists::messageText(said(row)).isEmpty(); };
    page->addAction(redact, [this, page, one] {
        desk_.redact(field(page->selected().constFirst(), "channel"), field(one(), "id"),
                     lists::messageText(one()));
    });
    auto ban = action(tr("Ban…"), QStringLiteral("ban"), TablePage::Needs::OneRow, moderate);
    ban.shortcut = QKeySequence(Qt::Key_B);
    ban.fits = [said](const QJsonObject& row) { return !field(said(row), "user").isEmpty(); };
    page->addAction(ban, [this, one] { desk_.ban({QStringLiteral("user"), field(one(), "user")}); });
}

void ConsolePages::addRules(Page which) {
    const bool isBan = which == Page::Bans;
    const QString symbol = isBan ? QStringLiteral("ban") : QStringLiteral("mute");
    auto* const page = add(
        which, isBan ? lists::bans() : lists::mutes(), symbol, isBan ? tr("Bans") : tr("Mutes"),
        isBan ? tr("Find a ban") : tr("Find a mute"), isBan ? tr("Nobody is banned") : tr("Nobody is muted"),
        isBan ? tr("Ban users, addresses, networks and devices here, or from the other pages.")
              : tr("Who is muted may read but not write."));
    page->addChoice(QStringLiteral("state"), isBan ? tr("Which bans") : tr("Which mutes"),
                    {{tr("In force"), QStringLiteral("active")}, {tr("All"), QStringLiteral("all")}});
    page->model().setFaint(
        [](const QJsonObject& row) { return !row.value(QLatin1String("active")).toBool(true); });
    auto lift = action(tr("Lift"), QStringLiteral("undo"), TablePage::Needs::Rows, moderate);
    lift.shortcut = QKeySequence(Qt::Key_Delete);
    lift.fits = [](const QJsonObject& row) { return row.value(QLatin1String("active")).toBool(true); };
    page->addAction(lift, [this, page, isBan] {
        desk_.lift(isBan ? QStringLiteral("bans") : QStringLiteral("mutes"), page->selected());
    });
    page->addAction(action(isBan ? tr("Ban…") : tr("Mute…"), symbol, TablePage::Needs::Nothing, moderate),
                    [this, isBan] { isBan ? desk_.ban({}) : desk_.mute({}); });
}

void ConsolePages::addAudit() {
    auto* const page =
        add(Page::Audit, lists::audit(), QStringLiteral("audit"), tr("Audit log"), tr("Find whom or what"),
            tr("Nothing was done yet"),
            tr("What operators do is written down here, each entry sealed with the one before."));
    page->addChoice(QStringLiteral("action"), tr("Which actions"),
                    {{tr("Everything"), QString()},
                     {tr("Bans"), QStringLiteral("ban.")},
                     {tr("Mutes"), QStringLiteral("mute.")},
                     {tr("Messages"), QStringLiteral("message.")},
                     {tr("Rooms"), QStringLiteral("room.")},
                     {tr("Lockdown"), QStringLiteral("lockdown.")},
                     {tr("Connections"), QStringLiteral("connection.")},
                     {tr("Operators"), QStringLiteral("operator.")}});
    page->addAction(action(tr("Verify"), QStringLiteral("done"), TablePage::Needs::Nothing),
                    [this] { verifyAudit(); });
    page->addAction(action(tr("Export…"), QStringLiteral("save"), TablePage::Needs::Nothing),
                    [this, page] { exportList(*page); });
}

void ConsolePages::addLogs() {
    auto* const page =
        add(Page::Logs, lists::logs(), QStringLiteral("logs"), tr("Log"), tr("Find in the log"),
            tr("The log is empty"), tr("Nothing of this kind has been logged since the start."));
    page->model().setRefreshInterval(logInterval);
    page->addChoice(QStringLiteral("level"), tr("From which level on"),
                    {{tr("Everything"), QString()},
                     {tr("Information"), QStringLiteral("info")},
                     {tr("Warnings"), QStringLiteral("warning")},
                     {tr("Errors"), QStringLiteral("error")}});
    page->model().setFaint(
        [](const QJsonObject& row) { return field(row, "level") == QLatin1String("debug"); });
}

void ConsolePages::addServer() {
    server_ = new ServerPage(client_, desk_, &parent_);
    entries_.append({Page::Server, QStringLiteral("server"), tr("Server"), server_, nullptr});
    connect(server_, &ServerPage::told, this, [this](const QString& text) { Q_EMIT told(text, {}); });
    connect(server_, &ServerPage::failed, this, &ConsolePages::failed);
}

void ConsolePages::addConfiguration() {
    add(Page::Configuration, lists::configuration(), QStringLiteral("settings"), tr("Configuration"),
        tr("Find a key"), tr("No such key"), {});
}

void ConsolePages::addSessions() {
    auto* const page = add(Page::Sessions, lists::sessions(), QStringLiteral("key"), tr("Sessions"), {},
                           tr("No sessions"), tr("Who is logged in as an operator."));
    auto end = action(tr("End"), QStringLiteral("power"), TablePage::Needs::Rows);
    end.shortcut = QKeySequence(Qt::Key_Delete);
    page->addAction(end, [this, page] { revoke(page->selected()); });
}

void ConsolePages::revoke(const QVector<QJsonObject>& sessions) {
    for (const QJsonObject& session : sessions) {
        client_.post(QStringLiteral("/sessions/%1/revoke").arg(field(session, "id")), {}, this,
                     [this](const ApiResult& result) {
                         if (result.error)
                             Q_EMIT failed(result.error->message());
                         refresh();
                     });
    }
}

void ConsolePages::verifyAudit() {
    client_.get(QStringLiteral("/audit/verify"), {}, this, [this](const ApiResult& result) {
        if (result.error)
            return Q_EMIT failed(result.error->message());
        const int entries = result.body.value(QLatin1String("entries")).toInt();
        if (result.body.value(QLatin1String("sound")).toBool())
            Q_EMIT told(tr("The chain of all %n entries is whole.", nullptr, entries), {});
        else
            Q_EMIT failed(
                tr("The chain is broken at entry %1: it, or one before it, was changed from outside.")
                    .arg(result.body.value(QLatin1String("broken_at")).toInteger()));
    });
}

void ConsolePages::exportList(TablePage& page) {
    const QString path = QFileDialog::getSaveFileName(&parent_, tr("Export"),
                                                      page.model().spec().items + QStringLiteral(".jsonl"),
                                                      tr("JSON Lines (*.jsonl)"));
    if (path.isEmpty())
        return;
    auto* const job = new ExportJob(client_, page.model().spec(), page.model().parameters(), path, this);
    auto* const shown = new QProgressDialog(tr("Writing the list…"), tr("Stop"), 0, 0, &parent_);
    shown->setWindowTitle(tr("Export"));
    shown->setAttribute(Qt::WA_DeleteOnClose);
    connect(shown, &QProgressDialog::canceled, job, &ExportJob::cancel);
    connect(job, &ExportJob::progress, shown, [shown](qint64 rows) {
        shown->setLabelText(tr("%n rows are written.", nullptr, static_cast<int>(rows)));
    });
    connect(job, &ExportJob::finished, this, [this, job, shown, path](const QString& fault) {
        shown->disconnect(job);
        shown->close();
        job->deleteLater();
        if (fault.isEmpty())
            Q_EMIT told(tr("%n rows were written to %1.", nullptr, static_cast<int>(job->rows())).arg(path),
                        {});
        else
            Q_EMIT failed(tr("The list was not exported: %1").arg(fault));
    });
    job->start();
}

void ConsolePages::setActive(std::optional<Page> page) {
    active_ = page;
    for (const Entry& entry : std::as_const(entries_)) {
        if (entry.model != nullptr)
            entry.model->setActive(entry.page == page);
    }
    server_->setActive(page == Page::Server);
}

void ConsolePages::setEnabled(bool enabled) {
    for (const Entry& entry : std::as_const(entries_))
        entry.widget->setEnabled(enabled);
}

void ConsolePages::setPermissions(const QStringList& permissions) {
    for (const Entry& entry : std::as_const(entries_)) {
        if (auto* const page = qobject_cast<TablePage*>(entry.widget))
            page->setPermissions(permissions);
    }
    server_->setPermissions(permissions);
}

void ConsolePages::refresh() {
    for (const Entry& entry : std::as_const(entries_)) {
        if (entry.model != nullptr)
            entry.model->refresh();
    }
    server_->refresh();
}

void ConsolePages::clear() {
    for (const auto& model : models_)
        model->clear();
    server_->clear();
}

void ConsolePages::focusFind(Page page) {
    if (auto* const shown = table(page))
        shown->focusFind();
}

void ConsolePages::showMessages(const QString& room) {
    room_->setText(lists::roomName(room));
    table(Page::Messages)->model().setParameter(QStringLiteral("room"), room);
    Q_EMIT pageWanted(Page::Messages);
}

void ConsolePages::restore(const QSettings& settings) {
    for (const Entry& entry : std::as_const(entries_)) {
        if (auto* const page = qobject_cast<TablePage*>(entry.widget))
            page->restore(settings, page->model().spec().path.mid(1) + QStringLiteral("/layout"));
    }
}

void ConsolePages::save(QSettings& settings) const {
    for (const Entry& entry : entries_) {
        if (const auto* const page = qobject_cast<TablePage*>(entry.widget))
            page->save(settings, entry.model->spec().path.mid(1) + QStringLiteral("/layout"));
    }
}

} // namespace chinwag::admin
