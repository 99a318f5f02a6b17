#include "views/FilterDialog.h"

#include "models/ConnectionText.h"
#include "views/Panel.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>

namespace chinwag::admin {

namespace {

enum Page { TextPage, TlsPage, NumberPage };

/// What the number that is typed is multiplied by for the server.
double factorOf(Column column) {
    const bool isData =
        column == Column::BytesIn || column == Column::BytesOut || column == Column::QueueBytes;
    return isData ? 1024 : 1;
}

} // namespace

FilterDialog::FilterDialog(QWidget* parent)
    : QDialog(parent),
      column_(new QComboBox(this)),
      conditions_(new QStackedWidget(this)),
      text_(new QLineEdit(this)),
      tls_(new QComboBox(this)),
      comparison_(new QComboBox(this)),
      number_(new QDoubleSpinBox(this)),
      buttons_(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this)) {
    setWindowTitle(tr("Add a filter"));
    for (const Column each :
         {Column::Nick, Column::User, Column::Room, Column::Address, Column::Dialect, Column::Client,
          Column::Device, Column::Tls, Column::Idle, Column::Rtt, Column::MessagesIn, Column::MessagesOut,
          Column::BytesIn, Column::BytesOut, Column::QueueBytes})
        column_->addItem(columnTitle(each), static_cast<int>(each));
    column_->setMaxVisibleItems(columnCount);
    text_->setPlaceholderText(tr("Part of it, in any case"));
    tls_->addItem(tr("With TLS"), QStringLiteral("true"));
    tls_->addItem(tr("Without TLS"), QStringLiteral("false"));
    comparison_->addItem(tr("at least"), static_cast<int>(ConnectionFilter::Kind::AtLeast));
    comparison_->addItem(tr("at most"), static_cast<int>(ConnectionFilter::Kind::AtMost));
    number_->setDecimals(0);
    number_->setRange(0, 1e12);
    number_->setGroupSeparatorShown(true);
    number_->setButtonSymbols(QAbstractSpinBox::NoButtons);
    text_->setAccessibleName(tr("Text that it contains"));
    tls_->setAccessibleName(tr("TLS"));
    comparison_->setAccessibleName(tr("Comparison"));
    number_->setAccessibleName(tr("Number"));

    auto* const numbers = new QWidget(this);
    auto* const row = new QHBoxLayout(numbers);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(comparison_);
    row->addWidget(number_, 1);
    conditions_->addWidget(text_);
    conditions_->addWidget(tls_);
    conditions_->addWidget(numbers);
    conditions_->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    // One line of the dialog, whatever stands in it.
    for (QWidget* const field :
         {static_cast<QWidget*>(column_), static_cast<QWidget*>(text_), static_cast<QWidget*>(tls_),
          static_cast<QWidget*>(comparison_), static_cast<QWidget*>(number_)})
        field->setFixedHeight(fontMetrics().height() + 14);

    auto* const heading = new QLabel(tr("Add a filter"), this);
    makeHeading(heading, 1.1);
    auto* const form = new QFormLayout(this);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    form->setContentsMargins(20, 18, 20, 16);
    form->setSpacing(10);
    form->addRow(heading);
    form->addRow(tr("&Column:"), column_);
    form->addRow(tr("Condition:"), conditions_);
    form->addRow(buttons_);
    buttons_->button(QDialogButtonBox::Ok)->setText(tr("Add filter"));
    buttons_->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    setMinimumWidth(380);

    connect(column_, &QComboBox::currentIndexChanged, this, &FilterDialog::columnChanged);
    connect(text_, &QLineEdit::textChanged, this, &FilterDialog::updateButtons);
    connect(buttons_, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons_, &QDialogButtonBox::rejected, this, &QDialog::reject);
    columnChanged();
}

Column FilterDialog::column() const {
    return static_cast<Column>(column_->currentData().toInt());
}

void FilterDialog::columnChanged() {
    if (column() == Column::Tls)
        conditions_->setCurrentIndex(TlsPage);
    else
        conditions_->setCurrentIndex(isNumeric(column()) ? NumberPage : TextPage);
    switch (column()) {
    case Column::Idle: number_->setSuffix(tr(" seconds")); break;
    case Column::Rtt: number_->setSuffix(tr(" ms")); break;
    case Column::BytesIn:
    case Column::BytesOut:
    case Column::QueueBytes: number_->setSuffix(tr(" KiB")); break;
    default: number_->setSuffix(QString());
    }
    updateButtons();
}

void FilterDialog::updateButtons() {
    const bool complete = conditions_->currentIndex() != TextPage || !text_->text().trimmed().isEmpty();
    buttons_->button(QDialogButtonBox::Ok)->setEnabled(complete);
}

ConnectionFilter FilterDialog::filter() const {
    ConnectionFilter filter;
    filter.column = column();
    switch (conditions_->currentIndex()) {
    case TlsPage:
        filter.kind = ConnectionFilter::Kind::Is;
        filter.value = tls_->currentData().toString();
        break;
    case NumberPage:
        filter.kind = static_cast<ConnectionFilter::Kind>(comparison_->currentData().toInt());
        filter.value = QString::number(number_->value() * factorOf(column()), 'f', 0);
        break;
    default: filter.value = text_->text().trimmed();
    }
    return filter;
}

} // namespace chinwag::admin
