import QtQuick
import QtQuick.Controls.Basic

// A line to look for something with.
TextField {
    id: field

    property string label

    implicitHeight: Math.round(36 * Theme.scale)
    leftPadding: 12 + glass.width + 7
    rightPadding: clear.visible ? clear.width + 6 : 12
    placeholderText: label
    placeholderTextColor: Theme.muted
    color: Theme.ink
    selectionColor: Theme.accent
    selectedTextColor: Theme.inkOnAccent
    selectByMouse: true
    font.pixelSize: Theme.small
    Accessible.name: label

    background: Rectangle {
        radius: height / 2
        color: Theme.paper
        border.width: field.activeFocus ? 2 : 1
        border.color: field.activeFocus ? Theme.accent : Theme.line
    }

    Icon {
        id: glass

        x: 12
        anchors.verticalCenter: parent.verticalCenter
        path: Glyphs.search
        size: Math.round(15 * Theme.scale)
        color: Theme.muted
    }

    IconButton {
        id: clear

        anchors.right: parent.right
        anchors.rightMargin: 4
        anchors.verticalCenter: parent.verticalCenter
        visible: field.text !== ""
        side: Math.round(28 * Theme.scale)
        iconSize: Math.round(13 * Theme.scale)
        path: Glyphs.close
        text: qsTr("Clear")
        onClicked: {
            field.clear()
            field.forceActiveFocus()
        }
    }
}
