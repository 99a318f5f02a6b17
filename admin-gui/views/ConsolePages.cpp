#include "views/ConsolePages.h"

#include "models/Lists.h"
#include "views/ListExport.h"
#include "views/ModerationDesk.h"
#include "views/PageParts.h"
#include "views/ServerPage.h"
#include "views/TablePage.h"

#include <QAction>
#include <QComboBox>
#include <QDateTime>
#include <QLineEdit>
#include <QSettings>

#include <algorithm>
#include <utility>

namespace chinwag::admin {

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
    const int place = placeOf(page);
    return place < entries_.size() ? qobject_cast<TablePage*>(entries_[place].widget) : nullptr;
}

void ConsolePages::addUsers() {
    auto* const page =
        add(Page::Users, lists::users(), QStringLiteral("user"), tr("Users"), tr("Find a user"),
            tr("Nobody with a name is connected"),
            tr("Who comes with a token appears here. Everybody else is among the connections."));
    page->addAction(
        pageAction(tr("Mute…"), QStringLiteral("mute"), TablePage::Needs::Rows, moderatePermission),
        [this, page] { desk_.muteEach(usersOf(page->selected())); });
    page->addAction(pageAction(tr("Ban…"), QStringLiteral("ban"), TablePage::Needs::Rows, moderatePermission),
                    [this, page] { desk_.banEach(usersOf(page->selected())); });
    page->addAction(menuAction(tr("Purge messages…"), QStringLiteral("remove"), TablePage::Needs::OneRow,
                               moderatePermission),
                    [this, page] { desk_.purge(rowField(page->selected().constFirst(), "user")); });
}

void ConsolePages::addRooms() {
    auto* const page =
        add(Page::Rooms, lists::rooms(), QStringLiteral("rooms"), tr("Rooms"), tr("Find a room"),
            tr("There is no room"), tr("A room is there as soon as somebody is in it."));
    page->model().setTone(
        [](const QJsonObject& row) { return faintIf(row.value(QLatin1String("subscribers")).toInt() == 0); });
    const auto room = [page] { return page->selected().constFirst(); };
    page->addAction(pageAction(tr("Messages"), QStringLiteral("messages"), TablePage::Needs::OneRow),
                    [this, room] { showMessages(rowField(room(), "name")); });
    page->addAction(
        pageAction(tr("Message…"), QStringLiteral("messages"), TablePage::Needs::OneRow, messagePermission),
        [this, room] { desk_.messageRoom(room()); });
    const auto isLocked = [](const QJsonObject& row) { return row.value(QLatin1String("locked")).toBool(); };
    auto lock = pageAction(tr("Lock"), QStringLiteral("lock"), TablePage::Needs::OneRow, moderatePermission);
    lock.fits = [isLocked](const QJsonObject& row) { return !isLocked(row); };
    page->addAction(lock, [this, room] { desk_.setLocked(room(), true); });
    auto unlock =
        pageAction(tr("Unlock"), QStringLiteral("unlock"), TablePage::Needs::OneRow, moderatePermission);
    unlock.fits = isLocked;
    page->addAction(unlock, [this, room] { desk_.setLocked(room(), false); });
    page->addAction(
        pageAction(tr("Rules…"), QStringLiteral("settings"), TablePage::Needs::OneRow, moderatePermission),
        [this, room] { desk_.changeRoom(room()); });
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
    page->model().setTone(
        [](const QJsonObject& row) { return faintIf(!row.value(QLatin1String("active")).toBool(true)); });
    auto lift = pageAction(tr("Lift"), QStringLiteral("undo"), TablePage::Needs::Rows, moderatePermission);
    lift.shortcut = QKeySequence(Qt::Key_Delete);
    lift.fits = [](const QJsonObject& row) { return row.value(QLatin1String("active")).toBool(true); };
    page->addAction(lift, [this, page, isBan] {
        desk_.lift(isBan ? QStringLiteral("bans") : QStringLiteral("mutes"), page->selected());
    });
    page->addAction(
        pageAction(isBan ? tr("Ban…") : tr("Mute…"), symbol, TablePage::Needs::Nothing, moderatePermission),
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
                     {tr("Lockdown"), QStringLiteral("lockdown")},
                     {tr("Connections"), QStringLiteral("connection.")},
                     {tr("Reports"), QStringLiteral("report.")},
                     {tr("Users"), QStringLiteral("user.")},
                     {tr("Operators"), QStringLiteral("operator.")},
                     {tr("Server"), QStringLiteral("server.")}});
    addOperatorField(*page);
    addSince(*page);
    page->addAction(pageAction(tr("Verify"), QStringLiteral("done"), TablePage::Needs::Nothing),
                    [this] { verifyAudit(); });
    page->addAction(pageAction(tr("Export…"), QStringLiteral("save"), TablePage::Needs::Nothing),
                    [this] { exportList(Page::Audit); });
}

void ConsolePages::addOperatorField(TablePage& page) {
    auto* const who = new QLineEdit(&page);
    who->setPlaceholderText(tr("Operator"));
    who->setAccessibleName(tr("Only what this operator did"));
    who->setToolTip(who->accessibleName());
    who->setClearButtonEnabled(true);
    who->setMaximumWidth(130);
    who->setFixedHeight(page.fontMetrics().height() + 14);
    page.addToHeader(who);
    connect(who, &QLineEdit::editingFinished, &page,
            [who, &page] { page.model().setParameter(QStringLiteral("actor"), who->text().trimmed()); });
}

void ConsolePages::addSince(TablePage& page) {
    auto* const since = new QComboBox(&page);
    since->setAccessibleName(tr("From when on"));
    since->setToolTip(since->accessibleName());
    since->setFixedHeight(page.fontMetrics().height() + 14);
    for (const auto& [text, days] : {std::pair(tr("At any time"), 0), std::pair(tr("Last 24 hours"), 1),
                                     std::pair(tr("Last 7 days"), 7), std::pair(tr("Last 30 days"), 30)})
        since->addItem(text, days);
    page.addToHeader(since);
    // Counted from when it is chosen.
    connect(since, &QComboBox::currentIndexChanged, &page, [since, &page] {
        const int days = since->currentData().toInt();
        const QString from = QDateTime::currentDateTimeUtc().addDays(-days).toString(Qt::ISODate);
        page.model().setParameter(QStringLiteral("since"), days == 0 ? QString() : from);
    });
}

void ConsolePages::addLogs() {
    auto* const page =
        add(Page::Logs, lists::logs(), QStringLiteral("logs"), tr("Log"), tr("Find in the log"),
            tr("The log is empty"), tr("Nothing of this kind has been logged since the start."));
    page->model().setRefreshInterval(logInterval);
    page->addToggle(tr("Follow"), QStringLiteral("follow"),
                    tr("New records appear as they are made; without it the list stands still"), true,
                    [page](bool on) { page->model().setFollowing(on); });
    page->addChoice(QStringLiteral("level"), tr("From which level on"),
                    {{tr("Everything"), QString()},
                     {tr("Information"), QStringLiteral("info")},
                     {tr("Warnings"), QStringLiteral("warning")},
                     {tr("Errors"), QStringLiteral("error")}});
    page->model().setTone([](const QJsonObject& row) {
        const QString level = rowField(row, "level");
        return level == QLatin1String("error")     ? PagedModel::Tone::Danger
               : level == QLatin1String("warning") ? PagedModel::Tone::Warning
                                                   : faintIf(level == QLatin1String("debug"));
    });
}

void ConsolePages::addServer() {
    server_ = new ServerPage(client_, desk_, &parent_);
    entries_.append({Page::Server, QStringLiteral("server"), tr("Server"), server_, nullptr});
    connect(server_, &ServerPage::told, this, [this](const QString& text) { Q_EMIT told(text, {}); });
    connect(server_, &ServerPage::failed, this, &ConsolePages::failed);
}

void ConsolePages::addConfiguration() {
    auto* const page = add(Page::Configuration, lists::configuration(), QStringLiteral("settings"),
                           tr("Configuration"), tr("Find a key"), tr("No such key"), {});
    // What somebody has set stands out.
    page->model().setTone(
        [](const QJsonObject& row) { return faintIf(rowField(row, "source") == QLatin1String("default")); });
}

void ConsolePages::addSessions() {
    auto* const page = add(Page::Sessions, lists::sessions(), QStringLiteral("key"), tr("Sessions"), {},
                           tr("No sessions"), tr("Who is logged in as an operator."));
    auto end = pageAction(tr("End"), QStringLiteral("power"), TablePage::Needs::Rows);
    end.shortcut = QKeySequence(Qt::Key_Delete);
    page->addAction(end, [this, page] { revoke(page->selected()); });
}

void ConsolePages::revoke(const QVector<QJsonObject>& sessions) {
    for (const QJsonObject& session : sessions) {
        client_.post(QStringLiteral("/sessions/%1/revoke").arg(rowField(session, "id")), {}, this,
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

void ConsolePages::exportList(Page page) {
    TablePage* const shown = table(page);
    if (shown == nullptr)
        return;
    const PagedModel& model = shown->model();
    auto* const job = new ListExport(client_, {model.spec(), model.request()}, parent_);
    connect(job, &ListExport::told, this, [this](const QString& text) { Q_EMIT told(text, {}); });
    connect(job, &ListExport::failed, this, &ConsolePages::failed);
    job->begin();
}

int ConsolePages::placeOf(Page page) const {
    const auto found = std::find_if(entries_.begin(), entries_.end(),
                                    [page](const Entry& entry) { return entry.page == page; });
    return static_cast<int>(found - entries_.begin());
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
    permissions_ = permissions;
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
