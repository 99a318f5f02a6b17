// Where a server is and who one is there.
#pragma once

#include <QByteArray>
#include <QString>
#include <QUrl>

namespace chinwag::admin {

struct Endpoint {
    QUrl url;
    QString operatorName;
    QString password;
    QByteArray pin; ///< SHA-256 of a certificate to take although nobody vouches for it; may be empty
    QString code{}; ///< of the second factor, good for one log-in; may be empty

    /// "localhost:8000", or with https when it is secure: what tells servers apart for a person.
    QString label() const;
};

} // namespace chinwag::admin
