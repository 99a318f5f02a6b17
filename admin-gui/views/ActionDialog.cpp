#include "views/ActionDialog.h"

#include "models/ActionRun.h"
#include "views/DialogFoot.h"
#include "views/Panel.h"
#include "views/ReasonEdit.h"
#include "views/Tones.h"
#include "views/TypingPause.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
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

constexpr int mostNumber = 86'400;

void tintText(QLabel* label, const QColor& color) {
    QPalette colors = label->palette();
    colors.setColor(QPalette::WindowText, color);
    label->setPalette(colors);
}

// "Alice (198.51.100.7)" out of a row of connections.
QString nameOf(const QJsonObject& connection) {
    QString address = connection.value(QLatin1String("address")).toString();
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

ActionDialog::~ActionDialog() = default;

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
    if (field.kind == Kind::Reason) {
        auto* const box = new ReasonEdit(
            form_.reasons, field.hint.isEmpty() ? tr("Write one or choose one") : field.hint, this);
        box->setEditText(field.value);
        connect(box, &QComboBox::editTextChanged, this, &ActionDialog::changed);
        return box;
    }
    auto* const box = new QComboBox(this);
    box->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    const auto choices =
        field.kind == Kind::Duration && field.choices.isEmpty() ? usualDurations() : field.choices;
    for (const auto& [text, value] : choices)
        box->addItem(text, value);
    box->setCurrentIndex(std::max(box->findData(field.value), 0));
    connect(box, &QComboBox::currentIndexChanged, this, &ActionDialog::changed);
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
    cancel_ = new QPushButton(tr("Cancel"), this);
    act_ = new QPushButton(form_.verb, this);
    if (form_.hurts)
        makeDangerous(*act_);
    // A slip of the Enter key shall not hurt anybody.
    act_->setAutoDefault(!form_.hurts);
    act_->setDefault(!form_.hurts);
    cancel_->setAutoDefault(false);
    connect(act_, &QPushButton::clicked, this, &ActionDialog::begin);
    connect(cancel_, &QPushButton::clicked, this, &ActionDialog::reject);
    static_cast<QVBoxLayout*>(layout())->addLayout(dialogFoot(*cancel_, *act_));
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

QVector<QJsonObject> ActionDialog::requests() const {
    const auto shaped = [this](const QJsonObject& body) { return form_.shape ? form_.shape(body) : body; };
    const QJsonObject common = entered();
    if (form_.each.isEmpty())
        return {shaped(common)};
    QVector<QJsonObject> bodies;
    for (const QJsonObject& own : form_.each) {
        QJsonObject body = common;
        for (auto it = own.begin(); it != own.end(); ++it)
            body.insert(it.key(), it.value());
        bodies.append(shaped(body));
    }
    return bodies;
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
    act_->setEnabled(isComplete() && !isActing());
    fault_->hide();
    if (!form_.hasPreview)
        return;
    previewing_.reset();
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
    QVector<QJsonObject> bodies = requests();
    for (QJsonObject& body : bodies)
        body.insert(QStringLiteral("dry_run"), true);
    say(preview_, tr("Looking who is hit…"));
    previewing_ = std::make_unique<ActionRun>(client_, form_.path, bodies);
    connect(previewing_.get(), &ActionRun::finished, this, &ActionDialog::showPreview);
    connect(previewing_.get(), &ActionRun::failed, this, [this](const ApiError& error) {
        if (error.kind != ApiError::Kind::Cancelled)
            say(preview_, error.message());
    });
    previewing_->start();
}

void ActionDialog::showPreview() {
    int messages = 0;
    int count = 0;
    QStringList names;
    bool isAboutMessages = false;
    for (const QJsonObject& answer : previewing_->answers()) {
        isAboutMessages = isAboutMessages || answer.contains(QLatin1String("messages"));
        messages += answer.value(QLatin1String("messages")).toInt();
        count += answer.value(QLatin1String("count")).toInt();
        const QJsonArray connections = answer.value(QLatin1String("connections")).toArray();
        for (const auto& connection : connections)
            names << nameOf(connection.toObject());
    }
    if (isAboutMessages)
        return say(preview_, tr("%n messages are hit.", nullptr, messages));
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
    if (!isComplete() || isActing())
        return;
    typing_.stop();
    previewing_.reset();
    fault_->hide();
    // What was done before one failed is not done again.
    if (acting_ == nullptr || acting_->answers().isEmpty()) {
        acting_ = std::make_unique<ActionRun>(client_, form_.path, requests());
        connect(acting_.get(), &ActionRun::progress, this, &ActionDialog::goOn);
        connect(acting_.get(), &ActionRun::failed, this, &ActionDialog::stopped);
        connect(acting_.get(), &ActionRun::finished, this, [this] {
            isUnderWay_ = false;
            Q_EMIT acted(acting_->answers());
            accept();
        });
    }
    isUnderWay_ = true;
    act_->setEnabled(false);
    acting_->start();
}

void ActionDialog::goOn() {
    say(preview_, tr("%1 of %2 done").arg(acting_->answers().size()).arg(form_.each.size()));
}

void ActionDialog::stopped(const ApiError& error) {
    isUnderWay_ = false;
    const auto done = acting_->answers().size();
    showFault(done == 0
                  ? error.message()
                  : tr("%1 of %2 done, then: %3").arg(done).arg(form_.each.size()).arg(error.message()));
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
    if (!isActing())
        QDialog::reject();
}

} // namespace chinwag::admin
