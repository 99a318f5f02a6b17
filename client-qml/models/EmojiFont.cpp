#include "models/EmojiFont.h"

#include <QFont>
#include <QFontInfo>
#include <QGuiApplication>

namespace chinwag::models {

void preferColourEmoji() {
    QFont font = QGuiApplication::font();
    // The family that the desktop's choice stands for: an alias such as "Sans" would not come first.
    font.setFamilies({QFontInfo(font).family(), QStringLiteral("Noto Color Emoji")});
    QGuiApplication::setFont(font);
}

} // namespace chinwag::models
