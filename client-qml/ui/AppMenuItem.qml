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

    contentItem: MenuItemLine {
        text: item.text
        hint: item.hint
        checkable: item.checkable
        checked: item.checked
        color: item.enabled ? Theme.ink : Theme.muted
        font: item.font
    }

    indicator: Item {}

    background: Rectangle {
        radius: 8
        color: item.highlighted ? Theme.sunken : "transparent"
    }
}
