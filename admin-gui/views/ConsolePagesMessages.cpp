// The pages about what was said: messages, and reports of them.
#include "models/Lists.h"
#include "views/ConsolePages.h"
#include "views/ContextDialog.h"
#include "views/ModerationDesk.h"
#include "views/PageParts.h"
#include "views/TablePage.h"

#include <QLineEdit>

namespace chinwag::admin {

namespace {

using Needs = TablePage::Needs;

QJsonObject reported(const QJsonObject& report) {
    return report.value(QLatin1String("message")).toObject();
}

// What is said about a message in a report, as the list of messages has it.
QVector<QJsonObject> reportedMessages(const QVector<QJsonObject>& reports) {
    QVector<QJsonObject> messages;
    for (const QJsonObject& report : reports) {
        QJsonObject message = reported(report);
        message.insert(QStringLiteral("room"), report.value(QLatin1String("channel")));
        messages.append(message);
    }
    return messages;
}

qint64 seqOf(const QJsonObject& message) {
    return message.value(QLatin1String("seq")).toInteger();
}

bool saysSomething(const QJsonObject& message) {
    return !lists::messageText(message).isEmpty();
}

bool hasUser(const QJsonObject& message) {
    return !rowField(message, "user").isEmpty();
}

} // namespace

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
    page->model().setTone([](const QJsonObject& row) { return faintIf(!saysSomething(row)); });
    connect(room_, &QLineEdit::editingFinished, this, [this, page] {
        const QString room = room_->text().trimmed();
        if (!room.isEmpty())
            page->model().setParameter(QStringLiteral("room"), lists::roomChannel(room));
    });
    auto context = pageAction(tr("Context"), QStringLiteral("rooms"), Needs::OneRow);
    context.shortcut = QKeySequence(Qt::Key_Return);
    page->addAction(context, [this, page] {
        showContext(page->model().parameter(QStringLiteral("room")), seqOf(page->selected().constFirst()));
    });
    page->addAction(pageAction(tr("Export…"), QStringLiteral("save"), Needs::Nothing),
                    [this] { exportList(Page::Messages); });
    auto redact = pageAction(tr("Redact…"), QStringLiteral("remove"), Needs::Rows, moderatePermission);
    redact.shortcut = QKeySequence(Qt::Key_Delete);
    redact.fits = saysSomething;
    page->addAction(redact, [this, page] {
        desk_.redact(messagesOf(page->selected(), page->model().parameter(QStringLiteral("room"))));
    });
    addAuthorActions(*page);
}

void ConsolePages::addAuthorActions(TablePage& page) {
    for (const bool isBan : {false, true}) {
        auto rule = menuAction(isBan ? tr("Ban the author…") : tr("Mute the author…"),
                               isBan ? QStringLiteral("ban") : QStringLiteral("mute"), Needs::Rows,
                               moderatePermission);
        rule.fits = hasUser;
        page.addAction(rule, [this, isBan, &page] {
            const auto users = usersOf(page.selected());
            isBan ? desk_.banEach(users) : desk_.muteEach(users);
        });
    }
    auto purge = menuAction(tr("Purge the author's messages…"), QStringLiteral("remove"), Needs::OneRow,
                            moderatePermission);
    purge.fits = hasUser;
    page.addAction(purge, [this, &page] { desk_.purge(rowField(page.selected().constFirst(), "user")); });
}

void ConsolePages::addReports() {
    auto* const page =
        add(Page::Reports, lists::reports(), QStringLiteral("report"), tr("Reports"), {},
            tr("Nothing to look at"),
            tr("What chatters report appears here: A settles a report, D dismisses it, R takes "
               "the message away, B bans its author, Enter shows what was said around it."));
    page->addChoice(QStringLiteral("state"), tr("Which reports"),
                    {{tr("Open"), QStringLiteral("open")},
                     {tr("Resolved"), QStringLiteral("resolved")},
                     {tr("All"), QString()}});
    const auto isOpen = [](const QJsonObject& row) { return rowField(row, "outcome").isEmpty(); };
    auto context = pageAction(tr("Context"), QStringLiteral("rooms"), Needs::OneRow);
    context.shortcut = QKeySequence(Qt::Key_Return);
    context.fits = [](const QJsonObject& row) { return seqOf(reported(row)) > 0; };
    page->addAction(context, [this, page] {
        const QJsonObject row = page->selected().constFirst();
        showContext(rowField(row, "channel"), seqOf(reported(row)));
    });
    auto settle = pageAction(tr("Settle"), QStringLiteral("done"), Needs::Rows, moderatePermission);
    settle.shortcut = QKeySequence(Qt::Key_A);
    settle.fits = isOpen;
    page->addAction(settle, [this, page] { desk_.resolve(page->selected(), QStringLiteral("acted")); });
    auto dismiss = pageAction(tr("Dismiss"), QStringLiteral("close"), Needs::Rows, moderatePermission);
    dismiss.shortcut = QKeySequence(Qt::Key_D);
    dismiss.fits = isOpen;
    page->addAction(dismiss, [this, page] { desk_.resolve(page->selected(), QStringLiteral("dismissed")); });
    auto redact = pageAction(tr("Redact…"), QStringLiteral("remove"), Needs::Rows, moderatePermission);
    redact.shortcut = QKeySequence(Qt::Key_R);
    redact.fits = [](const QJsonObject& row) { return saysSomething(reported(row)); };
    page->addAction(redact,
                    [this, page] { desk_.redact(messagesOf(reportedMessages(page->selected()), {})); });
    auto ban = pageAction(tr("Ban…"), QStringLiteral("ban"), Needs::Rows, moderatePermission);
    ban.shortcut = QKeySequence(Qt::Key_B);
    ban.fits = [](const QJsonObject& row) { return hasUser(reported(row)); };
    page->addAction(ban, [this, page] { desk_.banEach(usersOf(reportedMessages(page->selected()))); });
}

void ConsolePages::showContext(const QString& room, qint64 seq) {
    const bool mayModerate = !permissions_ || permissions_->contains(moderatePermission);
    auto* const dialog = new ContextDialog(client_, room, seq, mayModerate, &parent_);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ContextDialog::redactRequested, &desk_,
            [this, room](const QVector<QJsonObject>& rows) { desk_.redact(messagesOf(rows, room)); });
    connect(&desk_, &ModerationDesk::changed, &dialog->model(), &ContextModel::load);
    dialog->show();
}

} // namespace chinwag::admin
