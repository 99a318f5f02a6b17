#include "app/DataDirectory.h"

#include <QStandardPaths>

namespace chinwag::app {

QString dataDirectory(const config::ServerSettings& settings) {
    if (!settings.dataDir.empty())
        return QString::fromStdString(settings.dataDir);
    auto state = qEnvironmentVariable("STATE_DIRECTORY").section(QLatin1Char(':'), 0, 0);
    if (!state.isEmpty())
        return state;
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/chinwag");
}

} // namespace chinwag::app
