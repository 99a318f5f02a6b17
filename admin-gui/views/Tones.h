// The colours that a palette has no role for, made from the palette.
#pragma once

#include <QColor>
#include <QPalette>

namespace chinwag::admin {

struct Tones {
    bool dark = false;
    QColor surface; ///< of a panel on the window
    QColor line;    ///< a border that separates without being seen
    QColor text;
    QColor muted; ///< text of the second rank; at least 4.5:1 on surface and window
    QColor accent;
    QColor accentWash;
    QColor ok;
    QColor warn;
    QColor warnWash;
    QColor danger;
    QColor dangerWash;

    static Tones of(const QPalette& palette);
};

/// `share` of `top` over `ground`.
QColor mix(const QColor& top, const QColor& ground, double share);

} // namespace chinwag::admin
