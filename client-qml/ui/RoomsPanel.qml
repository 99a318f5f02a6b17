import QtQuick
import QtQuick.Layouts
import Chinwag.Models

// The rooms that one is in, what to find them by, and the way into others.
Rectangle {
    id: panel

    required property ChatController chat

    // What is looked for is what Escape clears first.
    readonly property bool searching: search.activeFocus && search.text !== ""

    signal chosen()
    signal joinWanted()
    signal partWanted(Room room)

    function takeFocus() {
        search.forceActiveFocus()
        search.selectAll()
    }

    function show(channel: string) {
        chat.show(channel)
        search.clear()
        chosen()
    }

    color: Theme.surface

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        RowLayout {
            Layout.fillWidth: true
            Layout.preferredHeight: Math.round(58 * Theme.scale)
            Layout.leftMargin: 16
            Layout.rightMargin: 10
            spacing: 10

            Logo {
                side: Math.round(30 * Theme.scale)
            }

            Text {
                Layout.fillWidth: true
                text: panel.chat.serverName
                color: Theme.ink
                font.pixelSize: Theme.small
                font.weight: Font.DemiBold
                elide: Text.ElideMiddle
                textFormat: Text.PlainText
            }

            IconButton {
                objectName: "joinButton"
                path: Glyphs.plus
                text: qsTr("Join a room")
                onClicked: panel.joinWanted()
            }
        }

        SearchField {
            id: search

            objectName: "roomSearch"
            Layout.fillWidth: true
            Layout.leftMargin: 12
            Layout.rightMargin: 12
            Layout.bottomMargin: 8
            label: qsTr("Find a room")
            onTextChanged: panel.chat.rooms.filter = text
            // What is found first is where one goes.
            onAccepted: {
                if (text !== "" && panel.chat.rooms.count > 0)
                    panel.show(panel.chat.rooms.channelAt(0))
            }
            Keys.onDownPressed: list.forceActiveFocus()
            Keys.onEscapePressed: event => {
                event.accepted = text !== ""
                clear()
            }
        }

        Item {
            Layout.fillWidth: true
            Layout.fillHeight: true

            RoomsView {
                id: list

                objectName: "roomsView"
                anchors.fill: parent
                model: panel.chat.rooms
                onChosen: channel => panel.show(channel)
                onMenuWanted: (room, place) => menu.openFor(room, place)
            }

            Text {
                objectName: "noRooms"
                anchors.horizontalCenter: parent.horizontalCenter
                y: 24
                width: parent.width - 32
                visible: panel.chat.rooms.count === 0
                text: panel.chat.rooms.filter !== "" ? qsTr("No room of yours is called so.")
                    : qsTr("You are in no room. Join one with the plus sign above.")
                color: Theme.muted
                font.pixelSize: Theme.small
                wrapMode: Text.Wrap
                horizontalAlignment: Text.AlignHCenter
                textFormat: Text.PlainText
            }
        }
    }

    RoomMenu {
        id: menu

        onPartWanted: room => panel.partWanted(room)
    }

    Rectangle {
        anchors.right: parent.right
        width: 1
        height: parent.height
        color: Theme.line
    }
}
