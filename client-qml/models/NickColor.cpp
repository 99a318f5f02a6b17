#include "models/NickColor.h"

#include <QLocale>
#include <QTextBoundaryFinder>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace chinwag::models {

namespace {

// Far enough apart to be told from each other.
constexpr quint32 hueSteps = 18;

float encoded(double linear) {
    const double clamped = std::clamp(linear, 0.0, 1.0);
    return static_cast<float>(clamped <= 0.0031308 ? 12.92 * clamped
                                                   : 1.055 * std::pow(clamped, 1 / 2.4) - 0.055);
}

// OKLCH gives every hue the same lightness to the eye, so that one contrast holds for all. The matrices are
// those of its definition.
QColor fromOklch(double lightness, double chroma, double hue) {
    const double angle = hue * std::numbers::pi / 180;
    const double a = chroma * std::cos(angle);
    const double b = chroma * std::sin(angle);
    const double l = std::pow(lightness + 0.3963377774 * a + 0.2158037573 * b, 3);
    const double m = std::pow(lightness - 0.1055613458 * a - 0.0638541728 * b, 3);
    const double s = std::pow(lightness - 0.0894841775 * a - 1.2914855480 * b, 3);
    return QColor::fromRgbF(encoded(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
                            encoded(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
                            encoded(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s));
}

} // namespace

double NickColor::hue(const QString& nick) {
    // FNV-1a over the lower case, as the page does.
    quint32 hash = 0x811C9DC5;
    const QByteArray bytes = QLocale(QLocale::English).toLower(nick).toUtf8();
    for (const char byte : bytes)
        hash = (hash ^ static_cast<quint8>(byte)) * 0x01000193;
    return (hash % hueSteps) * (360.0 / hueSteps);
}

QColor NickColor::text(const QString& nick, bool dark) {
    return dark ? fromOklch(0.8, 0.1, hue(nick)) : fromOklch(0.46, 0.11, hue(nick));
}

QColor NickColor::disc(const QString& nick, bool dark) {
    return dark ? fromOklch(0.45, 0.085, hue(nick)) : fromOklch(0.5, 0.105, hue(nick));
}

QString NickColor::initial(const QString& nick) {
    if (nick.isEmpty())
        return QStringLiteral("?");
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, nick);
    const qsizetype end = finder.toNextBoundary();
    return QLocale().toUpper(end > 0 ? nick.left(end) : nick.left(1));
}

} // namespace chinwag::models
