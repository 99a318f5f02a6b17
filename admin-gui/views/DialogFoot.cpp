#include "views/DialogFoot.h"

#include "views/Tones.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace chinwag::admin {

QHBoxLayout* dialogFoot(QPushButton& cancel, QPushButton& act) {
    auto* const row = new QHBoxLayout; // belongs to the layout that takes it
    row->addStretch(1);
    row->addWidget(&cancel);
    row->addWidget(&act);
    return row;
}

void makeDangerous(QPushButton& button) {
    QPalette colors = button.palette();
    const QColor danger = Tones::of(colors).danger;
    for (const auto group : {QPalette::Active, QPalette::Inactive})
        colors.setColor(group, QPalette::ButtonText, danger);
    button.setPalette(colors);
}

} // namespace chinwag::admin
