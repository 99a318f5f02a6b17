#include "views/TraceDialog.h"

#include "api/LiveFeed.h"
#include "views/Panel.h"
#include "views/RowsAsText.h"
#include "views/TableView.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSaveFile>
#include <QScrollBar>
#include <QVBoxLayout>

#include <numeric>
#include <vector>

namespace chinwag::admin {

namespace {

// What the server says of the end, for people.
QString endText(const QString& why) {
    if (why == QLatin1String("time"))
        return TraceDialog::tr("The time is over.");
    if (why == QLatin1String("closed"))
        return TraceDialog::tr("The connection has ended.");
    if (why == QLatin1String("replaced"))
        return TraceDialog::tr("Another operator traces this connection now.");
    return TraceDialog::tr("Stopped.");
}

} // namespace

TraceDialog::TraceDialog(RestClient& client, LiveFeed& feed, const ConnectionInfo& connection,
                         QWidget* parent)
    : QDialog(parent),
      client_(client),
      feed_(feed),
      id_(connection.id),
      view_(new TableView(this)),
      duration_(new QComboBox(this)),
      withText_(new QCheckBox(tr("With what is said"), this)),
      run_(new QPushButton(this)),
      status_(new QLabel(this)) {
    setWindowTitle(tr("Trace of %1").arg(connection.displayName()));
    status_->setWordWrap(true);
    makeMuted(status_);
    view_->setModel(&model_);
    view_->setAccessibleName(tr("Frames"));
    view_->horizontalHeader()->setStretchLastSection(true);
    const int em = fontMetrics().averageCharWidth();
    for (const auto& [column, width] : {std::pair(TraceModel::Time, 16), std::pair(TraceModel::Direction, 18),
                                        std::pair(TraceModel::Kind, 10), std::pair(TraceModel::Size, 12)})
        view_->setColumnWidth(column, width * em);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 16, 18, 14);
    layout->setSpacing(10);
    layout->addLayout(buildControls());
    layout->addWidget(view_, 1);
    layout->addWidget(status_);
    layout->addLayout(buildFoot());
    resize(760, 480);
    connect(&feed_, &LiveFeed::traceReady, this, &TraceDialog::begin);
    connect(&feed_, &LiveFeed::traceReceived, this, &TraceDialog::took);
    connect(&feed_, &LiveFeed::traceFailed, this, &TraceDialog::failed);
    update();
}

TraceDialog::~TraceDialog() {
    if (state_ == State::Idle)
        return;
    feed_.leaveTrace(id_);
    client_.remove(QStringLiteral("/connections/%1/trace").arg(id_));
}

QLayout* TraceDialog::buildControls() {
    duration_->setAccessibleName(tr("How long"));
    for (const int seconds : {10, 30, 60, 300})
        duration_->addItem(seconds < 60 ? tr("%n seconds", nullptr, seconds)
                                        : tr("%n minutes", nullptr, seconds / 60),
                           seconds);
    duration_->setCurrentIndex(1);
    withText_->setToolTip(tr("Otherwise kinds and lengths alone. That you look goes on record."));
    connect(run_, &QPushButton::clicked, this, [this] { state_ == State::Idle ? start() : stop(); });
    auto* const row = new QHBoxLayout;
    row->addWidget(duration_);
    row->addWidget(withText_);
    row->addStretch(1);
    row->addWidget(run_);
    return row;
}

QLayout* TraceDialog::buildFoot() {
    copy_ = new QPushButton(tr("Copy"), this);
    save_ = new QPushButton(tr("Save…"), this);
    auto* const close = new QPushButton(tr("Close"), this);
    for (QPushButton* const button : {copy_, save_, close, run_})
        button->setAutoDefault(false);
    connect(copy_, &QPushButton::clicked, this, &TraceDialog::copy);
    connect(save_, &QPushButton::clicked, this, &TraceDialog::save);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    auto* const row = new QHBoxLayout;
    row->addWidget(copy_);
    row->addWidget(save_);
    row->addStretch(1);
    row->addWidget(close);
    return row;
}

void TraceDialog::start() {
    if (state_ != State::Idle)
        return;
    model_.clear();
    ended_.clear();
    state_ = State::Starting;
    update();
    feed_.followTrace(id_);
}

void TraceDialog::begin(const QString& connection) {
    if (connection != id_ || state_ != State::Starting)
        return;
    const QJsonObject body{{QStringLiteral("seconds"), duration_->currentData().toInt()},
                           {QStringLiteral("with_text"), withText_->isChecked()}};
    client_.post(QStringLiteral("/connections/%1/trace").arg(id_), body, this,
                 [this](const ApiResult& result) {
                     if (state_ != State::Starting)
                         return;
                     if (result.error)
                         return end(result.error->message());
                     state_ = State::Running;
                     update();
                 });
}

void TraceDialog::stop() {
    if (state_ == State::Idle)
        return;
    client_.remove(QStringLiteral("/connections/%1/trace").arg(id_));
    end(endText({}));
}

void TraceDialog::took(const QString& connection, const QJsonObject& batch) {
    if (connection != id_ || state_ == State::Idle)
        return;
    QScrollBar* const bar = view_->verticalScrollBar();
    const bool atEnd = bar->value() == bar->maximum();
    model_.append(batch);
    if (atEnd)
        view_->scrollToBottom();
    const QString why = batch.value(QLatin1String("ended")).toString();
    if (!why.isEmpty())
        end(endText(why));
    else
        update();
}

void TraceDialog::failed(const QString& connection, const QString& reason) {
    if (connection != id_ || state_ == State::Idle)
        return;
    end(reason.isEmpty()
            ? tr("The live feed of the server is not connected, and a trace comes by it. A proxy "
                 "on the way may let no WebSocket through.")
            : tr("The connection cannot be traced: %1.").arg(reason));
}

void TraceDialog::end(const QString& why) {
    state_ = State::Idle;
    ended_ = why;
    feed_.leaveTrace(id_);
    update();
}

void TraceDialog::update() {
    const bool isIdle = state_ == State::Idle;
    run_->setText(isIdle ? tr("Start") : tr("Stop"));
    duration_->setEnabled(isIdle);
    withText_->setEnabled(isIdle);
    copy_->setEnabled(model_.rowCount() > 0);
    save_->setEnabled(model_.rowCount() > 0);
    QStringList words;
    if (!isIdle)
        words << tr("Watching…");
    if (!ended_.isEmpty())
        words << ended_;
    if (model_.rowCount() > 0)
        words << tr("%n frames.", nullptr, model_.rowCount());
    if (model_.missed() > 0)
        words << tr("%n more went by too fast to be shown.", nullptr, static_cast<int>(model_.missed()));
    status_->setText(words.isEmpty() ? tr("What the client and the server say to each other is shown here.")
                                     : words.join(u' '));
}

QString TraceDialog::allAsText() const {
    std::vector<int> rows(static_cast<std::size_t>(model_.rowCount()));
    std::iota(rows.begin(), rows.end(), 0);
    return rowsAsText(*view_, rows);
}

void TraceDialog::copy() {
    QApplication::clipboard()->setText(allAsText());
}

void TraceDialog::save() {
    const QString path = QFileDialog::getSaveFileName(
        this, tr("Save the trace"), QStringLiteral("trace-%1.txt").arg(id_), tr("Text with tabs (*.txt)"));
    if (path.isEmpty())
        return;
    QSaveFile file(path);
    const QByteArray text = allAsText().toUtf8();
    const bool isWritten =
        file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit();
    status_->setText(isWritten ? tr("The trace was saved.")
                               : tr("The trace was not saved: %1").arg(file.errorString()));
}

} // namespace chinwag::admin
