// Time as people measure it, and the time of day as those of this place write it.
#pragma once

#include <QDateTime>
#include <QString>

namespace chinwag::models {

inline constexpr qint64 secondsOfMinute = 60;
inline constexpr qint64 secondsOfHour = 60 * secondsOfMinute;
inline constexpr qint64 secondsOfDay = 24 * secondsOfHour;

/// Hours and minutes.
QString clock(const QDateTime& at);

} // namespace chinwag::models
