// Web addresses in a message. Only http and https become links; all else stays text.
#pragma once

#include <QList>
#include <QString>

namespace chinwag::models {

struct AddressSpan {
    qsizetype from = 0;
    qsizetype length = 0;
};

/// Where web addresses stand in a text, from its beginning to its end.
QList<AddressSpan> addressesIn(const QString& text);

/// HTML that shows an address and leads to it.
QString anchor(const QString& address);

/// True for an address that may be handed to a browser.
bool isWebAddress(const QString& address);

} // namespace chinwag::models
