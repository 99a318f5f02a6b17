import QtQuick
import QtQuick.Controls.Basic

ToolTip {
    id: tip

    delay: 600
    padding: 8

    contentItem: Text {
        text: tip.text
        color: Theme.paper
        font.pixelSize: Theme.tiny
        textFormat: Text.PlainText
    }

    background: Rectangle {
        radius: Theme.roundSmall
        color: Theme.ink
    }
}
