#include "views/ConnectionActions.h"

#include "models/ConnectionsModel.h"
#include "models/RowsFetch.h"
#include "views/ConnectionsView.h"
#include "views/Icon.h"
#include "views/RowsAsText.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QSet>

#include <algorithm>
#include <utility>

namespace chinwag::admin {

namespace {

constexpr QLatin1String user("user");
constexpr QLatin1String address("address");
constexpr QLatin1String device("device");

// Each once: by the user where there is one, by the address otherwise.
QVector<RuleTarget> targetsOf(const QVector<ConnectionInfo>& connections) {
    QVector<RuleTarget> targets;
    QSet<QString> seen;
    for (const ConnectionInfo& info : connections) {
        const bool isNamed = !info.user.isEmpty();
        const RuleTarget target{QString(isNamed ? user : address), isNamed ? info.user : info.address};
        const QString both = target.kind + u' ' + target.value;
        if (!seen.contains(both))
            targets.append(target);
        seen.insert(both);
    }
    return targets;
}

} // namespace

ConnectionActions::ConnectionActions(ConnectionsModel& model, ConnectionsView& view, QObject* parent)
    : QObject(parent), model_(model), view_(view) {
    kick_ = make(tr("Kick…"), QStringLiteral("kick"), tr("Close the connections that are chosen (Delete)"),
                 {QKeySequence(Qt::Key_Delete), QKeySequence(Qt::CTRL | Qt::Key_K)},
                 [this] { withChosen([this](const auto& chosen) { Q_EMIT kickRequested(chosen); }); });
    ban_ = make(
        tr("Ban…"), QStringLiteral("ban"), tr("Keep the users or addresses that are chosen out (Ctrl+B)"),
        {QKeySequence(Qt::CTRL | Qt::Key_B)},
        [this] { withChosen([this](const auto& chosen) { Q_EMIT banRequested(targetsOf(chosen)); }); });
    mute_ =
        make(tr("Mute…"), QStringLiteral("mute"), tr("Let those who are chosen read but not write (Ctrl+M)"),
             {QKeySequence(Qt::CTRL | Qt::Key_M)},
             [this] { withChosen([this](const auto& chosen) { Q_EMIT muteRequested(targetsOf(chosen)); }); });
    message_ =
        make(tr("Message…"), QStringLiteral("messages"),
             tr("Say something to the one that is chosen (Ctrl+Return)"),
             {QKeySequence(Qt::CTRL | Qt::Key_Return)}, [this] { Q_EMIT messageRequested(*theOne()); });
    trace_ = make(tr("Trace…"), QStringLiteral("search"),
                  tr("Look at the frames of the connection that is chosen (Ctrl+T)"),
                  {QKeySequence(Qt::CTRL | Qt::Key_T)}, [this] { Q_EMIT traceRequested(*theOne()); });
    copy_ = make(tr("Copy"), QStringLiteral("copy"), tr("Copy the rows that are chosen (Ctrl+C)"),
                 {QKeySequence(QKeySequence::Copy)}, [this] { copyRows(); });
    copyAddress_ = make(tr("Copy address"), {}, {}, {}, [this] { copyAddresses(); });
    kickAll_ = make(tr("Kick all that match…"), QStringLiteral("kick"),
                    tr("Close every connection that fits the filters, also those further down"), {},
                    [this] { Q_EMIT kickAllRequested(model_.query().toFilters()); });
    connect(view_.selectionModel(), &QItemSelectionModel::selectionChanged, this, &ConnectionActions::update);
}

ConnectionActions::~ConnectionActions() = default;

QAction* ConnectionActions::make(const QString& text, const QString& symbol, const QString& toolTip,
                                 const QList<QKeySequence>& keys, std::function<void()> act) {
    auto* const action = new QAction(text, this);
    action->setToolTip(toolTip);
    action->setShortcuts(keys);
    // In the table only: in the field above, Delete and Copy are about its text.
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, [act = std::move(act)] { act(); });
    view_.addAction(action);
    symbols_.insert(action, symbol);
    return action;
}

void ConnectionActions::addButtons(QHBoxLayout& row, QWidget& owner) {
    for (QAction* const action : {kick_, kickAll_, ban_, mute_, message_, trace_, copy_}) {
        auto* const button = new QPushButton(action->text(), &owner);
        button->setToolTip(action->toolTip());
        button->setFixedHeight(owner.fontMetrics().height() + 14);
        connect(button, &QPushButton::clicked, action, &QAction::trigger);
        row.addWidget(button);
        buttons_.append({action, button});
    }
    paintIcons(owner);
    update();
}

void ConnectionActions::paintIcons(const QWidget& owner) {
    for (auto it = symbols_.cbegin(); it != symbols_.cend(); ++it) {
        if (!it.value().isEmpty())
            it.key()->setIcon(symbolIcon(it.value(), &owner));
    }
    for (const Button& button : std::as_const(buttons_))
        button.widget->setIcon(button.action->icon());
}

void ConnectionActions::fillMenu(QMenu& menu, const ConnectionInfo* clicked) {
    if (mayKick_) {
        menu.addAction(kick_);
        menu.addAction(kickAll_);
    }
    if (mayMessage_)
        menu.addAction(message_);
    if (mayModerate_) {
        menu.addActions({mute_, ban_});
        if (clicked != nullptr && !clicked->user.isEmpty())
            connect(
                menu.addAction(tr("Ban the address…")), &QAction::triggered, this,
                [this, target = RuleTarget{address, clicked->address}] { Q_EMIT banRequested({target}); });
        if (clicked != nullptr && !clicked->device.isEmpty())
            connect(menu.addAction(tr("Ban the device…")), &QAction::triggered, this,
                    [this, target = RuleTarget{device, clicked->device}] { Q_EMIT banRequested({target}); });
        menu.addAction(trace_);
    }
    menu.addSeparator();
    menu.addActions({copy_, copyAddress_});
}

void ConnectionActions::setPermissions(const QStringList& permissions) {
    mayKick_ = permissions.contains(QStringLiteral("kick"));
    mayModerate_ = permissions.contains(QStringLiteral("moderate"));
    mayMessage_ = permissions.contains(QStringLiteral("message"));
    update();
}

const ConnectionInfo* ConnectionActions::theOne() const {
    const auto rows = view_.selectedRowNumbers();
    const ConnectionInfo* const info = rows.size() == 1 ? model_.at(rows.front()) : nullptr;
    return info == nullptr || info->gone ? nullptr : info;
}

void ConnectionActions::update() {
    const auto count = static_cast<int>(view_.selectedRowNumbers().size());
    const bool any = count > 0;
    const bool one = theOne() != nullptr;
    kick_->setEnabled(any && mayKick_);
    kick_->setText(count > 1 ? tr("Kick %n…", nullptr, count) : tr("Kick…"));
    ban_->setEnabled(any && mayModerate_);
    mute_->setEnabled(any && mayModerate_);
    message_->setEnabled(one && mayMessage_);
    trace_->setEnabled(one && mayModerate_);
    copy_->setEnabled(any);
    copyAddress_->setEnabled(any);
    // Nobody is chosen, but some are singled out: the button is for all of those.
    kickAll_->setEnabled(mayKick_ && model_.query().isFiltered() && model_.rowCount() > 0);
    const bool isForAll = !any && kickAll_->isEnabled();
    for (const Button& button : std::as_const(buttons_)) {
        button.widget->setEnabled(button.action->isEnabled());
        button.widget->setText(button.action->text());
    }
    for (const auto& [action, widget] : std::as_const(buttons_)) {
        if (action == kick_ || action == kickAll_)
            widget->setVisible(mayKick_ && (action == kickAll_) == isForAll);
        else if (action == ban_ || action == mute_ || action == trace_)
            widget->setVisible(mayModerate_);
        else if (action == message_)
            widget->setVisible(mayMessage_);
    }
}

QVector<ConnectionInfo> ConnectionActions::chosenHere() const {
    QVector<ConnectionInfo> chosen;
    for (const int row : view_.selectedRowNumbers()) {
        const ConnectionInfo* const info = model_.at(row);
        if (info != nullptr && !info->gone)
            chosen.append(*info);
    }
    return chosen;
}

void ConnectionActions::withChosen(Chosen act) {
    const auto giveTo = [](const Chosen& taker, const QVector<ConnectionInfo>& chosen) {
        if (!chosen.isEmpty())
            taker(chosen);
    };
    const auto rows = view_.selectedRowNumbers();
    const bool allHere =
        std::all_of(rows.begin(), rows.end(), [this](int row) { return model_.at(row) != nullptr; });
    if (allHere)
        return giveTo(act, chosenHere());
    naming_ = std::make_unique<RowsFetch>(model_.client(), model_.list(), rows);
    connect(naming_.get(), &RowsFetch::finished, this,
            [this, giveTo, act = std::move(act)](const QVector<ConnectionInfo>& chosen) {
                naming_.release()->deleteLater();
                giveTo(act, chosen);
            });
    connect(naming_.get(), &RowsFetch::failed, this, [this](const ApiError& error) {
        naming_.release()->deleteLater();
        Q_EMIT failed(tr("The chosen connections could not be read: %1").arg(error.message()));
    });
    naming_->start();
}

void ConnectionActions::copyRows() {
    QApplication::clipboard()->setText(rowsAsText(view_, view_.selectedRowNumbers()));
}

void ConnectionActions::copyAddresses() {
    QStringList addresses;
    const auto chosen = chosenHere();
    for (const ConnectionInfo& info : chosen) {
        if (!addresses.contains(info.address))
            addresses << info.address;
    }
    QApplication::clipboard()->setText(addresses.join(u'\n'));
}

} // namespace chinwag::admin
