import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts

// One group of emoji.
AbstractButton {
    id: tab

    required property int index
    required property string modelData

    readonly property var signs: ["🕘", "🙂", "👋", "🐶", "🍔", "⚽", "🚗", "💡", "❤️"]
    readonly property EmojiTabs row: parent as EmojiTabs

    objectName: "emojiTab" + index
    Layout.fillWidth: true
    Layout.preferredWidth: 1
    implicitHeight: Theme.control - 6
    padding: 0
    text: modelData
    Accessible.role: Accessible.PageTab
    Accessible.name: modelData
    onClicked: row.chosen(index)

    contentItem: Text {
        text: tab.signs[tab.index]
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        font.pixelSize: Theme.text
        textFormat: Text.PlainText
    }

    background: Rectangle {
        radius: 8
        color: (tab.row && tab.row.current === tab.index) || tab.hovered ? Theme.sunken : "transparent"

        FocusRing {
            visible: tab.visualFocus
        }
    }

    AppToolTip {
        visible: tab.hovered
        text: tab.modelData
    }

    Keys.onReturnPressed: tab.clicked()
    Keys.onEnterPressed: tab.clicked()
}
