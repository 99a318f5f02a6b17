// How the parts of the style are painted.
#pragma once

class QPainter;
class QRect;
class QStyleOption;
class QStyleOptionButton;
class QStyleOptionHeader;
class QStyleOptionSlider;

namespace chinwag::admin {

/// The button that Enter presses, which stands out.
bool isPrimary(const QStyleOptionButton& button);
void paintButton(const QStyleOption& option, QPainter& painter);
void paintField(const QStyleOption& option, QPainter& painter);
/// `separated`: with a line at its end, as the sections have it.
void paintHeader(const QStyleOption& option, QPainter& painter, bool separated);
void paintSortArrow(const QStyleOptionHeader& header, QPainter& painter);
void paintScrollBar(const QStyleOptionSlider& bar, const QRect& slider, QPainter& painter);

} // namespace chinwag::admin
