import QtQuick

// The way to the list of rooms, and whether something is new there.
IconButton {
    id: button

    required property int unread
    required property int mentions

    path: Glyphs.menu
    text: unread > 0 ? qsTr("Rooms, %n unread message(s)", "", unread) : qsTr("Rooms")

    CountBadge {
        x: parent.width - width + 2
        y: -2
        visible: button.unread > 0 || button.mentions > 0
        count: Math.max(button.unread, button.mentions)
        loud: button.mentions > 0
    }
}
