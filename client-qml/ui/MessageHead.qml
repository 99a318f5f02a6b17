import QtQuick
import QtQuick.Layouts
import Chinwag.Models

// Who, and when, above the first message of a group.
RowLayout {
    id: head

    required property string author
    required property bool own
    required property string time

    spacing: 8
    height: implicitHeight + 18

    Text {
        Layout.fillWidth: true
        Layout.alignment: Qt.AlignBottom
        Layout.bottomMargin: 3
        text: head.author
        color: NickColor.text(head.author, Theme.dark)
        font.pixelSize: Theme.small
        font.weight: Font.DemiBold
        elide: Text.ElideRight
        textFormat: Text.PlainText
    }

    Text {
        Layout.alignment: Qt.AlignBottom
        Layout.bottomMargin: 3
        visible: head.own
        text: qsTr("you")
        color: Theme.muted
        font.pixelSize: Theme.tiny
        textFormat: Text.PlainText
    }

    Text {
        Layout.alignment: Qt.AlignBottom
        Layout.bottomMargin: 3
        text: head.time
        color: Theme.muted
        font.pixelSize: Theme.tiny
        textFormat: Text.PlainText
    }
}
