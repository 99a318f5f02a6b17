// The menu of a row: what can be done about whom it shows.
#include "models/ConnectionsModel.h"
#include "views/ConnectionsPage.h"
#include "views/ConnectionsView.h"
#include "views/Icon.h"

#include <QAction>
#include <QMenu>

namespace chinwag::admin {

void ConnectionsPage::showContextMenu(const QPoint& position) {
    auto* const menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const ConnectionInfo* const info = model_.at(view_->indexAt(position).row());
    if (mayKick_) {
        menu->addAction(kick_);
        menu->addAction(kickAll_);
    }
    if (info != nullptr && mayMessage_)
        connect(menu->addAction(symbolIcon(QStringLiteral("messages"), this), tr("Message…")),
                &QAction::triggered, this, [this, to = *info] { Q_EMIT messageRequested(to); });
    if (info != nullptr && mayModerate_)
        offerRules(*menu, *info);
    menu->addSeparator();
    menu->addAction(copy_);
    menu->addAction(copyAddress_);
    if (info != nullptr) {
        menu->addSeparator();
        const auto offer = [&](const QString& text, Column column, const QString& value) {
            QAction* const action = menu->addAction(text);
            action->setEnabled(!value.isEmpty());
            connect(action, &QAction::triggered, this, [this, column, value] {
                addFilter({column, ConnectionFilter::Kind::Contains, value});
            });
        };
        offer(tr("Only the address %1").arg(info->address), Column::Address, info->address);
        offer(tr("Only the user %1").arg(info->user), Column::User, info->user);
        offer(tr("Only the room %1").arg(info->room), Column::Room, info->room);
    }
    menu->popup(view_->viewport()->mapToGlobal(position));
}

void ConnectionsPage::offerRules(QMenu& menu, const ConnectionInfo& info) {
    const QString user = QStringLiteral("user");
    const QString address = QStringLiteral("address");
    const bool isNamed = !info.user.isEmpty();
    const RuleTarget target{isNamed ? user : address, isNamed ? info.user : info.address};
    connect(menu.addAction(symbolIcon(QStringLiteral("mute"), this), tr("Mute…")), &QAction::triggered, this,
            [this, target] { Q_EMIT muteRequested(target); });
    connect(menu.addAction(symbolIcon(QStringLiteral("ban"), this), tr("Ban…")), &QAction::triggered, this,
            [this, target] { Q_EMIT banRequested(target); });
    if (isNamed)
        connect(menu.addAction(tr("Ban the address…")), &QAction::triggered, this,
                [this, target = RuleTarget{address, info.address}] { Q_EMIT banRequested(target); });
    if (!info.gone)
        connect(menu.addAction(symbolIcon(QStringLiteral("search"), this), tr("Trace…")), &QAction::triggered,
                this, [this, info] { Q_EMIT traceRequested(info); });
}

} // namespace chinwag::admin
