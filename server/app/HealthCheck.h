// Asking a running server how it is, for container engines and scripts.
#pragma once

#include "config/Settings.h"

#include <QString>
#include <QUrl>

#include <variant>

namespace chinwag::app {

/// Where to ask: /healthz of `text`, or of the first listener when `text` is empty. An error text when
/// there is no telling.
std::variant<QUrl, QString> healthUrl(const config::ServerSettings& settings, const QString& text);

/// Asks and reports. Returns the exit code. Needs a QCoreApplication.
int checkHealth(const QUrl& url);

} // namespace chinwag::app
