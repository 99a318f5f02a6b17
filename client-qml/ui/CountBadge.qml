import QtQuick

// How many messages wait: loud where some of them are to oneself.
Rectangle {
    id: badge

    required property int count
    property bool loud: false

    implicitWidth: Math.max(height, label.implicitWidth + 12)
    implicitHeight: label.implicitHeight + 4
    radius: height / 2
    color: loud ? Theme.accent : Theme.sunken
    border.width: loud ? 0 : 1
    border.color: Theme.line

    Text {
        id: label

        anchors.centerIn: parent
        text: badge.count > 99 ? "99+" : badge.count
        color: badge.loud ? Theme.inkOnAccent : Theme.ink
        font.pixelSize: Theme.tiny
        font.weight: Font.Bold
        textFormat: Text.PlainText
        Accessible.ignored: true
    }
}
