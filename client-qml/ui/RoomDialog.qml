import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import QtQuick.Templates as T
import Chinwag.Models

Popup {
    id: dialog

    required property ChatController chat

    property string fault

    function go() {
        fault = chat.changeRoom(name.text.trim().replace(/^#/, ""))
        if (fault === "")
            close()
    }

    parent: T.Overlay.overlay
    anchors.centerIn: parent
    width: Math.min(420, (parent ? parent.width : 420) - 2 * Theme.gutter)
    padding: 24
    modal: true
    focus: true
    closePolicy: Popup.CloseOnEscape | Popup.CloseOnPressOutside

    onAboutToShow: {
        name.text = ""
        fault = ""
    }
    onOpened: name.input.forceActiveFocus()

    background: Rectangle {
        radius: Theme.round
        color: Theme.surface
        border.color: Theme.line
    }

    T.Overlay.modal: Rectangle {
        color: Theme.veil
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: 16

        Text {
            Layout.fillWidth: true
            text: qsTr("Go to another room")
            color: Theme.ink
            font.pixelSize: Theme.title
            font.weight: Font.Bold
            textFormat: Text.PlainText
        }

        Field {
            id: name

            objectName: "roomDialogField"
            Layout.fillWidth: true
            label: qsTr("Name of the room")
            hint: qsTr("Letters, digits, “-”, “_” and “.”. A room exists as soon as somebody is in it.")
            fault: dialog.fault
            onEdited: dialog.fault = ""
            onAccepted: dialog.go()
        }

        RowLayout {
            Layout.alignment: Qt.AlignRight
            spacing: Theme.gap

            AppButton {
                text: qsTr("Cancel")
                onClicked: dialog.close()
            }

            AppButton {
                text: qsTr("Go")
                primary: true
                onClicked: dialog.go()
            }
        }
    }
}
