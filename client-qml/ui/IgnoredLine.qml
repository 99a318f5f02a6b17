import QtQuick
import QtQuick.Layouts

// Stands for a message of somebody whom one does not want to hear.
RowLayout {
    id: line

    signal showWanted()

    spacing: 4

    Text {
        text: qsTr("Ignored message")
        color: Theme.muted
        font.pixelSize: Theme.tiny
        font.italic: true
        textFormat: Text.PlainText
    }

    TextButton {
        objectName: "showIgnored"
        text: qsTr("Show")
        onClicked: line.showWanted()
    }
}
