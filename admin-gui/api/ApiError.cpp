#include "api/ApiError.h"

#include "api/ProblemText.h"

namespace chinwag::admin {

bool ApiError::wantsCode() const {
    return type == QLatin1String("urn:chinwag:problem:code-needed") ||
           type == QLatin1String("urn:chinwag:problem:code-wrong");
}

bool ApiError::isPassing() const {
    switch (kind) {
    case Kind::HostNotFound:
    case Kind::Refused:
    case Kind::TimedOut:
    case Kind::Network: return true;
    case Kind::Http: return status == 429 || status >= 500;
    case Kind::Tls:
    case Kind::Malformed:
    case Kind::Cancelled: break;
    }
    return false;
}

QString ApiError::message() const {
    switch (kind) {
    case Kind::HostNotFound:
        return tr("There is no host of this name. Check the address for a typing error.");
    case Kind::Refused: return tr("No server answers at this address. Is it running, and is the port right?");
    case Kind::TimedOut: return tr("The server did not answer in time.");
    case Kind::Tls:
        return certificate ? tr("The server's certificate cannot be trusted.")
                           : tr("No secure connection could be made: %1").arg(detail);
    case Kind::Network: return tr("The connection failed: %1").arg(detail);
    case Kind::Malformed: return tr("This does not answer as a Chinwag server does: %1").arg(detail);
    case Kind::Cancelled: return tr("The request was cancelled.");
    case Kind::Http: break;
    }
    if (const QString known = textOfProblem(type); !known.isEmpty())
        return known;
    if (!detail.isEmpty())
        return detail;
    return title.isEmpty() ? tr("The server answered with error %1.").arg(status) : title;
}

} // namespace chinwag::admin
