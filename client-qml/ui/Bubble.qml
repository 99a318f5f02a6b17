import QtQuick

// The words of one message.
Item {
    id: bubble

    required property string text
    required property string markup
    required property bool own
    required property bool arrived
    required property int maxWidth

    readonly property bool strong: own && arrived
    readonly property color ink: strong ? Theme.inkOnOwn : Theme.ink
    readonly property color link: strong ? Theme.inkOnOwn : Theme.accent
    readonly property alias selection: words.selectedText

    signal linkActivated(string link)
    signal menuWanted(string link)

    implicitWidth: words.width + 28
    implicitHeight: words.height + 16

    Rectangle {
        anchors.fill: parent
        radius: Math.min(Theme.round, height / 2)
        color: bubble.strong ? Theme.own : bubble.own ? Theme.sunken : Theme.bubble
        border.width: bubble.own && !bubble.arrived ? 1 : bubble.own || Theme.dark ? 0 : 1
        border.color: bubble.own ? Theme.own : Theme.line
    }

    TextEdit {
        id: words

        x: 14
        y: 8
        width: Math.min(implicitWidth, bubble.maxWidth - 28)
        text: bubble.markup === "" ? bubble.text
            : "<style>a { color: " + bubble.link + " }</style>" + bubble.markup
        textFormat: bubble.markup === "" ? TextEdit.PlainText : TextEdit.RichText
        color: bubble.ink
        font.pixelSize: Theme.text
        wrapMode: TextEdit.Wrap
        readOnly: true
        selectByMouse: true
        selectionColor: bubble.strong ? Theme.inkOnOwn : Theme.accent
        selectedTextColor: bubble.strong ? Theme.own : Theme.inkOnAccent
        activeFocusOnTab: false
        Accessible.ignored: true

        onLinkActivated: link => bubble.linkActivated(link)

        HoverHandler {
            cursorShape: words.hoveredLink !== "" ? Qt.PointingHandCursor : Qt.IBeamCursor
        }
    }

    TapHandler {
        acceptedButtons: Qt.RightButton
        onTapped: point => bubble.menuWanted(words.linkAt(point.position.x - words.x, point.position.y - words.y))
    }

    TapHandler {
        acceptedDevices: PointerDevice.TouchScreen
        onLongPressed: bubble.menuWanted("")
    }
}
