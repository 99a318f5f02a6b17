import QtQuick

// What is done with a message most often, while the pointer is on it.
Rectangle {
    id: tools

    required property bool changeable

    signal replyWanted()
    signal editWanted()
    signal moreWanted()

    width: row.width + 4
    height: row.height + 4
    radius: height / 2
    color: Theme.surface
    border.color: Theme.line

    Row {
        id: row

        x: 2
        y: 2

        IconButton {
            objectName: "replyTool"
            side: 28
            iconSize: 16
            path: Glyphs.reply
            text: qsTr("Reply")
            onClicked: tools.replyWanted()
        }

        IconButton {
            objectName: "editTool"
            visible: tools.changeable
            side: 28
            iconSize: 16
            path: Glyphs.pencil
            text: qsTr("Edit")
            onClicked: tools.editWanted()
        }

        IconButton {
            objectName: "moreTool"
            side: 28
            iconSize: 16
            path: Glyphs.more
            text: qsTr("More")
            onClicked: tools.moreWanted()
        }
    }
}
