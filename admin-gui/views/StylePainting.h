// How the parts of the style are painted.
#pragma once

class QPainter;
class QRect;
class QStyleOption;
class QStyleOptionButton;
class QStyleOptionHeader;
class QStyleOptionProgressBar;
class QStyleOptionSlider;
class QStyleOptionSpinBox;

namespace chinwag::admin {

/// The button that Enter presses, which stands out.
bool isPrimary(const QStyleOptionButton& button);
void paintButton(const QStyleOption& option, QPainter& painter);
void paintField(const QStyleOption& option, QPainter& painter);
/// The field of a combo box that can be written in, with the arrow in `arrow`.
void paintEditableCombo(const QStyleOption& option, const QRect& arrow, QPainter& painter);
/// One that can only be chosen from: a button.
void paintCombo(const QStyleOption& option, const QRect& arrow, QPainter& painter);
/// The field of a number, with its steps in `up` and `down`, if it has any.
void paintSpinBox(const QStyleOptionSpinBox& box, const QRect& up, const QRect& down, QPainter& painter);
void paintCheckBox(const QStyleOption& option, QPainter& painter);
/// `separated`: with a line at its end, as the sections have it.
void paintHeader(const QStyleOption& option, QPainter& painter, bool separated);
/// `middle` is where it is in the height of the header.
void paintSortArrow(const QStyleOptionHeader& header, double middle, QPainter& painter);
/// Without a text in it.
void paintProgress(const QStyleOptionProgressBar& bar, QPainter& painter);
/// Where two scroll bars meet.
void paintCorner(const QStyleOption& option, QPainter& painter);
void paintScrollBar(const QStyleOptionSlider& bar, const QRect& slider, QPainter& painter);

} // namespace chinwag::admin
