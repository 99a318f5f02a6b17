// How the parts of the style are painted.
#pragma once

class QPainter;
class QRect;
class QStyleOption;
class QStyleOptionButton;
class QStyleOptionHeader;
class QStyleOptionProgressBar;
class QStyleOptionSlider;

namespace chinwag::admin {

/// The button that Enter presses, which stands out.
bool isPrimary(const QStyleOptionButton& button);
void paintButton(const QStyleOption& option, QPainter& painter);
void paintField(const QStyleOption& option, QPainter& painter);
/// `separated`: with a line at its end, as the sections have it.
/// The field of a combo box that can be written in, with the arrow in `arrow`.
void paintEditableCombo(const QStyleOption& option, const QRect& arrow, QPainter& painter);
void paintHeader(const QStyleOption& option, QPainter& painter, bool separated);
void paintSortArrow(const QStyleOptionHeader& header, QPainter& painter);
/// Without a text in it.
void paintProgress(const QStyleOptionProgressBar& bar, QPainter& painter);
/// Where two scroll bars meet.
void paintCorner(const QStyleOption& option, QPainter& painter);
void paintScrollBar(const QStyleOptionSlider& bar, const QRect& slider, QPainter& painter);

} // namespace chinwag::admin
