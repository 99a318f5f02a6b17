#include "views/ActionDialog.h"

#include "views/Panel.h"
#include "views/Tones.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace chinwag::admin {

namespace {

using Kind = ActionField::Kind;

constexpr std::chrono::milliseconds typingPause{300};
constexpr int mostNumber = 86'400;

void tintText(QLabel* label, const QColor& color) {
    QPalette colors = label->palette();
    colors.setColor(QPalette::WindowText, color);
    label->setPalette(colors);
}

// "Alice (198.51.100.7)" out of a row of connections.
QString nameOf(const QJsonObject& connection) {
    const QString address = connection.value(QLatin1String("address")).toString();
    for (const char* const field : {"nick", "user"}) {
        const QString name = connection.value(QLatin1String(field)).toString();
        if (!name.isEmpty())
            return name + QStringLiteral(" (") + address + u')';
    }
    return address;
}

} // namespace

QList<std::pair<QString, QString>> usualDurations() {
    return {{ActionDialog::tr("10 minutes"), QStringLiteral("10")},
            {ActionDialog::tr("1 hour"), QStringLiteral("60")},
            {ActionDialog::tr("1 day"), QStringLiteral("1440")},
            {ActionDialog::tr("1 week"), QStringLiteral("10080")},
            {ActionDialog::tr("30 days"), QStringLiteral("43200")},
            {ActionDialog::tr("For ever"), QString()}};
}

ActionDialog::ActionDialog(RestClient& client, ActionForm form, QWidget* parent)
    : QDialog(parent),
      client_(client),
      form_(std::move(form)),
      preview_(new QLabel(this)),
      fault_(new QLabel(this)) {
    setWindowTitle(form_.title);
    auto* const heading = new QLabel(form_.heading, this);
    heading->setTextFormat(Qt::PlainText);
    heading->setWordWrap(true);
    makeHeading(heading, 1.25);
    auto* const explanation = new QLabel(form_.explanation, this);
    explanation->setTextFormat(Qt::PlainText);
    explanation->setWordWrap(true);
    makeMuted(explanation);
    explanation->setVisible(!form_.explanation.isEmpty());
    for (QLabel* const label : {preview_, fault_}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    preview_->setObjectName(QStringLiteral("preview"));
    preview_->setVisible(form_.hasPreview);
    tintText(fault_, Tones::of(palette()).danger);
    fault_->hide();

    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(22, 20, 22, 16);
    layout->setSpacing(12);
    layout->addWidget(heading);
    auto* const fields = new QFormLayout;
    fields->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    buildFields(*fields);
    layout->addLayout(fields);
    layout->addWidget(preview_);
    layout->addWidget(explanation);
    layout->addWidget(fault_);
    layout->addStretch(1);
    buildButtons();
    setMinimumWidth(480);
    typing_.setSingleShot(true);
    typing_.setInterval(typingPause);
    connect(&typing_, &QTimer::timeout, this, &ActionDialog::preview);
    changed();
    if (!entries_.isEmpty())
        entries_.constFirst().widget->setFocus();
}

QWidget* ActionDialog::makeWidget(const ActionField& field) {
    if (field.kind == Kind::LongText) {
        auto* const edit = new QPlainTextEdit(field.value, this);
        edit->setTabChangesFocus(true);
        edit->setPlaceholderText(field.hint);
        edit->setFixedHeight(fontMetrics().height() * 3 + 16);
        connect(edit, &QPlainTextEdit::textChanged, this, &ActionDialog::changed);
        return edit;
    }
    if (field.kind == Kind::Number) {
        auto* const box = new QSpinBox(this);
        box->setMaximum(mostNumber);
        box->setValue(field.value.toInt());
        connect(box, &QSpinBox::valueChanged, this, &ActionDialog::changed);
        return box;
    }
    if (field.kind == Kind::Text) {
        auto* const edit = new QLineEdit(field.value, this);
        edit->setPlaceholderText(field.hint);
        connect(edit, &QLineEdit::textChanged, this, &ActionDialog::changed);
        return edit;
    }
    auto* const box = new QComboBox(this);
    box->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    const auto choices =
        field.kind == Kind::Duration && field.choices.isEmpty() ? usualDurations() : field.choices;
    for (const auto& [text, value] : choices)
        box->addItem(text, value);
    if (field.kind == Kind::Reason) {
        box->setEditable(true);
        box->setInsertPolicy(QComboBox::NoInsert);
        box->addItems({tr("Spam"), tr("Flooding"), tr("Abusive language"), tr("Breaking the house rules")});
        box->setCurrentIndex(-1);
        box->setEditText(field.value);
        box->lineEdit()->setPlaceholderText(field.hint.isEmpty() ? tr("Write one or choose one")
                                                                 : field.hint);
        connect(box, &QComboBox::editTextChanged, this, &ActionDialog::changed);
    } else {
        box->setCurrentIndex(std::max(box->findData(field.value), 0));
        connect(box, &QComboBox::currentIndexChanged, this, &ActionDialog::changed);
    }
    return box;
}

void ActionDialog::buildFields(QFormLayout& form) {
    for (const ActionField& field : form_.fields) {
        QWidget* const widget = makeWidget(field);
        widget->setObjectName(field.name);
        widget->setAccessibleName(field.label);
        auto* const label = new QLabel(field.label, this);
        label->setBuddy(widget);
        form.addRow(label, widget);
        entries_.append({field, widget});
    }
}

void ActionDialog::buildButtons() {
    auto* const buttons = new QDialogButtonBox(this);
    act_ = buttons->addButton(form_.verb,
                              form_.hurts ? QDialogButtonBox::DestructiveRole : QDialogButtonBox::ActionRole);
    if (form_.hurts) {
        QPalette colors = act_->palette();
        for (const auto group : {QPalette::Active, QPalette::Inactive})
            colors.setColor(group, QPalette::ButtonText, Tones::of(palette()).danger);
        act_->setPalette(colors);
    }
    cancel_ = buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    // A slip of the Enter key shall not hurt anybody.
    act_->setAutoDefault(!form_.hurts);
    act_->setDefault(!form_.hurts);
    cancel_->setAutoDefault(false);
    connect(act_, &QPushButton::clicked, this, &ActionDialog::begin);
    connect(cancel_, &QPushButton::clicked, this, &ActionDialog::reject);
    layout()->addWidget(buttons);
}

QString ActionDialog::valueOf(const Entry& entry) const {
    if (const auto* const edit = qobject_cast<const QPlainTextEdit*>(entry.widget))
        return edit->toPlainText().trimmed();
    if (const auto* const box = qobject_cast<const QSpinBox*>(entry.widget))
        return QString::number(box->value());
    if (const auto* const edit = qobject_cast<const QLineEdit*>(entry.widget))
        return edit->text().trimmed();
    const auto* const box = qobject_cast<const QComboBox*>(entry.widget);
    return box->isEditable() ? box->currentText().trimmed() : box->currentData().toString();
}

void ActionDialog::enter(const QString& name, const QString& text) {
    for (const Entry& entry : std::as_const(entries_)) {
        if (entry.field.name != name)
            continue;
        if (auto* const edit = qobject_cast<QPlainTextEdit*>(entry.widget))
            edit->setPlainText(text);
        else if (auto* const number = qobject_cast<QSpinBox*>(entry.widget))
            number->setValue(text.toInt());
        else if (auto* const line = qobject_cast<QLineEdit*>(entry.widget))
            line->setText(text);
        else if (auto* const box = qobject_cast<QComboBox*>(entry.widget); box->isEditable())
            box->setEditText(text);
        else
            box->setCurrentIndex(box->findData(text));
    }
}

QJsonObject ActionDialog::entered() const {
    QJsonObject body = form_.body;
    for (const Entry& entry : entries_) {
        const QString value = valueOf(entry);
        const bool isNumber = entry.field.kind == Kind::Duration || entry.field.kind == Kind::Number;
        if (!value.isEmpty())
            body.insert(entry.field.name, isNumber ? QJsonValue(value.toInt()) : QJsonValue(value));
    }
    return body;
}

QJsonObject ActionDialog::request() const {
    return form_.shape ? form_.shape(entered()) : entered();
}

bool ActionDialog::isComplete(bool withReason) const {
    return std::none_of(entries_.begin(), entries_.end(), [&](const Entry& entry) {
        const bool isWanted = entry.field.isRequired && (withReason || entry.field.kind != Kind::Reason);
        return isWanted && valueOf(entry).isEmpty();
    });
}

void ActionDialog::changed() {
    if (act_ == nullptr)
        return;
    act_->setEnabled(isComplete() && !pending_.isActive());
    fault_->hide();
    if (!form_.hasPreview)
        return;
    previewing_.cancel();
    if (isComplete(false))
        typing_.start();
    else
        say(preview_, tr("Fill in the fields to see who is hit."));
}

void ActionDialog::say(QLabel* label, const QString& text) {
    label->setText(text);
    label->show();
    layout()->activate();
    // It grows with what is to be read; to shrink again would make its buttons jump about.
    const int wanted = layout()->totalHeightForWidth(width());
    if (height() < wanted)
        resize(width(), wanted);
}

void ActionDialog::preview() {
    QJsonObject body = request();
    body.insert(QStringLiteral("dry_run"), true);
    say(preview_, tr("Looking who is hit…"));
    previewing_ =
        client_.post(form_.path, body, this, [this](const ApiResult& result) { showPreview(result); });
}

void ActionDialog::showPreview(const ApiResult& result) {
    if (result.error) {
        if (result.error->kind != ApiError::Kind::Cancelled)
            say(preview_, result.error->message());
        return;
    }
    if (result.body.contains(QLatin1String("messages")))
        return say(preview_,
                   tr("%n messages are hit.", nullptr, result.body.value(QLatin1String("messages")).toInt()));
    const int count = result.body.value(QLatin1String("count")).toInt();
    QStringList names;
    const QJsonArray connections = result.body.value(QLatin1String("connections")).toArray();
    for (const auto& connection : connections)
        names << nameOf(connection.toObject());
    names.removeDuplicates();
    constexpr qsizetype mostNames = 5;
    const QString named = names.mid(0, mostNames).join(QStringLiteral(", "));
    if (count == 0)
        say(preview_, tr("Nobody who is connected now is hit."));
    else if (named.isEmpty() || names.size() > mostNames)
        say(preview_, tr("%n are hit now: %1…", nullptr, count).arg(named));
    else
        say(preview_, tr("%n are hit now: %1", nullptr, count).arg(named));
}

void ActionDialog::begin() {
    if (!isComplete() || pending_.isActive())
        return;
    typing_.stop();
    previewing_.cancel();
    fault_->hide();
    pending_ =
        client_.post(form_.path, request(), this, [this](const ApiResult& result) { answered(result); });
    act_->setEnabled(false);
}

void ActionDialog::answered(const ApiResult& result) {
    if (result.error)
        return showFault(result.error->message());
    Q_EMIT acted(result.body);
    accept();
}

void ActionDialog::showFault(const QString& text) {
    say(fault_, text);
    act_->setEnabled(isComplete());
}

QString ActionDialog::fault() const {
    return fault_->isVisibleTo(this) ? fault_->text() : QString();
}

QString ActionDialog::previewText() const {
    return preview_->text();
}

void ActionDialog::reject() {
    // What is on its way may be done already, so its answer is waited for.
    if (!pending_.isActive())
        QDialog::reject();
}

} // namespace chinwag::admin
