#include "views/LinkStatus.h"

#include "api/ServerLink.h"
#include "models/Format.h"
#include "views/Panel.h"
#include "views/Tones.h"

#include <QEvent>
#include <QLabel>
#include <QPainter>

namespace chinwag::admin {

namespace {

constexpr int dotSide = 10; // pixels

QString nameOf(ServerLink::State state) {
    switch (state) {
    case ServerLink::State::Disconnected: return LinkStatus::tr("Not connected");
    case ServerLink::State::Connecting: return LinkStatus::tr("Connecting…");
    case ServerLink::State::Online: return LinkStatus::tr("Online");
    case ServerLink::State::Lost: return LinkStatus::tr("Connection lost");
    case ServerLink::State::Refused: return LinkStatus::tr("Refused");
    }
    return {};
}

QColor colorOf(ServerLink::State state, const Tones& tones) {
    switch (state) {
    case ServerLink::State::Online: return tones.ok;
    case ServerLink::State::Connecting:
    case ServerLink::State::Lost: return tones.warn;
    case ServerLink::State::Refused: return tones.danger;
    case ServerLink::State::Disconnected: break;
    }
    return tones.muted;
}

} // namespace

LinkStatus::LinkStatus(ServerLink& link, QWidget* parent)
    : QStatusBar(parent),
      link_(link),
      dot_(new QLabel(this)),
      state_(new QLabel(this)),
      who_(new QLabel(this)),
      latency_(new QLabel(this)) {
    setSizeGripEnabled(false);
    setContentsMargins(14, 2, 14, 2);
    makeMuted(who_);
    makeMuted(latency_);
    for (QLabel* const label : {latency_, who_, state_})
        label->setTextFormat(Qt::PlainText);
    addPermanentWidget(who_);
    addPermanentWidget(latency_);
    addPermanentWidget(dot_);
    addPermanentWidget(state_);
    latency_->setToolTip(tr("How long the server's last answer took"));
    connect(&link_, &ServerLink::stateChanged, this, &LinkStatus::update);
    connect(&link_, &ServerLink::statsReceived, this, &LinkStatus::update);
    update();
}

void LinkStatus::changeEvent(QEvent* event) {
    QStatusBar::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && latency_ != nullptr)
        update();
}

void LinkStatus::update() {
    const qreal ratio = devicePixelRatioF();
    QPixmap dot(QSize(dotSide, dotSide) * ratio);
    dot.setDevicePixelRatio(ratio);
    dot.fill(Qt::transparent);
    QPainter painter(&dot);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colorOf(link_.state(), Tones::of(palette())));
    painter.drawEllipse(QRectF(0.5, 0.5, dotSide - 1, dotSide - 1));
    painter.end();
    dot_->setPixmap(dot);
    state_->setText(nameOf(link_.state()));
    const bool known = link_.state() != ServerLink::State::Disconnected;
    who_->setText(known ? tr("%1 on %2").arg(link_.endpoint().operatorName, link_.endpoint().label())
                        : QString());
    const auto latency = link_.latency();
    latency_->setText(
        latency ? tr("answers in %1").arg(Format::milliseconds(static_cast<double>(latency->count())))
                : QString());
}

} // namespace chinwag::admin
