// A self-signed certificate for localhost, made when a test needs one.
#pragma once

#include <QString>
#include <QTemporaryDir>

namespace chinwag::test {

class Certificate {
public:
    /// Makes the first one; isValid() says whether that worked.
    Certificate();

    bool isValid() const { return valid_; }
    /// Puts a new certificate and key in place of the old, at the same paths.
    bool renew();

    QString certificatePath() const { return directory_.filePath(QStringLiteral("server.crt")); }
    QString keyPath() const { return directory_.filePath(QStringLiteral("server.key")); }

private:
    QTemporaryDir directory_;
    bool valid_;
};

} // namespace chinwag::test
