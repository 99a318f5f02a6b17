#include "views/DetailsPane.h"

#include "models/ConnectionText.h"
#include "models/ConnectionsModel.h"
#include "views/ConnectionsView.h"

#include <QFormLayout>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

#include <vector>

namespace chinwag::admin {

namespace {

constexpr int paneWidth = 290;
constexpr std::chrono::seconds lookAgain{1};
constexpr int groupGap = 8; // pixels, between what belongs together

/// Who it is, how long, and how much: what is read together stands together.
const std::vector<std::vector<Column>>& groups() {
    static const std::vector<std::vector<Column>> all{
        {Column::Nick, Column::User, Column::Room, Column::Address, Column::Tls, Column::Dialect,
         Column::Client, Column::Device, Column::Id},
        {Column::ConnectedAt, Column::Idle, Column::Rtt, Column::RttMean, Column::RttWorst},
        {Column::MessagesIn, Column::MessagesInRate, Column::MessagesOut, Column::MessagesOutRate,
         Column::BytesIn, Column::BytesInRate, Column::BytesOut, Column::BytesOutRate, Column::QueueBytes,
         Column::Drops, Column::LastError}};
    return all;
}

} // namespace

DetailsPane::DetailsPane(ConnectionsModel& model, ConnectionsView& view, QWidget* parent)
    : Panel(Panel::Look::Surface, parent),
      model_(model),
      view_(view),
      name_(new QLabel(this)),
      hint_(new QLabel(this)),
      facts_(new QWidget(this)) {
    setFixedWidth(paneWidth);
    setRadius(3);
    setAccessibleName(tr("Details"));
    makeHeading(name_, 1.15);
    name_->setTextFormat(Qt::PlainText);
    name_->setWordWrap(true);
    makeMuted(hint_);
    hint_->setWordWrap(true);
    buildFacts();
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 14, 16, 14);
    layout->setSpacing(10);
    layout->addWidget(name_);
    layout->addWidget(hint_);
    auto* const scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(facts_);
    // The panel shows through; taking the widget in has filled it.
    scroll->viewport()->setAutoFillBackground(false);
    facts_->setAutoFillBackground(false);
    layout->addWidget(scroll, 1);
    second_.setInterval(lookAgain);
    connect(&second_, &QTimer::timeout, this, &DetailsPane::ask);
    connect(view_.selectionModel(), &QItemSelectionModel::selectionChanged, this, &DetailsPane::update);
    connect(&model_, &ConnectionsModel::swapped, this, &DetailsPane::update);
    connect(&model_, &QAbstractItemModel::dataChanged, this, &DetailsPane::update);
    update();
}

void DetailsPane::buildFacts() {
    auto* const form = new QFormLayout(facts_);
    form->setContentsMargins(0, 0, 8, 0);
    form->setVerticalSpacing(6);
    values_.resize(columnCount);
    for (const auto& group : groups()) {
        if (form->rowCount() > 0)
            form->addItem(new QSpacerItem(0, groupGap));
        for (const Column column : group) {
            auto* const title = new QLabel(columnTitle(column), facts_);
            makeMuted(title);
            title->setToolTip(columnHelp(column));
            auto* const value = new QLabel(facts_);
            value->setTextFormat(Qt::PlainText);
            value->setWordWrap(true);
            value->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
            value->setAccessibleName(columnTitle(column));
            form->addRow(title, value);
            values_[static_cast<int>(column)] = value;
        }
    }
}

void DetailsPane::showEvent(QShowEvent* event) {
    Panel::showEvent(event);
    update();
    second_.start();
}

void DetailsPane::hideEvent(QHideEvent* event) {
    Panel::hideEvent(event);
    second_.stop();
    pending_.cancel();
    now_.reset();
}

const ConnectionInfo* DetailsPane::chosen() const {
    const auto rows = view_.selectedRowNumbers();
    const ConnectionInfo* const info = rows.size() == 1 ? model_.at(rows.front()) : nullptr;
    return info != nullptr && now_ && now_->id == info->id && !info->gone ? &*now_ : info;
}

void DetailsPane::ask() {
    const ConnectionInfo* const info = chosen();
    if (info == nullptr || info->gone || !isEnabled() || pending_.isActive())
        return;
    const QString path = QLatin1String("/connections/") + info->id;
    pending_ = model_.client().get(path, {}, this,
                                   [this, id = info->id](const ApiResult& result) { received(id, result); });
}

void DetailsPane::received(const QString& id, const ApiResult& result) {
    const ConnectionInfo* const info = chosen();
    if (info == nullptr || info->id != id)
        return;
    if (result.error) {
        if (result.error->status == 404 && now_) {
            now_->gone = true;
            update();
        }
        return;
    }
    if (auto read = ConnectionInfo::parse(result.body); read.value)
        now_ = std::move(read.value);
    update();
}

QString DetailsPane::textOf(const QString& title) const {
    for (const QLabel* const value : values_) {
        if (value->accessibleName() == title)
            return value->text();
    }
    return {};
}

void DetailsPane::update() {
    if (!isVisible())
        return;
    const ConnectionInfo* const info = chosen();
    const auto rows = view_.selectedRowNumbers();
    facts_->setVisible(info != nullptr);
    hint_->setVisible(info == nullptr || info->gone);
    if (info == nullptr) {
        name_->setText(tr("Details"));
        hint_->setText(rows.size() > 1
                           ? tr("%n connections are chosen.", nullptr, static_cast<int>(rows.size()))
                           : tr("Choose a connection to see all of it."));
        return;
    }
    name_->setText(info->displayName());
    hint_->setText(tr("It has ended; this is how it was last."));
    for (int i = 0; i < columnCount; ++i) {
        const auto column = static_cast<Column>(i);
        const QString exact = connectionToolTip(*info, column);
        values_[i]->setText(connectionText(*info, column));
        values_[i]->setToolTip(exact);
    }
}

} // namespace chinwag::admin
