// Makes a value out of a finished network reply.
#pragma once

#include "api/ApiError.h"

#include <QJsonObject>
#include <QList>
#include <QSslError>

#include <optional>

class QNetworkReply;
class QSslCertificate;

namespace chinwag::admin {

/// What went wrong, or nothing. `body` gets the JSON object of an answer that has one.
std::optional<ApiError> readReply(QNetworkReply* reply, QJsonObject& body);

CertificateFault certificateFault(const QSslCertificate& certificate, const QList<QSslError>& errors);

} // namespace chinwag::admin
