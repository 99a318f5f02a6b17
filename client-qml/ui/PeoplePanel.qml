import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Templates as T
import Chinwag.Models

// Who is in the room, along the right edge of the window.
Popup {
    id: panel

    required property ChatController chat

    readonly property PeopleModel people: chat.room.members

    signal profileWanted(string user, string nick)

    parent: T.Overlay.overlay
    x: parent ? parent.width - width : 0
    width: Math.min(Math.round(300 * Theme.scale), parent ? parent.width - 48 : 300)
    height: parent ? parent.height : 0
    padding: 0
    modal: true
    focus: true
    closePolicy: Popup.CloseOnEscape | Popup.CloseOnPressOutside

    onOpened: {
        list.forceActiveFocus()
        chat.activity.follow(chat.room)
    }
    onClosed: chat.activity.rest()

    background: Rectangle {
        color: Theme.surface

        Rectangle {
            width: 1
            height: parent.height
            color: Theme.line
        }
    }

    T.Overlay.modal: Rectangle {
        color: Theme.veil
    }

    Text {
        id: heading

        x: 20
        y: Math.round((list.y - height) / 2)
        width: closing.x - x - 8
        text: qsTr("%n people in this room", "", panel.people.count)
        color: Theme.ink
        font.pixelSize: Theme.text
        font.weight: Font.Bold
        elide: Text.ElideRight
        textFormat: Text.PlainText
    }

    IconButton {
        id: closing

        objectName: "closePeople"
        x: parent.width - width - 10
        y: Math.round((list.y - height) / 2)
        path: Glyphs.close
        text: qsTr("Close")
        onClicked: panel.close()
    }

    PeopleView {
        id: list

        objectName: "peopleList"
        y: Math.round(58 * Theme.scale)
        width: parent.width
        height: parent.height - y
        model: panel.people
        ownUser: panel.chat.user
        ownNick: panel.chat.nick
        Accessible.name: heading.text
        onChosen: (user, nick) => panel.profileWanted(user, nick)
    }
}
