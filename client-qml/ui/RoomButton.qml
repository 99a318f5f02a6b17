import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts

// The room one is in, and the way to another one.
Button {
    id: button

    required property string room

    text: qsTr("Room %1, go to another room").arg(room)
    implicitHeight: 34
    leftPadding: 13
    rightPadding: 10
    font.pixelSize: Theme.small
    font.weight: Font.DemiBold
    Accessible.name: text

    contentItem: RowLayout {
        spacing: 5

        Text {
            text: "#"
            color: Theme.muted
            font: button.font
        }

        Text {
            Layout.fillWidth: true
            Layout.leftMargin: -4
            text: button.room
            color: Theme.ink
            font: button.font
            elide: Text.ElideRight
            textFormat: Text.PlainText
        }

        Icon {
            Layout.preferredWidth: size
            Layout.preferredHeight: size
            path: Glyphs.chevronDown
            size: 14
            color: Theme.muted
        }
    }

    background: Rectangle {
        radius: height / 2
        color: Theme.sunken
        border.width: 1
        border.color: button.hovered ? Theme.accent : Theme.sunken

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
