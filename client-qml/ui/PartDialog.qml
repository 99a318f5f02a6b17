import QtQuick
import QtQuick.Layouts
import Chinwag.Models

// Leaving a room loses what was written there and not sent, so it is asked once more.
AppDialog {
    id: dialog

    required property ChatController chat

    property string channel
    property string title
    property bool unsent: false

    function openFor(room: Room) {
        channel = room.channel
        title = room.title
        unsent = room.unsent || room.draft.text.trim() !== ""
        open()
    }

    objectName: "partDialog"
    heading: qsTr("Leave %1?").arg(title)
    go: qsTr("Leave")
    dangerous: unsent

    onAccepted: {
        close()
        chat.part(channel)
    }

    Text {
        Layout.fillWidth: true
        text: dialog.unsent ? qsTr("What you wrote there has not been sent, and is lost then.")
            : qsTr("You hear nothing from there any more. You can come back as long as it lets you in.")
        color: Theme.muted
        font.pixelSize: Theme.small
        wrapMode: Text.Wrap
        textFormat: Text.PlainText
    }
}
