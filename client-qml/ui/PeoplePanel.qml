import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Templates as T

// Who is in the room, along the right edge of the window.
Popup {
    id: panel

    required property var people
    required property string own

    parent: T.Overlay.overlay
    x: parent ? parent.width - width : 0
    width: Math.min(300, parent ? parent.width - 48 : 300)
    height: parent ? parent.height : 0
    padding: 0
    modal: true
    focus: true
    closePolicy: Popup.CloseOnEscape | Popup.CloseOnPressOutside

    onOpened: list.forceActiveFocus()

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
        y: 18
        width: parent.width - 76
        text: qsTr("%n people in this room", "", panel.people.length)
        color: Theme.ink
        font.pixelSize: Theme.text
        font.weight: Font.Bold
        elide: Text.ElideRight
        textFormat: Text.PlainText
    }

    IconButton {
        objectName: "closePeople"
        x: parent.width - width - 10
        y: 10
        path: Glyphs.close
        text: qsTr("Close")
        onClicked: panel.close()
    }

    component PeopleList: ListView {
        required property string own // one's own name
    }

    PeopleList {
        id: list

        own: panel.own

        objectName: "peopleList"
        y: 58
        width: parent.width
        height: parent.height - y
        clip: true
        model: panel.people
        activeFocusOnTab: true
        boundsBehavior: Flickable.StopAtBounds
        ScrollBar.vertical: AppScrollBar {}
        Accessible.role: Accessible.List
        Accessible.name: heading.text

        Keys.onUpPressed: contentY = Math.max(originY, contentY - 60)
        Keys.onDownPressed: contentY = Math.max(originY, Math.min(originY + contentHeight - height, contentY + 60))

        delegate: Item {
            id: person

            required property string modelData

            readonly property PeopleList view: ListView.view as PeopleList
            readonly property string name: modelData !== "" ? modelData : qsTr("Anonymous")

            width: view ? view.width : 0
            height: 46
            Accessible.role: Accessible.ListItem
            Accessible.name: name

            Avatar {
                x: 20
                anchors.verticalCenter: parent.verticalCenter
                side: 30
                nick: person.name
            }

            Text {
                id: nick

                x: 62
                anchors.verticalCenter: parent.verticalCenter
                // Whole pixels: a name that runs from right to left is elided for a fraction of one.
                width: Math.min(Math.ceil(implicitWidth) + 1, person.width - 82 - (you.visible ? you.width + 6 : 0))
                horizontalAlignment: Text.AlignLeft
                text: person.name
                color: Theme.ink
                font.pixelSize: Theme.text
                font.italic: person.modelData === ""
                elide: Text.ElideRight
                textFormat: Text.PlainText
            }

            Text {
                id: you

                x: nick.x + nick.width + 6
                anchors.verticalCenter: parent.verticalCenter
                visible: person.view !== null && person.modelData === person.view.own
                text: qsTr("you")
                color: Theme.muted
                font.pixelSize: Theme.tiny
                textFormat: Text.PlainText
            }
        }
    }
}
