// Shows a certificate that nobody vouches for, and asks whether to take it.
#pragma once

#include "api/ApiError.h"
#include "views/Panel.h"

class QFormLayout;
class QLabel;

namespace chinwag::admin {

class CertificatePanel : public Panel {
    Q_OBJECT
public:
    explicit CertificatePanel(QWidget* parent = nullptr);

    void setFault(const CertificateFault& fault);

Q_SIGNALS:
    /// For this connection, or for good.
    void accepted(const QByteArray& fingerprint, bool keep);

private:
    QLabel* problem_;
    QLabel* subject_;
    QLabel* issuer_;
    QLabel* validity_;
    QLabel* fingerprint_;
    QByteArray digest_;
};

} // namespace chinwag::admin
