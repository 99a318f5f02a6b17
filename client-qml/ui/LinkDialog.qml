import QtQuick
import QtQuick.Layouts
import Chinwag.Models

// A link leads to another server, or to this one as somebody else: that is asked before the one where one is
// gets left.
AppDialog {
    id: dialog

    required property ChatController chat

    property var target
    property string server
    property string nick
    readonly property bool elsewhere: server !== "" && server !== chat.serverName

    function openFor(link: var) {
        target = link
        server = link.server
        nick = link.nick
        open()
    }

    heading: elsewhere ? qsTr("Go to %1?").arg(server)
        : nick !== "" ? qsTr("Go on as %1?").arg(nick)
        : qsTr("Go on as somebody else?")
    go: qsTr("Go")
    onAccepted: {
        close()
        chat.form.fillIn(target)
        chat.enter()
    }

    Text {
        objectName: "linkDialogText"
        Layout.fillWidth: true
        text: dialog.elsewhere
            ? qsTr("A link wants to take you to %1. You would leave %2; what you have written there and was not sent is lost unless it is kept on this computer.")
                .arg(dialog.server).arg(dialog.chat.serverName)
            : qsTr("You would leave %1 and come back there; what you have written and was not sent is lost unless it is kept on this computer.")
                .arg(dialog.chat.serverName)
        horizontalAlignment: Text.AlignLeft
        color: Theme.ink
        font.pixelSize: Theme.text
        wrapMode: Text.Wrap
        textFormat: Text.PlainText
    }
}
