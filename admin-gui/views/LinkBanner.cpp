#include "views/LinkBanner.h"

#include "api/ServerLink.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

namespace chinwag::admin {

LinkBanner::LinkBanner(ServerLink& link, QWidget* parent)
    : QWidget(parent),
      link_(link),
      panel_(new Panel(Panel::Look::Warning, this)),
      text_(new QLabel(panel_)),
      action_(new QPushButton(panel_)) {
    text_->setWordWrap(true);
    text_->setTextFormat(Qt::PlainText);
    auto* const row = new QHBoxLayout(panel_);
    row->setContentsMargins(14, 8, 10, 8);
    row->addWidget(text_, 1);
    row->addWidget(action_);
    auto* const outer = new QVBoxLayout(this);
    outer->setContentsMargins(20, 12, 20, 0);
    outer->addWidget(panel_);
    second_.setInterval(std::chrono::milliseconds(250));
    connect(&second_, &QTimer::timeout, this, &LinkBanner::update);
    connect(&link_, &ServerLink::stateChanged, this, &LinkBanner::update);
    connect(action_, &QPushButton::clicked, this, &LinkBanner::act);
    update();
}

void LinkBanner::act() {
    if (link_.state() == ServerLink::State::Lost)
        link_.retryNow();
    else
        Q_EMIT connectRequested();
}

void LinkBanner::update() {
    const bool lost = link_.state() == ServerLink::State::Lost;
    const bool refused = link_.state() == ServerLink::State::Refused;
    setVisible(lost || refused);
    if (lost) {
        const qint64 milliseconds = QDateTime::currentDateTimeUtc().msecsTo(link_.retryAt());
        const auto seconds = std::max<qint64>((milliseconds + 999) / 1000, 0);
        text_->setText(
            link_.retryAt().isValid()
                ? tr("Connection lost – trying again in %1 s. What you see may be out of date.").arg(seconds)
                : tr("Connection lost – trying again now…"));
        text_->setToolTip(link_.error().message());
        action_->setText(tr("Try now"));
        action_->setEnabled(link_.retryAt().isValid());
        panel_->setLook(Panel::Look::Warning);
        second_.start();
        return;
    }
    second_.stop();
    if (refused) {
        text_->setText(link_.error().message());
        action_->setText(tr("Connect…"));
        action_->setEnabled(true);
        panel_->setLook(Panel::Look::Danger);
    }
}

} // namespace chinwag::admin
