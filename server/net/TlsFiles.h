// The certificate and key of the server, read from files.
#pragma once

#include <QtCore/QString>
#include <QtNetwork/QSslConfiguration>

#include <variant>

namespace chinwag::net {

/// A configuration for accepted connections, or what is wrong with which file. `certificateFile` is PEM,
/// the server's certificate first and its chain behind it; `keyFile` is its PEM key, RSA or EC, without
/// a passphrase. That the two belong together is checked here, not at the first handshake.
std::variant<QSslConfiguration, QString> loadTlsFiles(const QString& certificateFile, const QString& keyFile);

} // namespace chinwag::net
