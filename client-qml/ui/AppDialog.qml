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
    default property alias content: body.content

    signal accepted()

    // Where there is nothing to fill in, the answer is all there is to give. What has the keys otherwise has its own.
    function answer(event) {
        event.accepted = frame.activeFocus && ready
        if (event.accepted)
            accepted()
    }

    onAboutToShow: frame.focus = true

    parent: T.Overlay.overlay
    anchors.centerIn: parent
    width: Math.min(Math.round(420 * Theme.scale), (parent ? parent.width : 420) - 2 * Theme.gutter)
    height: Math.min(implicitHeight, (parent ? parent.height : implicitHeight) - 2 * Theme.gap)
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
        id: frame

        anchors.fill: parent
        spacing: 16
        focus: true
        Keys.onReturnPressed: event => dialog.answer(event)
        Keys.onEnterPressed: event => dialog.answer(event)

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

        ScrollColumn {
            id: body

            Layout.fillWidth: true
            Layout.fillHeight: true
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
