#include "api/ReplyReader.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QLocale>
#include <QNetworkReply>
#include <QSslCertificate>

namespace chinwag::admin {

namespace {

ApiError::Kind kindOf(QNetworkReply::NetworkError error) {
    switch (error) {
    case QNetworkReply::HostNotFoundError: return ApiError::Kind::HostNotFound;
    case QNetworkReply::ConnectionRefusedError: return ApiError::Kind::Refused;
    case QNetworkReply::TimeoutError:
    // The transfer time-out ends a request as if the caller had cancelled it; RestClient tells them apart.
    case QNetworkReply::OperationCanceledError: return ApiError::Kind::TimedOut;
    case QNetworkReply::SslHandshakeFailedError: return ApiError::Kind::Tls;
    default: return ApiError::Kind::Network;
    }
}

std::optional<int> retryAfter(QNetworkReply* reply) {
    bool ok = false;
    const int seconds = reply->rawHeader("Retry-After").trimmed().toInt(&ok);
    if (!ok || seconds < 0)
        return std::nullopt;
    return seconds;
}

QString joined(const QStringList& parts) {
    return parts.join(QStringLiteral(", "));
}

} // namespace

std::optional<ApiError> readReply(QNetworkReply* reply, QJsonObject& body) {
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    ApiError error;
    error.status = status;
    if (status == 0) {
        error.kind = kindOf(reply->error());
        error.detail = reply->errorString();
        return error;
    }
    const QByteArray text = reply->readAll();
    QJsonParseError fault{};
    body = QJsonDocument::fromJson(text, &fault).object();
    if (status >= 400) {
        error.kind = ApiError::Kind::Http;
        error.type = body.value(QLatin1String("type")).toString();
        error.title = body.value(QLatin1String("title")).toString();
        error.detail = body.value(QLatin1String("detail")).toString();
        error.retryAfter = retryAfter(reply);
        return error;
    }
    if (reply->error() != QNetworkReply::NoError) {
        error.kind = kindOf(reply->error());
        error.detail = reply->errorString();
        return error;
    }
    if (status == 204)
        return std::nullopt;
    error.kind = ApiError::Kind::Malformed;
    if (status >= 300) {
        error.detail = ApiError::tr("it sends one elsewhere (status %1).").arg(status);
        return error;
    }
    if (fault.error != QJsonParseError::NoError || body.isEmpty()) {
        error.detail = ApiError::tr("the answer is not JSON.");
        return error;
    }
    return std::nullopt;
}

CertificateFault certificateFault(const QSslCertificate& certificate, const QList<QSslError>& errors) {
    const QLocale locale;
    CertificateFault fault;
    for (const QSslError& error : errors) {
        if (!fault.problems.contains(error.errorString()))
            fault.problems << error.errorString();
    }
    fault.subject = joined(certificate.subjectInfo(QSslCertificate::CommonName));
    fault.issuer = joined(certificate.issuerInfo(QSslCertificate::CommonName));
    fault.validFrom = locale.toString(certificate.effectiveDate().toLocalTime(), QLocale::ShortFormat);
    fault.validUntil = locale.toString(certificate.expiryDate().toLocalTime(), QLocale::ShortFormat);
    fault.fingerprint = certificate.digest(QCryptographicHash::Sha256);
    return fault;
}

} // namespace chinwag::admin
