import QtQuick

// One of the people of a room.
Item {
    id: person

    required property string nick
    required property string user
    required property bool ignored
    required property bool idle

    readonly property PeopleRows view: ListView.view as PeopleRows
    readonly property string name: nick !== "" ? nick : qsTr("Anonymous")
    readonly property bool own: view !== null
        && (user !== "" ? user === view.ownUser : view.ownUser === "" && nick === view.ownNick)
    readonly property bool keyed: view !== null && view.activeFocus && ListView.isCurrentItem

    function choose() {
        view.chosen(user, nick)
    }

    width: view ? view.width : 0
    implicitHeight: Math.round(46 * Theme.scale)
    Accessible.onPressAction: choose()
    Accessible.role: Accessible.ListItem
    Accessible.name: ignored ? qsTr("%1, ignored").arg(name) : idle ? qsTr("%1, idle").arg(name) : name

    Rectangle {
        anchors.fill: parent
        anchors.leftMargin: 8
        anchors.rightMargin: 8
        radius: 10
        color: pointer.hovered ? Theme.sunken : "transparent"
        border.width: person.keyed ? 2 : 0
        border.color: Theme.accent
    }

    Item {
        anchors.fill: parent
        anchors.leftMargin: 12
        anchors.rightMargin: 12
        opacity: person.ignored ? 0.55 : 1

        Avatar {
            id: face

            x: 8
            anchors.verticalCenter: parent.verticalCenter
            side: Math.round(30 * Theme.scale)
            nick: person.name
            opacity: person.idle && !person.own ? 0.45 : 1
        }

        Text {
            id: label

            x: face.x + face.width + 12
            anchors.verticalCenter: parent.verticalCenter
            // Whole pixels: a name that runs from right to left is elided for a fraction of one.
            width: Math.min(Math.ceil(implicitWidth) + 1, parent.width - x - 6 - (mark.visible ? mark.width + 6 : 0))
            horizontalAlignment: Text.AlignLeft
            text: person.name
            color: Theme.ink
            font.pixelSize: Theme.text
            font.italic: person.nick === ""
            elide: Text.ElideRight
            textFormat: Text.PlainText
        }

        Text {
            id: mark

            x: label.x + label.width + 6
            anchors.verticalCenter: parent.verticalCenter
            visible: person.own || person.ignored || person.idle
            text: person.own ? qsTr("you") : person.ignored ? qsTr("ignored") : qsTr("idle")
            color: Theme.muted
            font.pixelSize: Theme.tiny
            textFormat: Text.PlainText
        }
    }

    HoverHandler {
        id: pointer

        cursorShape: Qt.PointingHandCursor
    }

    TapHandler {
        onTapped: person.choose()
    }
}
