#include "views/Theme.h"

#include "views/Style.h"

#include <QApplication>
#include <QStyle>

namespace chinwag::admin {

namespace {

struct Shades {
    QColor window, base, alternate, button, text, muted, mid, highlight, onHighlight, link, tip;
};

QPalette paletteOf(const Shades& shades) {
    QPalette palette(shades.button, shades.window);
    palette.setColor(QPalette::WindowText, shades.text);
    palette.setColor(QPalette::Text, shades.text);
    palette.setColor(QPalette::ButtonText, shades.text);
    palette.setColor(QPalette::Base, shades.base);
    palette.setColor(QPalette::AlternateBase, shades.alternate);
    palette.setColor(QPalette::Mid, shades.mid);
    palette.setColor(QPalette::PlaceholderText, shades.muted);
    palette.setColor(QPalette::Highlight, shades.highlight);
    palette.setColor(QPalette::HighlightedText, shades.onHighlight);
    palette.setColor(QPalette::Link, shades.link);
    palette.setColor(QPalette::LinkVisited, shades.link);
    palette.setColor(QPalette::ToolTipBase, shades.tip);
    palette.setColor(QPalette::ToolTipText, shades.text);
    for (const auto role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        palette.setColor(QPalette::Disabled, role, shades.muted);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, shades.mid);
    return palette;
}

} // namespace

Theme::Theme(QObject* parent) : QObject(parent), desktop_(QApplication::palette()) {}

QPalette Theme::light() {
    return paletteOf({.window = {0xF4, 0xF4, 0xF2},
                      .base = {0xFF, 0xFF, 0xFF},
                      .alternate = {0xF8, 0xF8, 0xF6},
                      .button = {0xF1, 0xF1, 0xEF},
                      .text = {0x1D, 0x23, 0x22},
                      .muted = {0x7C, 0x83, 0x81},
                      .mid = {0xC4, 0xC8, 0xC6},
                      .highlight = {0x0B, 0x7A, 0x68},
                      .onHighlight = {0xFF, 0xFF, 0xFF},
                      .link = {0x0B, 0x6A, 0x5B},
                      .tip = {0xFF, 0xFE, 0xF8}});
}

QPalette Theme::dark() {
    return paletteOf({.window = {0x1A, 0x1D, 0x1E},
                      .base = {0x22, 0x26, 0x27},
                      .alternate = {0x26, 0x2A, 0x2B},
                      .button = {0x33, 0x38, 0x3A},
                      .text = {0xE8, 0xEA, 0xE8},
                      .muted = {0x8A, 0x93, 0x91},
                      .mid = {0x45, 0x4C, 0x4D},
                      .highlight = {0x1C, 0x6F, 0x60},
                      .onHighlight = {0xFF, 0xFF, 0xFF},
                      .link = {0x62, 0xCF, 0xB8},
                      .tip = {0x2D, 0x32, 0x33}});
}

void Theme::apply(Choice choice) {
    choice_ = choice;
    // The application owns the style, which the analyzer does not see; it complains wherever the function
    // goes on. NOLINTBEGIN(clang-analyzer-cplusplus.NewDeleteLeaks)
    QApplication::setStyle(new Style);
    switch (choice) {
    case Choice::Light: return QApplication::setPalette(light());
    case Choice::Dark: return QApplication::setPalette(dark());
    case Choice::System: break;
    }
    // NOLINTEND(clang-analyzer-cplusplus.NewDeleteLeaks)
    // A desktop without colours of its own leaves Qt's grey; ours are made for this program.
    const QPalette plain = QApplication::style()->standardPalette();
    const bool isPlain = desktop_.color(QPalette::Window) == plain.color(QPalette::Window) &&
                         desktop_.color(QPalette::Base) == plain.color(QPalette::Base);
    QApplication::setPalette(isPlain ? light() : desktop_);
}

} // namespace chinwag::admin
