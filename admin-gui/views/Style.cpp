#include "views/Style.h"

#include "views/StylePainting.h"

#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QStyleOption>

#include <algorithm>

namespace chinwag::admin {

namespace {

constexpr int itemMargin = 8;
constexpr int areaFrame = 3; // so that what is in it leaves its round corners alone
constexpr int scrollBarExtent = 12;
constexpr int shortestSlider = 28;

/// The slider and what is above and below it: the bar has no arrows.
QRect scrollBarPart(const QStyleOptionSlider& bar, QStyle::SubControl part) {
    const bool horizontal = bar.orientation == Qt::Horizontal;
    const int length = horizontal ? bar.rect.width() : bar.rect.height();
    const int range = bar.maximum - bar.minimum;
    int slider = length;
    if (range > 0) {
        const double share = static_cast<double>(bar.pageStep) / (static_cast<double>(range) + bar.pageStep);
        slider = std::clamp(static_cast<int>(share * length), std::min(shortestSlider, length), length);
    }
    const int start = QStyle::sliderPositionFromValue(bar.minimum, bar.maximum, bar.sliderPosition,
                                                      length - slider, bar.upsideDown);
    const auto along = [&](int from, int extent) {
        return horizontal ? QRect(bar.rect.x() + from, bar.rect.y(), extent, bar.rect.height())
                          : QRect(bar.rect.x(), bar.rect.y() + from, bar.rect.width(), extent);
    };
    switch (part) {
    case QStyle::SC_ScrollBarSlider: return along(start, slider);
    case QStyle::SC_ScrollBarSubPage: return along(0, start);
    case QStyle::SC_ScrollBarAddPage: return along(start + slider, length - start - slider);
    case QStyle::SC_ScrollBarGroove: return along(0, length);
    default: return {};
    }
}

/// The box around it is the field, and paints all of that, its corners too.
bool isPartOfField(const QWidget* edit) {
    const QWidget* const around = edit != nullptr ? edit->parentWidget() : nullptr;
    return qobject_cast<const QAbstractSpinBox*>(around) != nullptr ||
           qobject_cast<const QComboBox*>(around) != nullptr;
}

} // namespace

Style::Style() : QProxyStyle(QStringLiteral("Fusion")) {}

int Style::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const {
    switch (metric) {
    case PM_FocusFrameHMargin:
        if (qobject_cast<const QAbstractItemView*>(widget) != nullptr)
            return itemMargin;
        break;
    case PM_DefaultFrameWidth:
        if (qobject_cast<const QAbstractScrollArea*>(widget) != nullptr)
            return areaFrame;
        break;
    case PM_HeaderMargin: return itemMargin;
    case PM_ScrollBarExtent: return scrollBarExtent;
    case PM_ScrollView_ScrollBarSpacing:
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical: return 0;
    default: break;
    }
    return QProxyStyle::pixelMetric(metric, option, widget);
}

int Style::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                     QStyleHintReturn* data) const {
    switch (hint) {
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_EtchDisabledText:
    case SH_ScrollBar_LeftClickAbsolutePosition: return 0;
    case SH_DialogButtonLayout: return QDialogButtonBox::GnomeLayout; // as in the dialog to connect
    default: return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                              const QWidget* widget) const {
    const QSize found = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_PushButton: return found + QSize(12, 6);
    case CT_ToolButton: return found + QSize(10, 4);
    case CT_LineEdit:
    case CT_ComboBox: return found + QSize(8, 7);
    case CT_SpinBox: return found + QSize(8, 0); // the field in it has its height already
    case CT_HeaderSection: return found + QSize(0, 5);
    case CT_MenuItem: return found + QSize(0, 4);
    default: return found;
    }
}

QRect Style::subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const {
    const QRect found = QProxyStyle::subElementRect(element, option, widget);
    if (element == SE_LineEditContents)
        return found.adjusted(5, 0, -3, 0);
    return found;
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                            const QWidget* widget) const {
    const auto* const bar = qstyleoption_cast<const QStyleOptionSlider*>(option);
    if (control == CC_ScrollBar && bar != nullptr)
        return scrollBarPart(*bar, part);
    const QRect found = QProxyStyle::subControlRect(control, option, part, widget);
    const auto* const combo = qstyleoption_cast<const QStyleOptionComboBox*>(option);
    // Its text begins where that of a field does.
    if (control == CC_ComboBox && part == SC_ComboBoxEditField && combo != nullptr && !combo->editable)
        return found.adjusted(3, 0, 0, 0);
    return found;
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                          const QWidget* widget) const {
    switch (element) {
    case PE_PanelButtonCommand: return paintButton(*option, *painter);
    case PE_PanelButtonTool:
        if (!option->state.testFlag(State_AutoRaise))
            return paintButton(*option, *painter);
        break;
    case PE_PanelLineEdit:
        if (isPartOfField(widget))
            return;
        if (const auto* const frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
            frame != nullptr && frame->lineWidth > 0)
            return paintField(*option, *painter);
        break;
    case PE_IndicatorHeaderArrow:
        if (const auto* const header = qstyleoption_cast<const QStyleOptionHeader*>(option))
            return paintSortArrow(
                *header, QRectF(widget != nullptr ? widget->rect() : header->rect).center().y(), *painter);
        break;
    case PE_IndicatorCheckBox:
        if (!option->state.testFlag(State_NoChange))
            return paintCheckBox(*option, *painter);
        break;
    case PE_Frame:
        if (qobject_cast<const QAbstractScrollArea*>(widget) != nullptr)
            return paintField(*option, *painter);
        break;
    case PE_PanelScrollAreaCorner: return paintCorner(*option, *painter);
    case PE_FrameFocusRect: return; // buttons and fields show their focus by their border
    default: break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void Style::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                        const QWidget* widget) const {
    if (element == CE_HeaderSection || element == CE_HeaderEmptyArea)
        return paintHeader(*option, *painter, element == CE_HeaderSection);
    const auto* const progress = qstyleoption_cast<const QStyleOptionProgressBar*>(option);
    if (element == CE_ProgressBar && progress != nullptr)
        return paintProgress(*progress, *painter);
    const auto* const button = qstyleoption_cast<const QStyleOptionButton*>(option);
    if (element == CE_PushButtonLabel && button != nullptr && isPrimary(*button)) {
        QStyleOptionButton primary(*button);
        primary.palette.setColor(QPalette::ButtonText, button->palette.color(QPalette::HighlightedText));
        return QProxyStyle::drawControl(element, &primary, painter, widget);
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                               const QWidget* widget) const {
    const auto* const bar = qstyleoption_cast<const QStyleOptionSlider*>(option);
    if (control == CC_ScrollBar && bar != nullptr)
        return paintScrollBar(*bar, subControlRect(control, option, SC_ScrollBarSlider, widget), *painter);
    const auto* const spin = qstyleoption_cast<const QStyleOptionSpinBox*>(option);
    if (control == CC_SpinBox && spin != nullptr)
        return paintSpinBox(*spin, subControlRect(control, option, SC_SpinBoxUp, widget),
                            subControlRect(control, option, SC_SpinBoxDown, widget), *painter);
    const auto* const combo = qstyleoption_cast<const QStyleOptionComboBox*>(option);
    if (control == CC_ComboBox && combo != nullptr) {
        const QRect arrow = subControlRect(control, option, SC_ComboBoxArrow, widget);
        return combo->editable ? paintEditableCombo(*combo, arrow, *painter)
                               : paintCombo(*combo, arrow, *painter);
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

} // namespace chinwag::admin
