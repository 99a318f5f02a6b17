#include "views/ConnectionsPage.h"

#include "models/ConnectionText.h"
#include "models/ConnectionsModel.h"
#include "models/Format.h"
#include "models/RowsFetch.h"
#include "views/ConnectionsView.h"
#include "views/DetailsPane.h"
#include "views/FilterBar.h"
#include "views/FilterDialog.h"
#include "views/Icon.h"
#include "views/Notice.h"
#include "views/Panel.h"
#include "views/RowsAsText.h"
#include "views/Tones.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSettings>
#include <QStackedLayout>

#include <QVBoxLayout>

#include <algorithm>

namespace chinwag::admin {

namespace {

constexpr std::chrono::milliseconds typingPause{300};
constexpr QLatin1String layoutKey("connections/layout");
constexpr QLatin1String detailsKey("connections/details");

} // namespace

ConnectionsPage::ConnectionsPage(ConnectionsModel& model, QWidget* parent)
    : QWidget(parent),
      model_(model),
      filters_(new FilterBar(this)),
      view_(new ConnectionsView(model_, this)),
      trouble_(new QLabel(this)) {
    typing_.setSingleShot(true);
    typing_.setInterval(typingPause);
    connect(&typing_, &QTimer::timeout, this, &ConnectionsPage::applyText);
    buildActions();
    filters_->setFilters({});
    trouble_->setWordWrap(true);
    trouble_->hide();

    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 14, 20, 16);
    layout->setSpacing(10);
    layout->addLayout(buildHeader());
    layout->addWidget(filters_);
    layout->addWidget(trouble_);
    auto* const body = new QHBoxLayout;
    body->setSpacing(10);
    body->addWidget(buildTable(), 1);
    details_ = new DetailsPane(model_, *view_, this);
    details_->hide();
    body->addWidget(details_);
    layout->addLayout(body, 1);
    connect(detailsButton_, &QPushButton::toggled, details_, &QWidget::setVisible);

    connect(filters_, &FilterBar::removed, this, &ConnectionsPage::removeFilter);
    connect(filters_, &FilterBar::cleared, this, [this] {
        ConnectionQuery query = model_.query();
        query.filters.clear();
        setQuery(query);
    });
    connect(&model_, &ConnectionsModel::statusChanged, this, &ConnectionsPage::updateStatus);
    connect(view_->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &ConnectionsPage::updateActions);
    paintIcons();
    updateStatus();
}

ConnectionsPage::~ConnectionsPage() = default;

QLayout* ConnectionsPage::buildHeader() {
    auto* const heading = new QLabel(tr("Connections"), this);
    makeHeading(heading, 1.45);
    count_ = new QLabel(this);
    makeMuted(count_);
    text_ = new QLineEdit(this);
    text_->setClearButtonEnabled(true);
    text_->setPlaceholderText(tr("Find a name, address or room"));
    text_->setAccessibleName(tr("Find connections"));
    text_->setMinimumWidth(96);
    text_->setMaximumWidth(300);
    connect(text_, &QLineEdit::textChanged, &typing_, qOverload<>(&QTimer::start));
    connect(text_, &QLineEdit::returnPressed, this, &ConnectionsPage::applyText);

    addFilter_ = new QPushButton(this);
    addFilter_->setText(tr("Filter…"));
    addFilter_->setToolTip(tr("Add a condition on a column"));
    connect(addFilter_, &QPushButton::clicked, this, &ConnectionsPage::askForFilter);

    columns_ = new QPushButton(this);
    columns_->setText(tr("Columns"));
    columns_->setToolTip(tr("Choose the columns"));
    auto* const menu = new QMenu(columns_);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        menu->clear();
        view_->fillColumnMenu(*menu);
    });
    columns_->setMenu(menu);

    detailsButton_ = new QPushButton(tr("Details"), this);
    detailsButton_->setCheckable(true);
    detailsButton_->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_I));
    detailsButton_->setToolTip(tr("All of the connection that is chosen (Ctrl+I)"));

    kickButton_ = new QPushButton(this);
    kickButton_->setToolTip(kick_->toolTip());
    connect(kickButton_, &QPushButton::clicked, this,
            [this] { (kick_->isEnabled() ? kick_ : kickAll_)->trigger(); });

    auto* const row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(heading);
    row->addWidget(count_);
    row->addStretch(1);
    row->addWidget(text_, 2);
    row->addWidget(addFilter_);
    row->addWidget(columns_);
    row->addWidget(detailsButton_);
    row->addWidget(kickButton_);
    for (QWidget* const widget : {static_cast<QWidget*>(addFilter_), static_cast<QWidget*>(columns_),
                                  static_cast<QWidget*>(detailsButton_), static_cast<QWidget*>(kickButton_),
                                  static_cast<QWidget*>(text_)})
        widget->setFixedHeight(fontMetrics().height() + 14);
    return row;
}

QWidget* ConnectionsPage::buildTable() {
    auto* const frame = new Panel(Panel::Look::Surface, this);
    frame->setRadius(3);
    frame->setContentsMargins(1, 1, 1, 1); // a QStackedLayout ignores its own
    notice_ = new Notice(frame);
    stack_ = new QStackedLayout(frame);
    stack_->addWidget(view_);
    stack_->addWidget(notice_);
    connect(view_, &QWidget::customContextMenuRequested, this, &ConnectionsPage::showContextMenu);
    connect(notice_, &Notice::actionClicked, this, [this] {
        if (model_.error())
            model_.refresh();
        else
            clearFilters();
    });
    return frame;
}

void ConnectionsPage::buildActions() {
    kick_ = new QAction(tr("Kick…"), this);
    kick_->setShortcuts({QKeySequence(Qt::Key_Delete), QKeySequence(Qt::CTRL | Qt::Key_K)});
    kick_->setToolTip(tr("Close the connections that are chosen (Delete)"));
    connect(kick_, &QAction::triggered, this, &ConnectionsPage::requestKick);
    kickAll_ = new QAction(tr("Kick all that match…"), this);
    kickAll_->setToolTip(tr("Close every connection that fits the filters, also those further down"));
    connect(kickAll_, &QAction::triggered, this,
            [this] { Q_EMIT kickAllRequested(model_.query().toFilters()); });
    copy_ = new QAction(tr("Copy"), this);
    copy_->setShortcut(QKeySequence::Copy);
    connect(copy_, &QAction::triggered, this, &ConnectionsPage::copyRows);
    copyAddress_ = new QAction(tr("Copy address"), this);
    connect(copyAddress_, &QAction::triggered, this, &ConnectionsPage::copyAddresses);
    // In the table only: in the field above, Delete and Copy are about its text.
    for (QAction* const action : {kick_, copy_, copyAddress_}) {
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        view_->addAction(action);
    }
}

void ConnectionsPage::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (kickButton_ != nullptr && event->type() == QEvent::PaletteChange)
        paintIcons();
}

void ConnectionsPage::paintIcons() {
    addFilter_->setIcon(symbolIcon(QStringLiteral("filter"), this));
    columns_->setIcon(symbolIcon(QStringLiteral("columns"), this));
    detailsButton_->setIcon(symbolIcon(QStringLiteral("details"), this));
    kick_->setIcon(symbolIcon(QStringLiteral("kick"), this));
    kickAll_->setIcon(kick_->icon());
    kickButton_->setIcon(kick_->icon());
    copy_->setIcon(symbolIcon(QStringLiteral("copy"), this));
    QPalette troubled = trouble_->palette();
    troubled.setColor(QPalette::WindowText, Tones::of(palette()).danger);
    trouble_->setPalette(troubled);
    const QList<QAction*> actions = text_->actions();
    if (actions.isEmpty() || actions.constFirst()->objectName() != QLatin1String("search")) {
        QAction* const search =
            text_->addAction(symbolIcon(QStringLiteral("search"), this), QLineEdit::LeadingPosition);
        search->setObjectName(QStringLiteral("search"));
        connect(search, &QAction::triggered, this, &ConnectionsPage::focusFilter);
    } else {
        actions.constFirst()->setIcon(symbolIcon(QStringLiteral("search"), this));
    }
}

void ConnectionsPage::restore(const QSettings& settings) {
    view_->restoreLayout(settings.value(layoutKey).toByteArray());
    detailsButton_->setChecked(settings.value(detailsKey, false).toBool());
}

void ConnectionsPage::save(QSettings& settings) const {
    settings.setValue(layoutKey, view_->layoutState());
    settings.setValue(detailsKey, detailsButton_->isChecked());
}

void ConnectionsPage::focusFilter() {
    text_->setFocus(Qt::ShortcutFocusReason);
    text_->selectAll();
}

void ConnectionsPage::setQuery(const ConnectionQuery& query) {
    if (query == model_.query())
        return;
    view_->clearSelection();
    view_->verticalScrollBar()->setValue(0);
    model_.setQuery(query);
    filters_->setFilters(query.filters);
    updateStatus();
}

void ConnectionsPage::applyText() {
    typing_.stop();
    ConnectionQuery query = model_.query();
    query.text = text_->text().trimmed();
    setQuery(query);
}

void ConnectionsPage::addFilter(const ConnectionFilter& filter) {
    ConnectionQuery query = model_.query();
    query.setFilter(filter);
    setQuery(query);
}

void ConnectionsPage::removeFilter(const ConnectionFilter& filter) {
    ConnectionQuery query = model_.query();
    query.filters.removeAll(filter);
    setQuery(query);
}

void ConnectionsPage::clearFilters() {
    text_->clear();
    typing_.stop();
    ConnectionQuery query = model_.query();
    query.text.clear();
    query.filters.clear();
    setQuery(query);
}

void ConnectionsPage::askForFilter() {
    auto* const dialog = new FilterDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { addFilter(dialog->filter()); });
    dialog->open();
}

QVector<ConnectionInfo> ConnectionsPage::selected() const {
    QVector<ConnectionInfo> chosen;
    for (const int row : view_->selectedRowNumbers()) {
        const ConnectionInfo* const info = model_.at(row);
        if (info != nullptr && !info->gone)
            chosen.append(*info);
    }
    return chosen;
}

void ConnectionsPage::requestKick() {
    const auto rows = view_->selectedRowNumbers();
    const bool allHere =
        std::all_of(rows.begin(), rows.end(), [this](int row) { return model_.at(row) != nullptr; });
    if (allHere)
        return nameVictims(selected());
    naming_ = std::make_unique<RowsFetch>(model_.client(), model_.list(), rows);
    connect(naming_.get(), &RowsFetch::finished, this, &ConnectionsPage::nameVictims);
    connect(naming_.get(), &RowsFetch::failed, this, [this](const ApiError& error) {
        naming_.release()->deleteLater();
        trouble_->setText(tr("The chosen connections could not be read: %1").arg(error.message()));
        trouble_->show();
    });
    naming_->start();
}

void ConnectionsPage::nameVictims(const QVector<ConnectionInfo>& victims) {
    if (naming_)
        naming_.release()->deleteLater();
    if (!victims.isEmpty())
        Q_EMIT kickRequested(victims);
}

void ConnectionsPage::copyRows() {
    QApplication::clipboard()->setText(rowsAsText(*view_, view_->selectedRowNumbers()));
}

void ConnectionsPage::copyAddresses() {
    QStringList addresses;
    const auto chosen = selected();
    for (const ConnectionInfo& info : chosen) {
        if (!addresses.contains(info.address))
            addresses << info.address;
    }
    QApplication::clipboard()->setText(addresses.join(u'\n'));
}

void ConnectionsPage::setPermissions(const QStringList& permissions) {
    mayKick_ = permissions.contains(QStringLiteral("kick"));
    mayModerate_ = permissions.contains(QStringLiteral("moderate"));
    mayMessage_ = permissions.contains(QStringLiteral("message"));
    updateActions();
}

void ConnectionsPage::updateActions() {
    const auto chosen = view_->selectedRowNumbers();
    const bool any = !chosen.empty();
    kick_->setEnabled(any && mayKick_);
    kickButton_->setVisible(mayKick_);
    copy_->setEnabled(any);
    copyAddress_->setEnabled(any);
    kick_->setText(chosen.size() > 1 ? tr("Kick %n…", nullptr, static_cast<int>(chosen.size()))
                                     : tr("Kick…"));
    // Nobody is chosen, but some are singled out: the button is for all of those.
    kickAll_->setEnabled(mayKick_ && model_.query().isFiltered() && model_.rowCount() > 0);
    const QAction* const shown = any || !kickAll_->isEnabled() ? kick_ : kickAll_;
    kickButton_->setText(shown->text());
    kickButton_->setToolTip(shown->toolTip());
    kickButton_->setEnabled(shown->isEnabled());
}

void ConnectionsPage::updateStatus() {
    updateActions();
    const bool filtered = model_.query().isFiltered();
    const auto rows = static_cast<double>(model_.rowCount());
    const QString open = Format::count(static_cast<double>(model_.open()));
    count_->setText(filtered ? tr("%1 of %2 open").arg(Format::count(rows), open) : tr("%1 open").arg(open));
    trouble_->setVisible(model_.error().has_value() && model_.rowCount() > 0);
    if (model_.error())
        trouble_->setText(tr("The list could not be renewed: %1").arg(model_.error()->message()));

    if (model_.rowCount() > 0) {
        stack_->setCurrentWidget(view_);
        return;
    }
    if (model_.error())
        notice_->tell(QStringLiteral("warning"), tr("The list cannot be shown"), model_.error()->message(),
                      tr("Try again"));
    else if (model_.isLoading())
        notice_->tell(QStringLiteral("connections"), tr("Asking the server…"), QString(), QString());
    else if (filtered)
        notice_->tell(QStringLiteral("search"), tr("Nobody matches"),
                      tr("None of the open connections fits what you are looking for."),
                      tr("Show everybody"));
    else
        notice_->tell(QStringLiteral("connections"), tr("Nobody is connected"),
                      tr("As soon as somebody opens the chat, they appear here."), QString());
    stack_->setCurrentWidget(notice_);
}

} // namespace chinwag::admin
