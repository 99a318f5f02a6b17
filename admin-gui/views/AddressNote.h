// Below the address of a server: that what is sent there is not encrypted, where that matters.
#pragma once

#include <QLabel>

class QLineEdit;

namespace chinwag::admin {

/// Shown while the address is one on a network to which a password would go in the clear.
class AddressNote : public QLabel {
    Q_OBJECT
public:
    /// `address` outlives it.
    AddressNote(const QLineEdit& address, QWidget* parent);

protected:
    void changeEvent(QEvent* event) override;

private:
    void paintText();

    const QLineEdit& address_;
};

} // namespace chinwag::admin
