import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Chinwag.Models

// The way into another room: by its name, or one of those that the server lists.
AppDialog {
    id: dialog

    required property ChatController chat

    property string fault

    function join(room: string) {
        fault = chat.join(room)
        if (fault === "")
            close()
    }

    objectName: "roomDialog"
    heading: qsTr("Join a room")
    go: qsTr("Join")
    ready: name.text.trim() !== ""

    onAboutToShow: {
        name.text = ""
        fault = ""
        chat.directory.search("")
    }
    onOpened: name.input.forceActiveFocus()
    onAccepted: join(name.text.trim().replace(/^#/, ""))

    Field {
        id: name

        objectName: "roomDialogField"
        Layout.fillWidth: true
        label: qsTr("Name of the room")
        hint: qsTr("Letters, digits, “-”, “_” and “.”. A room exists as soon as somebody is in it.")
        fault: dialog.fault
        onEdited: {
            dialog.fault = ""
            dialog.chat.directory.search(text.trim().replace(/^#/, ""))
        }
        onAccepted: dialog.accepted()
        Keys.onDownPressed: if (list.count > 0) list.forceActiveFocus()
    }

    DirectoryRows {
        id: list

        objectName: "directoryList"
        Layout.fillWidth: true
        Layout.preferredHeight: Math.min(Math.round(220 * Theme.scale), contentHeight)
        visible: count > 0
        clip: true
        model: dialog.chat.directory
        activeFocusOnTab: true
        keyNavigationEnabled: true
        currentIndex: -1
        highlightMoveDuration: 0
        boundsBehavior: Flickable.StopAtBounds
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Rooms of this server")

        onActiveFocusChanged: if (activeFocus && currentIndex < 0) currentIndex = 0

        ScrollBar.vertical: AppScrollBar {}
        delegate: DirectoryDelegate {}
        onChosen: room => dialog.join(room)

        Keys.onPressed: event => {
            const room = currentItem as DirectoryDelegate
            if (room === null || (event.key !== Qt.Key_Return && event.key !== Qt.Key_Enter))
                return
            room.choose()
            event.accepted = true
        }
    }
}
