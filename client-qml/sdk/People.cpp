#include "sdk/People.h"

#include <algorithm>

namespace chinwag::sdk {

QStringList People::nicks() const {
    QStringList nicks = nicks_.values();
    std::sort(nicks.begin(), nicks.end(), [](const QString& a, const QString& b) {
        if (a.isEmpty() != b.isEmpty())
            return b.isEmpty();
        const int order = QString::localeAwareCompare(a.toCaseFolded(), b.toCaseFolded());
        return order != 0 ? order < 0 : a < b;
    });
    return nicks;
}

} // namespace chinwag::sdk
