import QtQuick
import QtQuick.Layouts
import Chinwag.Models

// Taking a message back cannot be undone, so it is asked once more.
AppDialog {
    id: dialog

    required property Room room

    property string messageId
    property string words

    function openFor(messageId: string, words: string) {
        dialog.messageId = messageId
        dialog.words = words
        open()
    }

    objectName: "redactDialog"
    heading: qsTr("Take this message back?")
    go: qsTr("Take back")
    dangerous: true

    onAccepted: {
        room.redact(messageId)
        close()
    }

    QuoteLine {
        Layout.fillWidth: true
        quote: dialog.words
    }

    Text {
        Layout.fillWidth: true
        text: qsTr("It disappears for everybody in the room, for good.")
        color: Theme.muted
        font.pixelSize: Theme.small
        wrapMode: Text.Wrap
        textFormat: Text.PlainText
    }
}
