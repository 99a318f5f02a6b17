import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import QtQuick.Templates as T
import Chinwag.Models

// Who is muted or banned in the room, and the way to take that back.
Popup {
    id: dialog

    required property ChatController chat

    property string title

    function openFor(room: Room) {
        chat.sanctions.show(room.channel)
        title = room.title
        open()
    }

    objectName: "sanctionsDialog"
    parent: T.Overlay.overlay
    anchors.centerIn: parent
    width: Math.min(Math.round(460 * Theme.scale), (parent ? parent.width : 460) - 2 * Theme.gutter)
    height: Math.min(implicitHeight, (parent ? parent.height : implicitHeight) - 2 * Theme.gap)
    padding: 20
    modal: true
    focus: true
    closePolicy: Popup.CloseOnEscape | Popup.CloseOnPressOutside

    onOpened: list.forceActiveFocus()

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
        spacing: 12

        RowLayout {
            Layout.fillWidth: true

            Text {
                Layout.fillWidth: true
                text: qsTr("Muted and banned in %1").arg(dialog.title)
                color: Theme.ink
                font.pixelSize: Theme.title
                font.weight: Font.Bold
                wrapMode: Text.Wrap
                textFormat: Text.PlainText
                Accessible.role: Accessible.Heading
                Accessible.name: text
            }

            IconButton {
                objectName: "closeSanctions"
                path: Glyphs.close
                text: qsTr("Close")
                onClicked: dialog.close()
            }
        }

        FaultBox {
            Layout.fillWidth: true
            visible: text !== ""
            text: dialog.chat.sanctions.fault
        }

        Text {
            objectName: "noSanctions"
            Layout.fillWidth: true
            visible: list.count === 0 && dialog.chat.sanctions.fault === ""
            text: dialog.chat.sanctions.busy ? qsTr("Looking…") : qsTr("Nobody is.")
            color: Theme.muted
            font.pixelSize: Theme.small
            textFormat: Text.PlainText
        }

        SanctionRows {
            id: list

            objectName: "sanctionsList"
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredHeight: Math.min(Math.round(320 * Theme.scale), contentHeight)
            visible: count > 0
            clip: true
            model: dialog.chat.sanctions
            boundsBehavior: Flickable.StopAtBounds
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Muted and banned in %1").arg(dialog.title)

            ScrollBar.vertical: AppScrollBar {}
            delegate: SanctionDelegate {}
            onLiftWanted: id => dialog.chat.sanctions.lift(id)
        }
    }
}
