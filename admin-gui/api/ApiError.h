// Why a request to the operator API came to nothing, as a value.
#pragma once

#include <QByteArray>
#include <QCoreApplication>
#include <QString>
#include <QStringList>

#include <optional>

namespace chinwag::admin {

/// What is wrong with the server's certificate, and which one it is.
struct CertificateFault {
    QStringList problems; ///< in words, as the TLS library has them
    QString subject;
    QString issuer;
    QString validFrom; ///< in the user's locale
    QString validUntil;
    QByteArray fingerprint; ///< SHA-256 of the certificate, 32 bytes
};

struct ApiError {
    Q_DECLARE_TR_FUNCTIONS(ApiError)
public:
    enum class Kind {
        HostNotFound,
        Refused, ///< nothing listens there
        TimedOut,
        Tls,       ///< `certificate` says more when it was the certificate
        Network,   ///< any other failure of the way there
        Http,      ///< the server answered with an error; `status` says which
        Malformed, ///< the answer is not what a Chinwag server says
        Cancelled,
    };

    Kind kind = Kind::Network;
    int status = 0; ///< HTTP; 0 when there was no answer
    QString type;   ///< of the problem, a URI that names it; empty when the answer has none
    QString title;
    QString detail;
    std::optional<int> retryAfter; ///< seconds
    std::optional<CertificateFault> certificate;

    /// The log-in wants the code of a second factor: there was none, or it was wrong.
    bool wantsCode() const;
    /// Something may be different when one just asks again: the way is down, or the server is busy.
    bool isPassing() const;
    /// One or two sentences for a person.
    QString message() const;
};

} // namespace chinwag::admin
