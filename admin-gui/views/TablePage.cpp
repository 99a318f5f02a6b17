#include "views/TablePage.h"

#include "models/Format.h"
#include "views/Icon.h"
#include "views/Notice.h"
#include "views/Panel.h"
#include "views/RowDelegate.h"
#include "views/RowDialog.h"
#include "views/RowsAsText.h"
#include "views/TableView.h"
#include "views/Tones.h"
#include "views/TypingPause.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSettings>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace chinwag::admin {

TablePage::TablePage(PagedModel& model, Words words, QWidget* parent)
    : QWidget(parent),
      model_(model),
      words_(std::move(words)),
      header_(new QHBoxLayout),
      count_(new QLabel(this)),
      trouble_(new QLabel(this)),
      view_(new TableView(this)),
      copy_(new QAction(tr("Copy"), this)),
      details_(new QAction(tr("Details…"), this)) {
    typing_.setSingleShot(true);
    typing_.setInterval(typingPause);
    connect(&typing_, &QTimer::timeout, this, &TablePage::applyText);
    trouble_->setWordWrap(true);
    trouble_->setTextFormat(Qt::PlainText);
    trouble_->hide();
    buildHeader();
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 14, 20, 16);
    layout->setSpacing(10);
    layout->addLayout(header_);
    layout->addWidget(trouble_);
    layout->addWidget(buildTable(), 1);
    copy_->setShortcut(QKeySequence::Copy);
    copy_->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    view_->addAction(copy_);
    connect(copy_, &QAction::triggered, this, &TablePage::copyRows);
    details_->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_I));
    details_->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    view_->addAction(details_);
    connect(details_, &QAction::triggered, this, &TablePage::showDetails);
    connect(&model_, &PagedModel::statusChanged, this, &TablePage::updateStatus);
    connect(view_->selectionModel(), &QItemSelectionModel::selectionChanged, this, &TablePage::updateActions);
    paintIcons();
    updateStatus();
    updateActions();
}

void TablePage::buildHeader() {
    auto* const heading = new QLabel(words_.title, this);
    makeHeading(heading, 1.45);
    makeMuted(count_);
    header_->setSpacing(8);
    header_->addWidget(heading);
    header_->addWidget(count_);
    header_->addStretch(1);
    if (!words_.find.isEmpty()) {
        find_ = new QLineEdit(this);
        find_->setClearButtonEnabled(true);
        find_->setPlaceholderText(words_.find);
        find_->setAccessibleName(words_.find);
        find_->setMinimumWidth(96);
        find_->setMaximumWidth(300);
        find_->setFixedHeight(fontMetrics().height() + 14);
        connect(find_, &QLineEdit::textChanged, &typing_, qOverload<>(&QTimer::start));
        connect(find_, &QLineEdit::returnPressed, this, &TablePage::applyText);
        header_->addWidget(find_, 2);
    }
    actionsFrom_ = header_->count();
}

QWidget* TablePage::buildTable() {
    auto* const frame = new Panel(Panel::Look::Surface, this);
    frame->setRadius(3);
    frame->setContentsMargins(1, 1, 1, 1); // a QStackedLayout ignores its own
    notice_ = new Notice(frame);
    stack_ = new QStackedLayout(frame);
    stack_->addWidget(view_);
    stack_->addWidget(notice_);
    view_->setModel(&model_);
    view_->setItemDelegate(new RowDelegate(view_));
    view_->setAccessibleName(words_.title);
    buildColumns();
    connect(view_, &QWidget::customContextMenuRequested, this, &TablePage::showContextMenu);
    connect(notice_, &Notice::actionClicked, this, [this] {
        if (model_.error())
            model_.refresh();
        else if (find_ != nullptr)
            find_->clear();
    });
    return frame;
}

void TablePage::buildColumns() {
    const TableSpec& spec = model_.spec();
    const int em = fontMetrics().averageCharWidth();
    const bool isSortable = std::any_of(spec.columns.begin(), spec.columns.end(),
                                        [](const TableColumn& column) { return column.isSortable; });
    view_->horizontalHeader()->setSortIndicatorShown(isSortable); // a title needs room for it
    for (int i = 0; i < spec.columns.size(); ++i) {
        const int forTitle = view_->horizontalHeader()->sectionSizeHint(i);
        view_->setColumnWidth(i, std::max(spec.columns[i].width * em + 22, forTitle));
        view_->setColumnHidden(i, spec.columns[i].isExtra);
    }
    if (!isSortable)
        return;
    const bool descending = spec.sort.startsWith(u'-');
    view_->horizontalHeader()->setSortIndicator(spec.columnOf(spec.sort.mid(descending ? 1 : 0)),
                                                descending ? Qt::DescendingOrder : Qt::AscendingOrder);
    view_->setSortingEnabled(true);
}

QAction* TablePage::addAction(const ActionSpec& spec, std::function<void()> act) {
    auto* const action = new QAction(spec.text, this);
    action->setShortcut(spec.shortcut);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, [act = std::move(act)] { act(); });
    // What needs rows has its shortcut in the table only: in the field above, Delete is about its text.
    (spec.needs == Needs::Nothing ? static_cast<QWidget*>(this) : view_)->QWidget::addAction(action);
    QPushButton* button = nullptr;
    if (spec.onHeader) {
        button = new QPushButton(spec.text, this);
        button->setFixedHeight(fontMetrics().height() + 14);
        if (!spec.shortcut.isEmpty())
            button->setToolTip(spec.shortcut.toString(QKeySequence::NativeText));
        connect(button, &QPushButton::clicked, action, &QAction::trigger);
        header_->addWidget(button);
    }
    acts_.append({spec, action, button});
    paintIcons();
    updateActions();
    return action;
}

QComboBox* TablePage::addChoice(const QString& parameter, const QString& name,
                                const QList<std::pair<QString, QString>>& choices) {
    auto* const box = new QComboBox(this);
    box->setAccessibleName(name);
    box->setToolTip(name);
    for (const auto& [text, value] : choices)
        box->addItem(text, value);
    model_.setParameter(parameter, choices.constFirst().second);
    connect(box, &QComboBox::currentIndexChanged, this,
            [this, box, parameter] { model_.setParameter(parameter, box->currentData().toString()); });
    box->setFixedHeight(fontMetrics().height() + 14);
    addToHeader(box);
    return box;
}

QPushButton* TablePage::addToggle(const QString& text, const QString& symbol, const QString& toolTip, bool on,
                                  std::function<void(bool)> act) {
    auto* const button = new QPushButton(text, this);
    button->setCheckable(true);
    button->setChecked(on);
    button->setToolTip(toolTip);
    button->setFixedHeight(fontMetrics().height() + 14);
    connect(button, &QPushButton::toggled, this, [act = std::move(act)](bool down) { act(down); });
    toggles_.append({button, symbol});
    addToHeader(button);
    paintIcons();
    return button;
}

void TablePage::addToHeader(QWidget* widget) {
    header_->insertWidget(actionsFrom_, widget);
    ++actionsFrom_;
}

void TablePage::setPermissions(const QStringList& permissions) {
    permissions_ = permissions;
    mayAll_ = false;
    updateActions();
}

QVector<QJsonObject> TablePage::selected() const {
    QVector<QJsonObject> rows;
    for (const int row : view_->selectedRowNumbers())
        rows.append(model_.at(row));
    return rows;
}

void TablePage::focusFind() {
    if (find_ == nullptr)
        return view_->setFocus(Qt::ShortcutFocusReason);
    find_->setFocus(Qt::ShortcutFocusReason);
    find_->selectAll();
}

void TablePage::restore(const QSettings& settings, const QString& key) {
    view_->restoreLayout(settings.value(key).toByteArray());
}

void TablePage::save(QSettings& settings, const QString& key) const {
    settings.setValue(key, view_->layoutState());
}

void TablePage::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        paintIcons();
}

void TablePage::paintIcons() {
    for (const Act& act : std::as_const(acts_)) {
        act.action->setIcon(symbolIcon(act.spec.symbol, this));
        if (act.button != nullptr)
            act.button->setIcon(act.action->icon());
    }
    for (const auto& [button, symbol] : std::as_const(toggles_))
        button->setIcon(symbolIcon(symbol, this));
    copy_->setIcon(symbolIcon(QStringLiteral("copy"), this));
    details_->setIcon(symbolIcon(QStringLiteral("details"), this));
    QPalette troubled = trouble_->palette();
    troubled.setColor(QPalette::WindowText, Tones::of(palette()).danger);
    trouble_->setPalette(troubled);
    if (find_ == nullptr)
        return;
    const QIcon icon = symbolIcon(QStringLiteral("search"), this);
    auto* search = find_->findChild<QAction*>(QStringLiteral("search"));
    if (search == nullptr) {
        search = find_->addAction(icon, QLineEdit::LeadingPosition);
        search->setObjectName(QStringLiteral("search"));
        connect(search, &QAction::triggered, this, &TablePage::focusFind);
    }
    search->setIcon(icon);
}

void TablePage::applyText() {
    typing_.stop();
    const QString text = find_->text().trimmed();
    if (text == model_.parameter(words_.findParameter))
        return;
    view_->clearSelection();
    view_->verticalScrollBar()->setValue(0);
    model_.setParameter(words_.findParameter, text);
}

void TablePage::showContextMenu(const QPoint& position) {
    auto* const menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const Act& act : std::as_const(acts_)) {
        if (act.spec.needs != Needs::Nothing && isOffered(act))
            menu->addAction(act.action);
    }
    if (!menu->isEmpty())
        menu->addSeparator();
    menu->addActions({details_, copy_});
    menu->popup(view_->viewport()->mapToGlobal(position));
}

void TablePage::copyRows() {
    QApplication::clipboard()->setText(rowsAsText(*view_, view_->selectedRowNumbers()));
}

void TablePage::showDetails() {
    auto* const dialog = new RowDialog(words_.title, selected().constFirst(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
}

bool TablePage::isOffered(const Act& act) const {
    return mayAll_ || act.spec.permission.isEmpty() || permissions_.contains(act.spec.permission);
}

void TablePage::updateActions() {
    const auto rows = selected();
    for (const Act& act : std::as_const(acts_)) {
        const bool enough = act.spec.needs == Needs::Nothing || rows.size() == 1 ||
                            (act.spec.needs == Needs::Rows && !rows.isEmpty());
        const bool fits = !act.spec.fits || std::any_of(rows.begin(), rows.end(), act.spec.fits);
        const bool offered = isOffered(act);
        act.action->setEnabled(offered && enough && (fits || act.spec.needs == Needs::Nothing));
        if (act.button != nullptr) {
            act.button->setEnabled(act.action->isEnabled());
            act.button->setVisible(offered);
        }
    }
    copy_->setEnabled(!rows.isEmpty());
    details_->setEnabled(rows.size() == 1);
}

void TablePage::updateStatus() {
    const int rows = model_.rowCount();
    const QString many = Format::count(rows);
    count_->setText(rows == 0 ? QString() : model_.isComplete() ? many : tr("%1 and more").arg(many));
    trouble_->setVisible(model_.error().has_value() && rows > 0);
    if (model_.error())
        trouble_->setText(tr("The list could not be renewed: %1").arg(model_.error()->message()));
    updateActions();
    if (rows > 0)
        return stack_->setCurrentWidget(view_);
    const bool searched = find_ != nullptr && !find_->text().trimmed().isEmpty();
    if (model_.error())
        notice_->tell(QStringLiteral("warning"), tr("The list cannot be shown"), model_.error()->message(),
                      tr("Try again"));
    else if (model_.isLoading())
        notice_->tell(words_.symbol, tr("Asking the server…"), QString(), QString());
    else if (searched)
        notice_->tell(QStringLiteral("search"), tr("Nothing matches"),
                      tr("There is nothing that fits what you are looking for."), tr("Show everything"));
    else
        notice_->tell(words_.symbol, words_.emptyTitle, words_.emptyText, QString());
    stack_->setCurrentWidget(notice_);
}

} // namespace chinwag::admin
