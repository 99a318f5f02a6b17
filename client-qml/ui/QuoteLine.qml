import QtQuick

// Somebody's words in short, with a bar in front as in a letter.
Item {
    id: line

    required property string quote
    property string nick
    property color ink: Theme.ink
    property color quiet: Theme.muted
    property color bar: Theme.accent

    readonly property real wanted: 11 + Math.max(words.implicitWidth, who.implicitWidth)

    implicitHeight: (who.visible ? who.height : 0) + words.height

    Rectangle {
        width: 3
        height: parent.height
        radius: 1.5
        color: line.bar
    }

    Text {
        id: who

        x: 11
        visible: text !== ""
        width: line.width - 11
        text: line.nick
        color: line.ink
        font.pixelSize: Theme.tiny
        font.weight: Font.DemiBold
        elide: Text.ElideRight
        textFormat: Text.PlainText
    }

    Text {
        id: words

        x: 11
        y: who.visible ? who.height : 0
        width: line.width - 11
        text: line.quote
        color: line.quiet
        font.pixelSize: Theme.tiny
        elide: Text.ElideRight
        maximumLineCount: 1
        textFormat: Text.PlainText
    }
}
