#include "views/CertificatePanel.h"

#include <QFontDatabase>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>

namespace chinwag::admin {

namespace {

QLabel* value(QWidget* parent) {
    auto* const label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setWordWrap(true);
    return label;
}

/// In two lines of 16 bytes, as certificates are compared by eye.
QString readable(const QByteArray& digest) {
    const QString hex = QString::fromLatin1(digest.toHex(':').toUpper());
    constexpr qsizetype half = 16 * 3;
    return hex.left(half - 1) + u'\n' + hex.mid(half);
}

} // namespace

CertificatePanel::CertificatePanel(QWidget* parent)
    : Panel(Look::Warning, parent),
      problem_(value(this)),
      subject_(value(this)),
      issuer_(value(this)),
      validity_(value(this)),
      fingerprint_(value(this)) {
    auto* const heading = new QLabel(tr("The server's certificate cannot be checked"), this);
    makeHeading(heading, 1.0);
    auto* const advice =
        new QLabel(tr("Go on only if you know this certificate: compare the fingerprint with the "
                      "one on the server."),
                   this);
    advice->setWordWrap(true);
    QFont mono = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    mono.setPointSizeF(font().pointSizeF() * 0.85);
    fingerprint_->setFont(mono);
    fingerprint_->setWordWrap(false);
    auto* const once = new QPushButton(tr("Accept o&nce"), this);
    auto* const keep = new QPushButton(tr("&Trust this certificate"), this);
    once->setAutoDefault(false);
    keep->setAutoDefault(false);
    connect(once, &QPushButton::clicked, this, [this] { Q_EMIT accepted(digest_, false); });
    connect(keep, &QPushButton::clicked, this, [this] { Q_EMIT accepted(digest_, true); });

    auto* const buttons = new QHBoxLayout;
    buttons->setContentsMargins(0, 4, 0, 0);
    buttons->setSpacing(8);
    buttons->addStretch(1);
    buttons->addWidget(once);
    buttons->addWidget(keep);
    auto* const form = new QFormLayout(this);
    form->setContentsMargins(14, 12, 14, 12);
    form->setVerticalSpacing(5);
    form->addRow(heading);
    form->addRow(tr("Problem:"), problem_);
    form->addRow(tr("Issued to:"), subject_);
    form->addRow(tr("Issued by:"), issuer_);
    form->addRow(tr("Valid:"), validity_);
    form->addRow(tr("SHA-256:"), fingerprint_);
    form->addRow(advice);
    form->addRow(buttons);
}

void CertificatePanel::setFault(const CertificateFault& fault) {
    digest_ = fault.fingerprint;
    problem_->setText(fault.problems.join(u'\n'));
    subject_->setText(fault.subject);
    issuer_->setText(fault.issuer);
    validity_->setText(tr("%1 until %2").arg(fault.validFrom, fault.validUntil));
    fingerprint_->setText(readable(fault.fingerprint));
}

} // namespace chinwag::admin
