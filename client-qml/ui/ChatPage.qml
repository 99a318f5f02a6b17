import QtQuick
import QtQuick.Layouts
import Chinwag.Models

// The rooms, and the one that one is in: beside one another, or one over the other where there is little room.
Rectangle {
    id: page

    required property ChatController chat

    readonly property bool wide: width >= Theme.wide
    readonly property bool atEnd: room.atEnd

    property bool covered: false // by a dialog of the window

    signal settingsWanted()
    signal shortcutsWanted()

    function takeFocus() {
        room.takeFocus()
    }

    function joinRoom() {
        roomDialog.open()
    }

    function findRoom() {
        if (!wide)
            drawer.open()
        const panel = wide ? rooms : drawer.contentItem as RoomsPanel
        panel.takeFocus()
    }

    color: Theme.paper

    RowLayout {
        anchors.fill: parent
        spacing: 0

        RoomsPanel {
            id: rooms

            objectName: "roomsPanel"
            Layout.preferredWidth: Math.min(320 * Theme.scale, Math.max(250 * Theme.scale, page.width * 0.26))
            Layout.fillHeight: true
            visible: page.wide
            chat: page.chat
            onChosen: page.takeFocus()
            onJoinWanted: roomDialog.open()
            onPartWanted: room => partDialog.openFor(room)
        }

        RoomPage {
            id: room

            Layout.fillWidth: true
            Layout.fillHeight: true
            chat: page.chat
            hasList: page.wide
            onSettingsWanted: page.settingsWanted()
            onShortcutsWanted: page.shortcutsWanted()
            covered: page.covered || drawer.opened || roomDialog.opened || partDialog.opened || rooms.searching
            onRoomsWanted: drawer.open()
            onJoinWanted: roomDialog.open()
            onPartWanted: partDialog.openFor(page.chat.room)
        }
    }

    RoomsDrawer {
        id: drawer

        chat: page.chat
        onJoinWanted: {
            close()
            roomDialog.open()
        }
        onPartWanted: room => partDialog.openFor(room)
        onClosed: if (!roomDialog.opened) page.takeFocus()
    }

    RoomDialog {
        id: roomDialog

        chat: page.chat
        onClosed: page.takeFocus()
    }

    PartDialog {
        id: partDialog

        chat: page.chat
        onClosed: page.takeFocus()
    }

    onWideChanged: drawer.close()

    Shortcut {
        enabled: page.visible
        sequence: "Ctrl+L"
        onActivated: page.chat.leave()
    }

    Shortcut {
        enabled: page.visible
        sequence: "Ctrl+K"
        onActivated: page.findRoom()
    }

    Shortcut {
        enabled: page.visible
        sequences: ["Alt+Up", "Ctrl+PgUp"]
        onActivated: page.chat.step(-1)
    }

    Shortcut {
        enabled: page.visible
        sequences: ["Alt+Down", "Ctrl+PgDown"]
        onActivated: page.chat.step(1)
    }

    Shortcut {
        enabled: page.visible
        sequence: "Alt+Shift+Down"
        onActivated: page.chat.stepToUnread()
    }
}
