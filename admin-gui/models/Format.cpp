#include "models/Format.h"

#include <QLocale>

#include <cmath>

namespace chinwag::admin {

QString Format::count(double value) {
    return QLocale().toString(static_cast<qint64>(std::llround(value)));
}

QString Format::rate(double perSecond) {
    const bool small = perSecond > 0 && perSecond < 10 && std::floor(perSecond) != perSecond;
    return small ? QLocale().toString(perSecond, 'f', 1) : count(perSecond);
}

QString Format::bytes(double value) {
    double inUnit = value;
    while (inUnit >= 1024)
        inUnit /= 1024;
    const int decimals = std::floor(inUnit) == inUnit ? 0 : 1;
    return QLocale().formattedDataSize(static_cast<qint64>(value), decimals, QLocale::DataSizeIecFormat);
}

QString Format::percent(double value) {
    return tr("%1 %").arg(
        QLocale().toString(value, 'f', value > 0 && value < 10 && std::floor(value) != value ? 1 : 0));
}

QString Format::duration(double seconds) {
    if (seconds < 9.95 && std::floor(seconds) != seconds)
        return tr("%1 s").arg(QLocale().toString(seconds, 'f', 1));
    const auto whole = static_cast<qint64>(seconds);
    if (whole < 60)
        return tr("%1 s").arg(whole);
    const qint64 minutes = whole / 60;
    if (whole < 3600)
        return whole % 60 == 0 ? tr("%1 min").arg(minutes) : tr("%1 min %2 s").arg(minutes).arg(whole % 60);
    const qint64 hours = whole / 3600;
    if (whole < 86400)
        return minutes % 60 == 0 ? tr("%1 h").arg(hours) : tr("%1 h %2 min").arg(hours).arg(minutes % 60);
    const QString days = QLocale().toString(whole / 86400);
    return hours % 24 == 0 ? tr("%1 d").arg(days) : tr("%1 d %2 h").arg(days).arg(hours % 24);
}

QString Format::milliseconds(double value) {
    const int decimals = value < 1 ? 2 : value < 10 ? 1 : 0;
    return tr("%1 ms").arg(QLocale().toString(value, 'f', decimals));
}

QString Format::moment(const QDateTime& time) {
    const QDateTime local = time.toLocalTime();
    const QLocale locale;
    if (local.date() == QDate::currentDate())
        return locale.toString(local.time(), QStringLiteral("HH:mm:ss"));
    const bool thisYear = local.date().year() == QDate::currentDate().year();
    //: How a date is written, in the letters of QDateTime::toString().
    return locale.toString(local, thisYear ? tr("d MMM HH:mm") : tr("d MMM yyyy HH:mm"));
}

QString Format::exactMoment(const QDateTime& time) {
    const QDateTime local = time.toLocalTime();
    //: How a date is written, in the letters of QDateTime::toString().
    return QLocale().toString(local, tr("ddd d MMM yyyy, HH:mm:ss"));
}

} // namespace chinwag::admin
