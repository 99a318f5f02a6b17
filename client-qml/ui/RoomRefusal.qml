import QtQuick
import QtQuick.Layouts
import Chinwag.Models

// Why one is not in a room of the list, and what can be done about it.
Rectangle {
    id: refusal

    required property Room room

    signal knocked()
    signal partWanted()

    implicitHeight: layout.implicitHeight + 20
    radius: Theme.round
    color: Theme.dangerWash
    Accessible.role: Accessible.AlertMessage
    Accessible.name: explanation.text

    GridLayout {
        id: layout

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.leftMargin: 16
        anchors.rightMargin: 10
        columns: refusal.width < Theme.narrow ? 1 : 2
        columnSpacing: 12
        rowSpacing: 8

        Text {
            id: explanation

            Layout.fillWidth: true
            text: refusal.room.refusal
            color: Theme.danger
            font.pixelSize: Theme.small
            font.weight: Font.DemiBold
            wrapMode: Text.Wrap
            textFormat: Text.PlainText
        }

        RowLayout {
            Layout.alignment: Qt.AlignRight | Qt.AlignVCenter
            spacing: Theme.gap

            AppButton {
                objectName: "refusalPart"
                compact: true
                text: qsTr("Leave")
                onClicked: refusal.partWanted()
            }

            AppButton {
                objectName: "refusalKnock"
                compact: true
                text: qsTr("Try again")
                onClicked: refusal.knocked()
            }
        }
    }
}
