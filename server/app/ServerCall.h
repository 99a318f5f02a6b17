// Asking a running server something over HTTP, from the command line.
#pragma once

#include "config/Settings.h"

#include <QByteArray>
#include <QNetworkRequest>
#include <QString>
#include <QUrl>

#include <optional>
#include <variant>

namespace chinwag::app {

/// Where a server is: `text`, or the first listener of `settings` when that is empty. An error text when
/// there is no telling.
std::variant<QUrl, QString> serverUrl(const config::ServerSettings& settings, const QString& text);

struct ServerAnswer {
    int status = 0; ///< of HTTP; 0: nothing came
    QByteArray body;
    QString reason; ///< why nothing came
};

/// Sends a GET, or `body` with a POST, and waits, for a few seconds at most. Needs a QCoreApplication.
ServerAnswer callServer(QNetworkRequest request, const std::optional<QByteArray>& body = {});

} // namespace chinwag::app
