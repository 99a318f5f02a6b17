import QtQuick
import QtQuick.Layouts
import Chinwag.Models

AppDialog {
    id: dialog

    required property ChatController chat

    property string fault

    heading: qsTr("Go to another room")
    go: qsTr("Go")

    onAboutToShow: {
        name.text = ""
        fault = ""
    }
    onOpened: name.input.forceActiveFocus()
    onAccepted: {
        fault = chat.changeRoom(name.text.trim().replace(/^#/, ""))
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
