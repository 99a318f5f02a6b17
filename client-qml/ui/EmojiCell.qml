import QtQuick
import QtQuick.Controls.Basic

// One emoji in the picker.
AbstractButton {
    id: cell

    required property string emoji
    required property string name
    required property int index

    readonly property EmojiGrid view: GridView.view as EmojiGrid
    readonly property bool current: GridView.isCurrentItem

    width: view ? view.cellWidth : 0
    height: view ? view.cellHeight : 0
    focusPolicy: Qt.NoFocus
    text: name
    Accessible.role: Accessible.ListItem
    Accessible.name: name
    Accessible.selected: current
    onHoveredChanged: if (hovered) view.currentIndex = index
    onClicked: view.chosen(index)

    contentItem: Text {
        text: cell.emoji
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        font.pixelSize: Math.round(Theme.text * 1.5)
        textFormat: Text.PlainText
    }

    background: Rectangle {
        radius: 8
        color: cell.current ? Theme.sunken : "transparent"
        border.width: cell.current ? 2 : 0
        border.color: Theme.accent
    }
}
