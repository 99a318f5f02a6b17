// Where the first operator of a server is made.
#pragma once

#include <QString>

#include <string>

namespace chinwag::app {

/// For the listener `url`, as http(s)://host:port. The code stands behind the '#': what is there goes to no
/// server, and so into no log.
QString setupLink(const QString& url, const std::string& code);

} // namespace chinwag::app
