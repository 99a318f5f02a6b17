// The buttons at the foot of a dialog that asks before something is done.
#pragma once

class QHBoxLayout;
class QPushButton;

namespace chinwag::admin {

/// What the dialog does is at the right, whether it hurts or not, and the way out before it. For a layout of
/// the dialog that both belong to.
QHBoxLayout* dialogFoot(QPushButton& cancel, QPushButton& act);
/// In the colour of what hurts.
void makeDangerous(QPushButton& button);

} // namespace chinwag::admin
