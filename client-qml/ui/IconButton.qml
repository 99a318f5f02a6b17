import QtQuick
import QtQuick.Controls.Basic

// A round button with a drawing; `text` is what it is called.
Button {
    id: button

    required property string path
    property int side: Theme.control - 4
    property int iconSize: Math.round(20 * Theme.scale)
    property bool filled: false
    property bool primary: false

    implicitWidth: side
    implicitHeight: side
    padding: 0
    Accessible.name: text

    contentItem: Item {
        Icon {
            anchors.centerIn: parent
            path: button.path
            filled: button.filled
            size: button.iconSize
            color: !button.enabled ? Theme.muted : button.primary ? Theme.inkOnAccent : Theme.ink
        }
    }

    background: Rectangle {
        radius: height / 2
        color: button.primary
            ? (!button.enabled ? Theme.sunken : button.hovered || button.down ? Theme.accentStrong : Theme.accent)
            : (button.hovered || button.down ? Theme.sunken : "transparent")

        FocusRing {
            visible: button.visualFocus
        }
    }

    HoverHandler {
        cursorShape: Qt.PointingHandCursor
    }

    AppToolTip {
        visible: button.hovered && button.enabled
        text: button.text
    }

    Keys.onReturnPressed: button.clicked()
    Keys.onEnterPressed: button.clicked()
}
