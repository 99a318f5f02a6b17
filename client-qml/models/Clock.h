// The time of day as people of this place write it.
#pragma once

#include <QDateTime>
#include <QString>

namespace chinwag::models {

/// Hours and minutes.
QString clock(const QDateTime& at);

} // namespace chinwag::models
