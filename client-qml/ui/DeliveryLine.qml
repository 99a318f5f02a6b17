import QtQuick
import QtQuick.Layouts
import Chinwag.Models

// Under a message of one's own that is not everybody's yet: how it stands, and what can be done.
RowLayout {
    id: line

    required property int delivery

    readonly property bool failed: delivery === TimelineModel.Failed

    signal resendWanted()
    signal discardWanted()

    spacing: 6

    Text {
        text: line.failed ? qsTr("Not confirmed.")
            : line.delivery === TimelineModel.Waiting ? qsTr("Will be sent when the connection is back")
            : qsTr("Sending…")
        color: line.failed ? Theme.danger : Theme.muted
        font.pixelSize: Theme.tiny
        textFormat: Text.PlainText
        wrapMode: Text.Wrap
        horizontalAlignment: Text.AlignRight
        Layout.fillWidth: true
    }

    TextButton {
        objectName: "resendButton"
        visible: line.failed
        text: qsTr("Send again")
        onClicked: line.resendWanted()
    }

    TextButton {
        objectName: "discardButton"
        visible: line.failed || line.delivery === TimelineModel.Waiting
        text: qsTr("Discard")
        onClicked: line.discardWanted()
    }
}
