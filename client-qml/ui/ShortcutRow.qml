import QtQuick
import QtQuick.Layouts

// Some keys, and what they do.
RowLayout {
    id: row

    required property var modelData

    Layout.fillWidth: true
    spacing: 12
    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("%1: %2").arg(modelData[0]).arg(modelData[1])

    Text {
        Layout.preferredWidth: Math.round(row.width * 0.4)
        Layout.alignment: Qt.AlignTop
        text: row.modelData[0]
        horizontalAlignment: Text.AlignLeft
        color: Theme.ink
        font.pixelSize: Theme.small
        font.weight: Font.DemiBold
        wrapMode: Text.Wrap
        textFormat: Text.PlainText
        Accessible.ignored: true
    }

    Text {
        Layout.fillWidth: true
        Layout.preferredWidth: Math.round(row.width * 0.6)
        Layout.alignment: Qt.AlignTop
        text: row.modelData[1]
        horizontalAlignment: Text.AlignLeft
        color: Theme.ink
        font.pixelSize: Theme.small
        wrapMode: Text.Wrap
        textFormat: Text.PlainText
        Accessible.ignored: true
    }
}
