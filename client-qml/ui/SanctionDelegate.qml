import QtQuick
import QtQuick.Layouts

// One who may not write in the room, or not be there.
RowLayout {
    id: sanction

    required property string sanctionId
    required property string whom
    required property string what
    required property string reason

    readonly property SanctionRows view: ListView.view as SanctionRows

    width: view ? view.width : 0
    height: implicitHeight + 12
    spacing: 10
    Accessible.role: Accessible.ListItem
    Accessible.name: qsTr("%1: %2").arg(whom).arg(what)

    ColumnLayout {
        Layout.fillWidth: true
        spacing: 1

        Text {
            Layout.fillWidth: true
            text: sanction.whom
            color: Theme.ink
            font.pixelSize: Theme.small
            font.weight: Font.DemiBold
            elide: Text.ElideRight
            horizontalAlignment: Text.AlignLeft
            textFormat: Text.PlainText
        }

        Text {
            Layout.fillWidth: true
            text: sanction.reason !== "" ? qsTr("%1, “%2”").arg(sanction.what).arg(sanction.reason) : sanction.what
            color: Theme.muted
            font.pixelSize: Theme.tiny
            wrapMode: Text.Wrap
            horizontalAlignment: Text.AlignLeft
            textFormat: Text.PlainText
        }
    }

    AppButton {
        objectName: "liftButton"
        compact: true
        text: qsTr("Lift")
        onClicked: sanction.view.liftWanted(sanction.sanctionId)
    }
}
