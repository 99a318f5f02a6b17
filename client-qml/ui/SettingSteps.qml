import QtQuick

// A setting in per cent that goes up and down in steps. Put in place by hand: a layout takes the height that its label
// had at the first, narrower width.
Item {
    id: setting

    required property string label
    required property int from
    required property int to
    required property int step
    required property int value

    signal chosen(int value)

    implicitHeight: Math.max(name.implicitHeight, steps.height)

    Text {
        id: name

        anchors.left: parent.left
        anchors.right: steps.left
        anchors.rightMargin: 4
        anchors.verticalCenter: parent.verticalCenter
        text: setting.label
        horizontalAlignment: Text.AlignLeft
        color: Theme.ink
        font.pixelSize: Theme.text
        wrapMode: Text.Wrap
        textFormat: Text.PlainText
        Accessible.ignored: true
    }

    Row {
        id: steps

        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        spacing: 4

        IconButton {
            objectName: setting.objectName + "Less"
            enabled: setting.value > setting.from
            path: Glyphs.minus
            text: qsTr("%1: smaller").arg(setting.label)
            onClicked: setting.chosen(setting.value - setting.step)
        }

        Text {
            anchors.verticalCenter: parent.verticalCenter
            width: Math.round(Theme.text * 3.4)
            text: qsTr("%1 %").arg(setting.value)
            horizontalAlignment: Text.AlignHCenter
            color: Theme.ink
            font.pixelSize: Theme.text
            font.weight: Font.DemiBold
            textFormat: Text.PlainText
            Accessible.role: Accessible.StaticText
            Accessible.name: text
        }

        IconButton {
            objectName: setting.objectName + "More"
            enabled: setting.value < setting.to
            path: Glyphs.plus
            text: qsTr("%1: larger").arg(setting.label)
            onClicked: setting.chosen(setting.value + setting.step)
        }
    }
}
