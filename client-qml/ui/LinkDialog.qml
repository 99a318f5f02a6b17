import QtQuick
import QtQuick.Layouts
import Chinwag.Models

// A link leads to another server: that is asked before the one where one is gets left.
AppDialog {
    id: dialog

    required property ChatController chat

    property string address
    property string server

    function openFor(link: string, name: string) {
        address = link
        server = name
        open()
    }

    heading: qsTr("Go to %1?").arg(server)
    go: qsTr("Go")
    onAccepted: {
        close()
        chat.form.address = address
        chat.enter()
    }

    Text {
        Layout.fillWidth: true
        text: qsTr("A link wants to take you to %1. You would leave %2; what you have written there and was not sent is lost unless it is kept on this computer.")
            .arg(dialog.server).arg(dialog.chat.serverName)
        horizontalAlignment: Text.AlignLeft
        color: Theme.ink
        font.pixelSize: Theme.text
        wrapMode: Text.Wrap
        textFormat: Text.PlainText
    }
}
