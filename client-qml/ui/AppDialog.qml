import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import QtQuick.Templates as T

// A question in the middle of the window: what it is about, what belongs to it, and two answers.
Popup {
    id: dialog

    required property string heading
    required property string go
    property bool dangerous: false
    property bool ready: true
    default property alias content: body.data

    signal accepted()

    parent: T.Overlay.overlay
    anchors.centerIn: parent
    width: Math.min(420, (parent ? parent.width : 420) - 2 * Theme.gutter)
    padding: 24
    modal: true
    focus: true
    closePolicy: Popup.CloseOnEscape | Popup.CloseOnPressOutside

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
            text: dialog.heading
            color: Theme.ink
            font.pixelSize: Theme.title
            font.weight: Font.Bold
            wrapMode: Text.Wrap
            textFormat: Text.PlainText
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }

        ColumnLayout {
            id: body

            Layout.fillWidth: true
            spacing: 12
        }

        RowLayout {
            Layout.alignment: Qt.AlignRight
            spacing: Theme.gap

            AppButton {
                objectName: "dialogCancel"
                text: qsTr("Cancel")
                onClicked: dialog.close()
            }

            AppButton {
                objectName: "dialogGo"
                text: dialog.go
                primary: true
                dangerous: dialog.dangerous
                enabled: dialog.ready
                onClicked: dialog.accepted()
            }
        }
    }
}
