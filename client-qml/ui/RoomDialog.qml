import QtQuick
import QtQuick.Layouts
import Chinwag.Models

AppDialog {
    id: dialog

    required property ChatController chat

    property string fault

    objectName: "roomDialog"
    heading: qsTr("Join a room")
    go: qsTr("Join")

    onAboutToShow: {
        name.text = ""
        fault = ""
    }
    onOpened: name.input.forceActiveFocus()
    onAccepted: {
        fault = chat.join(name.text.trim().replace(/^#/, ""))
        if (fault === "")
            close()
    }

    Field {
        id: name

        objectName: "roomDialogField"
        Layout.fillWidth: true
        label: qsTr("Name of the room")
        hint: qsTr("Letters, digits, “-”, “_” and “.”. A room exists as soon as somebody is in it.")
        fault: dialog.fault
        onEdited: dialog.fault = ""
        onAccepted: dialog.accepted()
    }
}
