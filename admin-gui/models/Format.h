// Numbers as people read them: units, thousands separators, few digits.
#pragma once

#include <QCoreApplication>
#include <QDateTime>
#include <QString>

namespace chinwag::admin {

inline constexpr double mebibyte = 1024.0 * 1024.0; ///< in bytes

class Format {
    Q_DECLARE_TR_FUNCTIONS(Format)
public:
    static QString count(double value);    ///< "12,345"
    static QString rate(double perSecond); ///< "0.4", "12", "12,345"
    static QString bytes(double value);    ///< "17.2 MiB"
    static QString percent(double value);
    /// The two largest units: "3 d 4 h", "12 min 5 s", "0.4 s".
    static QString duration(double seconds);
    static QString milliseconds(double value);
    /// "14:03:12" of today, otherwise with the date; local time.
    static QString moment(const QDateTime& time);
    /// With date and seconds; local time.
    static QString exactMoment(const QDateTime& time);
};

} // namespace chinwag::admin
