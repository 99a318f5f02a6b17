#include "views/ConnectionsPage.h"

#include "models/ConnectionText.h"
#include "models/ConnectionsModel.h"
#include "models/Format.h"
#include "models/QueryText.h"
#include "views/ConnectionsView.h"
#include "views/DetailsPane.h"
#include "views/FilterBar.h"
#include "views/FilterDialog.h"
#include "views/Icon.h"
#include "views/Notice.h"
#include "views/Panel.h"
#include "views/Tones.h"
#include "views/TypingPause.h"

#include <QAction>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSettings>
#include <QSignalBlocker>
#include <QStackedLayout>

#include <QVBoxLayout>

#include <algorithm>

namespace chinwag::admin {

namespace {

constexpr QLatin1String layoutKey("connections/layout");
constexpr QLatin1String detailsKey("connections/details");

} // namespace

ConnectionsPage::ConnectionsPage(ConnectionsModel& model, QWidget* parent)
    : QWidget(parent),
      model_(model),
      filters_(new FilterBar(this)),
      view_(new ConnectionsView(model_, this)),
      details_(new DetailsPane(model_, *view_, this)),
      trouble_(new QLabel(this)),
      actions_(new ConnectionActions(model_, *view_, this)) {
    typing_.setSingleShot(true);
    typing_.setInterval(typingPause);
    connect(&typing_, &QTimer::timeout, this, [this] { applyText(false); });
    filters_->setFilters({});
    trouble_->setWordWrap(true);
    trouble_->hide();

    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 14, 20, 16);
    layout->setSpacing(10);
    layout->addLayout(buildHeader());
    layout->addLayout(buildActions());
    layout->addWidget(filters_);
    layout->addWidget(trouble_);
    auto* const body = new QHBoxLayout;
    body->setSpacing(10);
    body->addWidget(buildTable(), 1);
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
    connect(actions_, &ConnectionActions::failed, this, [this](const QString& text) {
        trouble_->setText(text);
        trouble_->show();
    });
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
    text_->setPlaceholderText(tr("Find, or room:music idle>5m"));
    text_->setToolTip(tr("Part of a name, address or room; or conditions, each ended by a blank or Enter:\n"
                         "nick:anna  room:music  user:42  ip:198.51.100.  tls:no  client:js\n"
                         "idle>5m  rtt>200  queue>256k  in>1000  messages_in_rate>5"));
    text_->setAccessibleName(tr("Find connections"));
    text_->setMinimumWidth(96);
    text_->setMaximumWidth(300);
    connect(text_, &QLineEdit::textChanged, &typing_, qOverload<>(&QTimer::start));
    connect(text_, &QLineEdit::returnPressed, this, [this] { applyText(true); });

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

    auto* const row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(heading);
    row->addWidget(count_);
    row->addStretch(1);
    row->addWidget(text_, 2);
    row->addWidget(addFilter_);
    row->addWidget(columns_);
    row->addWidget(detailsButton_);
    for (QWidget* const widget : {static_cast<QWidget*>(addFilter_), static_cast<QWidget*>(columns_),
                                  static_cast<QWidget*>(detailsButton_), static_cast<QWidget*>(text_)})
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

QLayout* ConnectionsPage::buildActions() {
    auto* const row = new QHBoxLayout;
    row->setSpacing(8);
    actions_->addButtons(*row, *this);
    row->addStretch(1);
    return row;
}

void ConnectionsPage::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (notice_ != nullptr && event->type() == QEvent::PaletteChange)
        paintIcons();
}

void ConnectionsPage::paintIcons() {
    addFilter_->setIcon(symbolIcon(QStringLiteral("filter"), this));
    columns_->setIcon(symbolIcon(QStringLiteral("columns"), this));
    detailsButton_->setIcon(symbolIcon(QStringLiteral("details"), this));
    actions_->paintIcons(*this);
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

void ConnectionsPage::applyText(bool isFinal) {
    typing_.stop();
    const QueryText read = readQueryText(text_->text(), isFinal);
    ConnectionQuery query = model_.query();
    query.text = read.text;
    for (const ConnectionFilter& filter : read.filters)
        query.setFilter(filter);
    // What has become a condition stands below the field from now on.
    if (!read.filters.isEmpty()) {
        const QSignalBlocker blocker(text_);
        text_->setText(read.text.isEmpty() ? read.open : QString(read.text + u' ' + read.open));
    }
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

void ConnectionsPage::setPermissions(const QStringList& permissions) {
    actions_->setPermissions(permissions);
}

void ConnectionsPage::showContextMenu(const QPoint& position) {
    auto* const menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const ConnectionInfo* const info = model_.at(view_->indexAt(position).row());
    actions_->fillMenu(*menu, info);
    if (info != nullptr) {
        menu->addSeparator();
        const auto offer = [&](const QString& text, Column column, const QString& value) {
            if (value.isEmpty())
                return;
            connect(menu->addAction(text), &QAction::triggered, this, [this, column, value] {
                addFilter({column, ConnectionFilter::Kind::Contains, value});
            });
        };
        offer(tr("Only the address %1").arg(info->address), Column::Address, info->address);
        offer(tr("Only the user %1").arg(info->user), Column::User, info->user);
        offer(tr("Only the room %1").arg(info->room), Column::Room, info->room);
    }
    menu->popup(view_->viewport()->mapToGlobal(position));
}

void ConnectionsPage::updateStatus() {
    actions_->update();
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
