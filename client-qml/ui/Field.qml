import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts

// A line to write into, with its name above and what is wrong with it below.
ColumnLayout {
    id: field

    required property string label
    property alias text: input.text
    property alias placeholder: input.placeholderText
    property alias input: input
    property string fault
    property string hint

    signal edited()
    signal accepted()

    spacing: 5

    Text {
        Layout.fillWidth: true
        text: field.label
        color: Theme.ink
        font.pixelSize: Theme.small
        font.weight: Font.DemiBold
        textFormat: Text.PlainText
        Accessible.ignored: true
    }

    TextField {
        id: input

        Layout.fillWidth: true
        implicitHeight: Theme.control
        leftPadding: 14
        rightPadding: 14
        color: Theme.ink
        placeholderTextColor: Theme.muted
        selectionColor: Theme.accent
        selectedTextColor: Theme.inkOnAccent
        selectByMouse: true
        font.pixelSize: Theme.text
        focus: true
        Accessible.name: field.label
        Accessible.description: field.fault !== "" ? field.fault : field.hint

        onTextEdited: field.edited()
        onAccepted: field.accepted()

        background: Rectangle {
            radius: 11
            color: Theme.paper
            border.width: input.activeFocus ? 2 : 1
            border.color: field.fault !== "" ? Theme.danger : input.activeFocus ? Theme.accent : Theme.border
        }
    }

    Text {
        Layout.fillWidth: true
        visible: text !== ""
        text: field.fault !== "" ? field.fault : field.hint
        color: field.fault !== "" ? Theme.danger : Theme.muted
        font.pixelSize: Theme.tiny
        wrapMode: Text.Wrap
        textFormat: Text.PlainText
        Accessible.role: Accessible.StaticText
        Accessible.name: text
    }
}
