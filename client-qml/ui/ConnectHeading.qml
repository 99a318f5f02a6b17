import QtQuick
import QtQuick.Layouts

RowLayout {
    spacing: 14

    Logo {
        side: Math.round(52 * Theme.scale)
    }

    ColumnLayout {
        spacing: 0

        Text {
            Layout.fillWidth: true
            text: "Chinwag"
            color: Theme.ink
            font.pixelSize: Theme.headline
            font.weight: Font.Bold
            font.letterSpacing: -0.5
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }

        Text {
            Layout.fillWidth: true
            text: qsTr("Join a room and talk.")
            color: Theme.muted
            font.pixelSize: Theme.small
            elide: Text.ElideRight
            textFormat: Text.PlainText
        }
    }
}
