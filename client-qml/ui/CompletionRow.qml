import QtQuick
import QtQuick.Controls.Basic

// A person or an emoji that the word may become.
AbstractButton {
    id: row

    required property string value
    required property string name
    required property int index

    readonly property CompletionList view: ListView.view as CompletionList
    readonly property bool current: ListView.isCurrentItem
    readonly property bool person: view !== null && view.people

    objectName: "completion" + index
    width: view ? view.width : 0
    height: view ? view.rowHeight : 0
    focusPolicy: Qt.NoFocus
    Accessible.role: Accessible.ListItem
    Accessible.name: name
    Accessible.selected: current
    onClicked: view.chosen(index)

    background: Rectangle {
        radius: 8
        color: row.current ? Theme.sunken : row.hovered ? Theme.paper : "transparent"
    }

    contentItem: Item {
        Avatar {
            anchors.left: parent.left
            anchors.leftMargin: 6
            anchors.verticalCenter: parent.verticalCenter
            visible: row.person
            side: row.height - 10
            nick: row.name
        }

        Text {
            anchors.left: parent.left
            anchors.leftMargin: 8
            anchors.verticalCenter: parent.verticalCenter
            visible: !row.person
            text: row.value
            font.pixelSize: Math.round(Theme.text * 1.25)
            textFormat: Text.PlainText
        }

        Text {
            anchors.left: parent.left
            anchors.leftMargin: row.height + 6
            anchors.right: parent.right
            anchors.rightMargin: 8
            anchors.verticalCenter: parent.verticalCenter
            text: row.name
            horizontalAlignment: Text.AlignLeft
            color: Theme.ink
            font.pixelSize: Theme.text
            elide: Text.ElideRight
            textFormat: Text.PlainText
        }
    }
}
