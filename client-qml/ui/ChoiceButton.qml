import QtQuick
import QtQuick.Controls.Basic

// One value of a setting.
AbstractButton {
    id: choice

    required property var modelData

    readonly property ChoiceFlow row: parent as ChoiceFlow
    readonly property bool current: row !== null && modelData.value === row.value

    objectName: (row ? row.prefix : "") + modelData.value
    text: modelData.text
    padding: 8
    leftPadding: 14
    rightPadding: 14
    Accessible.role: Accessible.RadioButton
    Accessible.name: qsTr("%1: %2").arg(row ? row.label : "").arg(text)
    Accessible.checkable: true
    Accessible.checked: current
    onClicked: row.chosen(modelData.value)

    contentItem: Text {
        text: choice.text
        color: choice.current ? Theme.inkOnAccent : Theme.ink
        font.pixelSize: Theme.small
        font.weight: Font.DemiBold
        textFormat: Text.PlainText
    }

    background: Rectangle {
        radius: height / 2
        color: choice.current ? Theme.accent : choice.hovered ? Theme.sunken : Theme.surface
        border.width: choice.current ? 0 : 1
        border.color: Theme.border

        FocusRing {
            visible: choice.visualFocus
        }
    }

    HoverHandler {
        cursorShape: Qt.PointingHandCursor
    }

    Keys.onReturnPressed: choice.clicked()
    Keys.onEnterPressed: choice.clicked()
}
