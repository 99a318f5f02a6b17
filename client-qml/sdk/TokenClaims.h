// What a log-in token says of its bearer. Nothing is verified here: that is the server's, who alone says what
// its bearer may.
#pragma once

#include <QString>

namespace chinwag::sdk {

struct TokenClaims {
    QString user{}; ///< empty: somebody anonymous
    QString nick{}; ///< empty where the token names none
};

/// Nothing is said by what is no token.
TokenClaims readTokenClaims(const QString& token);

} // namespace chinwag::sdk
