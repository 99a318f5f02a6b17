import QtQuick
import QtQuick.Controls.Basic

// A line to look for something with.
TextField {
    id: field

    property string label

    implicitHeight: 36
    leftPadding: 34
    rightPadding: clear.visible ? 34 : 12
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
        x: 12
        anchors.verticalCenter: parent.verticalCenter
        path: Glyphs.search
        size: 15
        color: Theme.muted
    }

    IconButton {
        id: clear

        anchors.right: parent.right
        anchors.rightMargin: 4
        anchors.verticalCenter: parent.verticalCenter
        visible: field.text !== ""
        side: 28
        iconSize: 13
        path: Glyphs.close
        text: qsTr("Clear")
        onClicked: {
            field.clear()
            field.forceActiveFocus()
        }
    }
}
