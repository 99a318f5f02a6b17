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
            side: Math.round(28 * Theme.scale)
            iconSize: Math.round(16 * Theme.scale)
            path: Glyphs.reply
            text: qsTr("Reply")
            onClicked: tools.replyWanted()
        }

        IconButton {
            objectName: "editTool"
            visible: tools.changeable
            side: Math.round(28 * Theme.scale)
            iconSize: Math.round(16 * Theme.scale)
            path: Glyphs.pencil
            text: qsTr("Edit")
            onClicked: tools.editWanted()
        }

        IconButton {
            objectName: "moreTool"
            side: Math.round(28 * Theme.scale)
            iconSize: Math.round(16 * Theme.scale)
            path: Glyphs.more
            text: qsTr("More")
            onClicked: tools.moreWanted()
        }
    }
}
