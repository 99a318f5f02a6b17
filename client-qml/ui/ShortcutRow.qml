import QtQuick
import QtQuick.Layouts

// Some keys, and what they do.
Item {
    id: row

    required property var modelData

    readonly property real gap: 12

    Layout.fillWidth: true
    implicitHeight: Math.max(keys.implicitHeight, meaning.implicitHeight)
    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("%1: %2").arg(modelData[0]).arg(modelData[1])

    Text {
        id: keys

        anchors.left: parent.left
        width: Math.round((row.width - row.gap) * 0.4)
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
        id: meaning

        anchors.right: parent.right
        width: row.width - row.gap - keys.width
        text: row.modelData[1]
        horizontalAlignment: Text.AlignLeft
        color: Theme.ink
        font.pixelSize: Theme.small
        wrapMode: Text.Wrap
        textFormat: Text.PlainText
        Accessible.ignored: true
    }
}
