#include "views/KickDialog.h"

#include "models/KickJob.h"
#include "views/DialogFoot.h"
#include "views/Panel.h"
#include "views/ReasonEdit.h"
#include "views/Tones.h"
#include "views/VictimList.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace chinwag::admin {

namespace {

int asInt(qsizetype value) {
    return static_cast<int>(value);
}

} // namespace

KickDialog::KickDialog(RestClient& client, const QVector<ConnectionInfo>& victims, const QStringList& reasons,
                       QWidget* parent)
    : QDialog(parent),
      client_(client),
      victims_(victims),
      heading_(new QLabel(this)),
      pages_(new QStackedWidget(this)) {
    setWindowTitle(tr("Kick"));
    heading_->setTextFormat(Qt::PlainText);
    heading_->setWordWrap(true);
    makeHeading(heading_, 1.25);
    heading_->setText(victims_.size() == 1 ? tr("Kick %1?").arg(victims_.constFirst().displayName())
                                           : tr("Kick %n connections?", nullptr, asInt(victims_.size())));

    auto* const question = new QWidget(this);
    auto* const questionLayout = new QVBoxLayout(question);
    questionLayout->setContentsMargins(0, 0, 0, 0);
    questionLayout->setSpacing(12);
    questionLayout->addWidget(new VictimList(victims_, question));
    questionLayout->addWidget(buildReason(reasons));
    pages_->addWidget(question);
    pages_->addWidget(buildProgress());

    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(22, 20, 22, 16);
    layout->setSpacing(12);
    layout->addWidget(heading_);
    layout->addWidget(pages_, 1);
    buildButtons();
    setMinimumWidth(460);
    reasonChanged();
    reason_->setFocus();
}

QWidget* KickDialog::buildReason(const QStringList& reasons) {
    auto* const box = new QWidget(this);
    reason_ = new ReasonEdit(reasons, tr("Write one or choose one; may be left empty"), box);
    auto* const label = new QLabel(tr("&Reason that they are shown:"), box);
    label->setBuddy(reason_);
    counter_ = new QLabel(box);
    counter_->setAlignment(Qt::AlignRight);
    auto* const note =
        new QLabel(tr("The connection is closed and does not come back by itself. Nobody is kept "
                      "from connecting again."),
                   box);
    note->setWordWrap(true);
    makeMuted(note);
    auto* const top = new QHBoxLayout;
    top->addWidget(label);
    top->addStretch(1);
    top->addWidget(counter_);
    auto* const layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addLayout(top);
    layout->addWidget(reason_);
    layout->addSpacing(4);
    layout->addWidget(note);
    connect(reason_, &QComboBox::editTextChanged, this, &KickDialog::reasonChanged);
    return box;
}

QWidget* KickDialog::buildProgress() {
    auto* const page = new QWidget(this);
    progress_ = new QProgressBar(page);
    progress_->setTextVisible(false);
    progress_->setFixedHeight(8);
    result_ = new QLabel(page);
    result_->setWordWrap(true);
    result_->setTextFormat(Qt::PlainText);
    auto* const layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 4, 0, 4);
    layout->setSpacing(10);
    layout->addWidget(progress_);
    layout->addWidget(result_);
    layout->addStretch(1);
    return page;
}

void KickDialog::buildButtons() {
    const auto count = asInt(victims_.size());
    cancel_ = new QPushButton(tr("Cancel"), this);
    kick_ = new QPushButton(count == 1 ? tr("&Kick") : tr("&Kick %n", nullptr, count), this);
    makeDangerous(*kick_);
    (count == 1 ? kick_ : cancel_)->setDefault(true);
    connect(kick_, &QPushButton::clicked, this, &KickDialog::begin);
    connect(cancel_, &QPushButton::clicked, this, &KickDialog::reject);
    static_cast<QVBoxLayout*>(layout())->addLayout(dialogFoot(*cancel_, *kick_));
}

// A slip of the Enter key shall not throw many people out, nor what was written away: it leads to the button
// first.
void KickDialog::keyPressEvent(QKeyEvent* event) {
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && job_ == nullptr && victims_.size() > 1)
        return kick_->setFocus(Qt::TabFocusReason);
    QDialog::keyPressEvent(event);
}

void KickDialog::setReason(const QString& reason) {
    reason_->setEditText(reason);
}

void KickDialog::reasonChanged() {
    const qsizetype bytes = reason_->currentText().trimmed().toUtf8().size();
    const bool fits = bytes <= mostReasonBytes;
    counter_->setText(tr("%1 of %2 bytes").arg(bytes).arg(mostReasonBytes));
    const Tones tones = Tones::of(palette());
    QPalette colors = counter_->palette();
    colors.setColor(QPalette::WindowText, fits ? tones.muted : tones.danger);
    counter_->setPalette(colors);
    kick_->setEnabled(fits);
}

void KickDialog::begin() {
    kick_->hide();
    // What is not shown any more shall not keep the dialog large.
    QWidget* const question = pages_->widget(0);
    pages_->removeWidget(question);
    question->hide();
    progress_->setMaximum(asInt(victims_.size()));
    progress_->setValue(0);
    heading_->setText(tr("Kicking…"));
    cancel_->setText(tr("Stop"));
    job_ = new KickJob(client_, victims_, reason_->currentText().trimmed(), this);
    connect(job_, &KickJob::progress, this, &KickDialog::progressed);
    connect(job_, &KickJob::gone, this, &KickDialog::gone);
    connect(job_, &KickJob::finished, this, &KickDialog::finish);
    progressed();
    job_->start();
    shrink();
}

void KickDialog::progressed() {
    progress_->setValue(asInt(job_->done()));
    result_->setText(tr("%1 of %2 done").arg(job_->done()).arg(job_->total()));
}

void KickDialog::shrink() {
    for (QLayout* const inner : {pages_->currentWidget()->layout(), pages_->layout(), layout()})
        inner->activate();
    resize(width(), layout()->totalHeightForWidth(width()));
}

void KickDialog::reject() {
    if (job_ != nullptr && !finished_)
        job_->cancel();
    else
        QDialog::reject();
}

QString KickDialog::resultText() const {
    const KickJob::Outcome& outcome = job_->outcome();
    QStringList lines;
    if (outcome.kicked > 0 || victims_.size() > 1)
        lines << tr("%n kicked.", nullptr, asInt(outcome.kicked));
    if (outcome.leftBefore > 0)
        lines << tr("%n had left already.", nullptr, asInt(outcome.leftBefore));
    if (outcome.spared > 0)
        lines << tr("%n not kicked, since you stopped.", nullptr, asInt(outcome.spared));
    if (outcome.failed > 0)
        lines << tr("%n failed: %1", nullptr, asInt(outcome.failed)).arg(outcome.failure);
    return lines.join(u'\n');
}

void KickDialog::finish() {
    finished_ = true;
    const KickJob::Outcome& outcome = job_->outcome();
    if (victims_.size() == 1 && outcome.failed == 0) {
        const QString name = victims_.constFirst().displayName();
        Q_EMIT told(outcome.kicked == 1 ? tr("%1 was kicked.").arg(name)
                                        : tr("%1 had left already.").arg(name));
        return accept();
    }
    heading_->setText(outcome.failed > 0 ? tr("Not everybody was kicked") : tr("Done"));
    result_->setText(resultText());
    cancel_->setText(tr("Close"));
    cancel_->setDefault(true);
    cancel_->setFocus();
    shrink();
}

} // namespace chinwag::admin
