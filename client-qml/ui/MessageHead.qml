import QtQuick
import Chinwag.Models

// Who, and when, above the first message of a group. Put in place by hand: there are many of it, and a layout costs
// more than the texts in it.
Item {
    id: head

    required property string author
    required property bool own
    required property string time
    required property bool mirrored

    readonly property real whenWidth: Math.ceil(at.implicitWidth) + (own ? Math.ceil(you.implicitWidth) + 8 : 0)

    implicitWidth: Math.ceil(who.implicitWidth) + 8 + whenWidth
    implicitHeight: Math.ceil(who.implicitHeight) + 21

    Text {
        id: who

        x: head.mirrored ? head.width - width : 0
        y: head.height - height - 3
        width: head.width - head.whenWidth - 8
        text: head.author
        color: NickColor.text(head.author, Theme.dark)
        font.pixelSize: Theme.small
        font.weight: Font.DemiBold
        elide: Text.ElideRight
        textFormat: Text.PlainText
    }

    Text {
        id: you

        x: head.mirrored ? head.whenWidth - width : head.width - head.whenWidth
        y: head.height - height - 3
        visible: head.own
        text: qsTr("you")
        color: Theme.muted
        font.pixelSize: Theme.tiny
        textFormat: Text.PlainText
    }

    Text {
        id: at

        x: head.mirrored ? 0 : head.width - Math.ceil(implicitWidth)
        y: head.height - height - 3
        text: head.time
        color: Theme.muted
        font.pixelSize: Theme.tiny
        textFormat: Text.PlainText
    }
}
