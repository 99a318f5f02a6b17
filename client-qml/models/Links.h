// Web addresses in a message. Only http and https become links; all else stays text.
#pragma once

#include <QString>

namespace chinwag::models {

/// The text as HTML with its web addresses as links and everything else escaped; empty when it has none, so
/// that it can be shown as plain text.
QString linked(const QString& text);

/// True for an address that may be handed to a browser.
bool isWebAddress(const QString& address);

} // namespace chinwag::models
