import QtQuick
import QtQuick.Controls.Basic

MenuItem {
    id: item

    property string hint

    implicitHeight: visible ? Math.round(36 * Theme.scale) : 0
    leftPadding: 12
    rightPadding: 12
    font.pixelSize: Theme.small
    Accessible.name: text

    contentItem: Item {
        id: line

        readonly property real ending: item.checkable ? mark.width + 12
            : item.hint !== "" ? Math.ceil(key.implicitWidth) + 24 : 0

        implicitWidth: Math.ceil(label.implicitWidth) + ending

        Text {
            id: label

            anchors.verticalCenter: parent.verticalCenter
            width: line.width - line.ending
            text: item.text
            color: item.enabled ? Theme.ink : Theme.muted
            font: item.font
            elide: Text.ElideRight
            textFormat: Text.PlainText
        }

        Text {
            id: key

            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            visible: !item.checkable && text !== ""
            text: item.hint
            color: Theme.muted
            font.pixelSize: Theme.tiny
            textFormat: Text.PlainText
        }

        Icon {
            id: mark

            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            visible: item.checked
            path: Glyphs.check
            size: Math.round(16 * Theme.scale)
            color: Theme.accent
        }
    }

    indicator: Item {}

    background: Rectangle {
        radius: 8
        color: item.highlighted ? Theme.sunken : "transparent"
    }
}
