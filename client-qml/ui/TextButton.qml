import QtQuick
import QtQuick.Controls.Basic

// A quiet button within a line of text.
Button {
    id: button

    padding: 4
    font.pixelSize: Theme.tiny
    font.weight: Font.DemiBold
    Accessible.name: text

    contentItem: Text {
        text: button.text
        font.pixelSize: button.font.pixelSize
        font.weight: button.font.weight
        font.underline: button.hovered
        color: Theme.accent
        textFormat: Text.PlainText
    }

    background: Rectangle {
        radius: 4
        color: "transparent"
        border.width: button.visualFocus ? 2 : 0
        border.color: Theme.accent
    }

    HoverHandler {
        cursorShape: Qt.PointingHandCursor
    }

    Keys.onReturnPressed: button.clicked()
    Keys.onEnterPressed: button.clicked()
}
