import QtQuick
import Chinwag.Models

// What can be done with a room of the list.
AppMenu {
    id: menu

    property Room room: null

    signal partWanted(Room room)

    function openFor(room: Room, place: Item) {
        menu.room = room
        if (place !== null)
            popup(place, 20, place.height)
        else
            popup()
    }

    AppMenuItem {
        objectName: "pinItem"
        text: menu.room !== null && menu.room.pinned ? qsTr("Do not pin it any more") : qsTr("Pin to the top")
        onTriggered: menu.room.pinned = !menu.room.pinned
    }

    AppMenuItem {
        objectName: "muteItem"
        text: menu.room !== null && menu.room.muted ? qsTr("Notify me again") : qsTr("Do not notify me")
        onTriggered: menu.room.muted = !menu.room.muted
    }

    AppMenuLine {}

    AppMenuItem {
        objectName: "partItem"
        text: qsTr("Leave this room")
        onTriggered: menu.partWanted(menu.room)
    }
}
