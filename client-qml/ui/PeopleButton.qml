import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts

// How many are in the room, and the way to who they are.
Button {
    id: button

    required property int count

    text: qsTr("%n people in this room", "", count)
    implicitHeight: Math.round(34 * Theme.scale)
    leftPadding: 9
    rightPadding: 11
    font.pixelSize: Theme.small
    font.weight: Font.DemiBold
    Accessible.name: text

    contentItem: RowLayout {
        spacing: 4

        Icon {
            Layout.preferredWidth: size
            Layout.preferredHeight: size
            path: Glyphs.person
            size: Math.round(17 * Theme.scale)
            color: Theme.muted
        }

        Text {
            text: button.count
            color: Theme.ink
            font: button.font
            textFormat: Text.PlainText
        }
    }

    background: Rectangle {
        radius: height / 2
        color: button.hovered || button.down ? Theme.sunken : "transparent"

        FocusRing {
            visible: button.visualFocus
        }
    }

    HoverHandler {
        cursorShape: Qt.PointingHandCursor
    }

    AppToolTip {
        visible: button.hovered
        text: button.text
    }

    Keys.onReturnPressed: button.clicked()
    Keys.onEnterPressed: button.clicked()
}
