import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Templates as T
import Chinwag.Models

// The list of rooms over a narrow window, from its left edge.
Popup {
    id: drawer

    required property ChatController chat

    signal joinWanted()
    signal partWanted(Room room)

    parent: T.Overlay.overlay
    width: Math.min(Math.round(340 * Theme.scale), parent ? parent.width - 40 : 340)
    height: parent ? parent.height : 0
    padding: 0
    modal: true
    focus: true
    closePolicy: Popup.CloseOnEscape | Popup.CloseOnPressOutside

    background: Rectangle {
        color: Theme.surface
    }

    T.Overlay.modal: Rectangle {
        color: Theme.veil
    }

    contentItem: RoomsPanel {
        objectName: "drawerPanel"
        chat: drawer.chat
        onChosen: drawer.close()
        onJoinWanted: drawer.joinWanted()
        onPartWanted: room => drawer.partWanted(room)
    }
}
