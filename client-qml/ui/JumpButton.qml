import QtQuick
import QtQuick.Controls.Basic

// The way back to the newest message.
Button {
    id: button

    required property int unseen

    text: unseen > 0 ? qsTr("%n new message(s)", "", unseen) : qsTr("Latest messages")
    implicitHeight: Math.round(38 * Theme.scale)
    leftPadding: 14
    rightPadding: 18
    font.pixelSize: Theme.small
    font.weight: Font.DemiBold
    Accessible.name: text

    contentItem: Row {
        spacing: 6

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            path: Glyphs.arrowDown
            size: Math.round(16 * Theme.scale)
            color: Theme.inkOnAccent
        }

        Text {
            anchors.verticalCenter: parent.verticalCenter
            text: button.text
            font: button.font
            color: Theme.inkOnAccent
            textFormat: Text.PlainText
        }
    }

    background: Rectangle {
        radius: height / 2
        color: button.hovered ? Theme.accentStrong : Theme.accent

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
