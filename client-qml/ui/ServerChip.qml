import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts

Button {
    id: chip

    required property string modelData

    readonly property ChipFlow row: parent as ChipFlow

    text: modelData
    width: row ? Math.min(implicitWidth, row.width) : 0
    implicitHeight: Math.round(30 * Theme.scale)
    padding: 0
    leftPadding: 12
    rightPadding: 3
    font.pixelSize: Theme.tiny
    onClicked: row.chosen(modelData)
    Accessible.name: qsTr("Use the server %1").arg(modelData)

    contentItem: RowLayout {
        spacing: 2

        Text {
            Layout.fillWidth: true
            text: chip.modelData
            color: Theme.ink
            font: chip.font
            elide: Text.ElideMiddle
            textFormat: Text.PlainText
        }

        IconButton {
            side: Math.round(24 * Theme.scale)
            iconSize: Math.round(14 * Theme.scale)
            path: Glyphs.close
            text: qsTr("Forget this server")
            onClicked: chip.row.forgetWanted(chip.modelData)
        }
    }

    background: Rectangle {
        radius: height / 2
        color: Theme.sunken
        border.width: 1
        border.color: chip.hovered ? Theme.accent : Theme.sunken

        FocusRing {
            visible: chip.visualFocus
        }
    }

    HoverHandler {
        cursorShape: Qt.PointingHandCursor
    }

    Keys.onReturnPressed: chip.clicked()
    Keys.onEnterPressed: chip.clicked()
    Keys.onDeletePressed: row.forgetWanted(modelData)
}
