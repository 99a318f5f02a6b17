#include "views/Tones.h"

namespace chinwag::admin {

QColor mix(const QColor& top, const QColor& ground, double share) {
    const auto part = [share](int a, int b) {
        return static_cast<int>(static_cast<double>(a) * share + static_cast<double>(b) * (1 - share));
    };
    return {part(top.red(), ground.red()), part(top.green(), ground.green()),
            part(top.blue(), ground.blue())};
}

Tones Tones::of(const QPalette& palette) {
    const QColor window = palette.color(QPalette::Active, QPalette::Window);
    const QColor text = palette.color(QPalette::Active, QPalette::WindowText);
    Tones tones;
    tones.dark = window.lightness() < 128;
    tones.surface = palette.color(QPalette::Active, QPalette::Base);
    tones.text = text;
    tones.line = mix(text, window, tones.dark ? 0.17 : 0.14);
    tones.muted = mix(text, window, tones.dark ? 0.66 : 0.68);
    tones.accent = tones.dark ? QColor(0x4F, 0xC4, 0xAB) : QColor(0x0B, 0x7A, 0x68);
    tones.ok = tones.dark ? QColor(0x6F, 0xD3, 0x9A) : QColor(0x15, 0x73, 0x47);
    tones.warn = tones.dark ? QColor(0xF0, 0xC2, 0x73) : QColor(0x8A, 0x53, 0x00);
    tones.danger = tones.dark ? QColor(0xFF, 0x9D, 0x88) : QColor(0xA8, 0x32, 0x1F);
    tones.accentWash = mix(tones.accent, tones.surface, tones.dark ? 0.22 : 0.12);
    tones.warnWash = mix(tones.warn, tones.surface, tones.dark ? 0.20 : 0.13);
    tones.dangerWash = mix(tones.danger, tones.surface, tones.dark ? 0.20 : 0.11);
    return tones;
}

} // namespace chinwag::admin
