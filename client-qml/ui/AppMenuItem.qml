import QtQuick
import QtQuick.Controls.Basic

MenuItem {
    id: item

    property string hint

    implicitHeight: visible ? 36 : 0
    leftPadding: 12
    rightPadding: 12
    font.pixelSize: Theme.small
    Accessible.name: text

    contentItem: Item {
        Text {
            anchors.verticalCenter: parent.verticalCenter
            text: item.text
            color: item.enabled ? Theme.ink : Theme.muted
            font: item.font
            textFormat: Text.PlainText
        }

        Text {
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            visible: !item.checkable
            text: item.hint
            color: Theme.muted
            font.pixelSize: Theme.tiny
            textFormat: Text.PlainText
        }

        Icon {
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            visible: item.checked
            path: Glyphs.check
            size: 16
            color: Theme.accent
        }
    }

    indicator: Item {}

    background: Rectangle {
        radius: 8
        color: item.highlighted ? Theme.sunken : "transparent"
    }
}
