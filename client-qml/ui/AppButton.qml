import QtQuick
import QtQuick.Controls.Basic

Button {
    id: button

    property bool primary: false
    property bool compact: false
    property bool dangerous: false

    implicitHeight: compact ? Theme.control - 8 : Theme.control
    leftPadding: compact ? 14 : 20
    rightPadding: leftPadding
    font.pixelSize: compact ? Theme.small : Theme.text
    font.weight: Font.DemiBold
    Accessible.name: text

    contentItem: Text {
        text: button.text
        font: button.font
        color: !button.enabled ? Theme.muted : button.primary ? Theme.inkOnAccent : Theme.ink
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        elide: Text.ElideRight
        textFormat: Text.PlainText
    }

    background: Rectangle {
        radius: height / 2
        color: !button.enabled ? Theme.sunken
            : button.dangerous ? Theme.danger
            : button.primary ? (button.hovered || button.down ? Theme.accentStrong : Theme.accent)
            : (button.down ? Theme.sunken : Theme.surface)
        border.width: button.primary ? 0 : 1
        border.color: button.hovered && button.enabled ? Theme.accent : Theme.line

        FocusRing {
            visible: button.visualFocus
        }
    }

    HoverHandler {
        cursorShape: Qt.PointingHandCursor
    }

    Keys.onReturnPressed: button.clicked()
    Keys.onEnterPressed: button.clicked()
}
