import QtQuick
import Chinwag.Models

Rectangle {
    id: avatar

    required property string nick
    property int side: Math.round(34 * Theme.scale)

    width: side
    height: side
    radius: side / 2
    color: NickColor.disc(nick, Theme.dark)

    Text {
        anchors.centerIn: parent
        text: NickColor.initial(avatar.nick)
        color: "white"
        font.pixelSize: Math.round(avatar.side * 0.42)
        font.weight: Font.DemiBold
        textFormat: Text.PlainText
        Accessible.ignored: true
    }
}
