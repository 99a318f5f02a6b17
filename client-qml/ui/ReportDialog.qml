import QtQuick
import QtQuick.Layouts
import Chinwag.Models

// Shows a message to those who run the server, and says what is wrong with it.
AppDialog {
    id: dialog

    required property Room room

    property string messageId
    property string nick
    property string words

    function openFor(messageId: string, nick: string, words: string) {
        dialog.messageId = messageId
        dialog.nick = nick
        dialog.words = words
        reason.text = ""
        open()
    }

    objectName: "reportDialog"
    heading: qsTr("Report this message")
    go: qsTr("Report")
    ready: reason.text.trim() !== ""

    onOpened: reason.input.forceActiveFocus()
    onAccepted: {
        room.report(messageId, reason.text.trim())
        close()
    }

    QuoteLine {
        Layout.fillWidth: true
        nick: dialog.nick
        quote: dialog.words
    }

    Field {
        id: reason

        objectName: "reportReason"
        Layout.fillWidth: true
        label: qsTr("What is wrong with it?")
        hint: qsTr("Those who run this server read it. The others in the room are not told.")
        input.maximumLength: 500
        onAccepted: if (dialog.ready) dialog.accepted()
    }
}
