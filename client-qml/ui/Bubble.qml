import QtQuick

// The words of one message.
Item {
    id: bubble

    required property string text
    required property string markup
    required property bool own
    required property bool arrived
    required property int maxWidth
    property bool edited: false
    property bool redacted: false
    property string replyNick
    property string replyText

    readonly property bool strong: own && arrived && !redacted
    readonly property bool answers: replyText !== ""
    readonly property color wash: strong ? "#2effffff" : Theme.sunken
    readonly property int quoteHeight: answers ? quote.height + 6 : 0
    readonly property color ink: strong ? Theme.inkOnOwn : Theme.ink
    readonly property color link: strong ? Theme.inkOnOwn : Theme.accent
    // How what models::formatted() writes looks here.
    readonly property string looks: "<style>p { margin: 0; white-space: pre-wrap } a { color: " + link
        + " } code, .c { background-color: " + wash + "; font-family: monospace } .q { margin-left: 10px; color: "
        + (strong ? Theme.inkOnOwn : Theme.muted) + "; font-style: italic } .c { margin-top: 4px; margin-bottom: 4px }</style>"
    readonly property alias selection: words.selectedText

    signal linkActivated(string link)
    signal menuWanted(string link)
    signal originalWanted()

    implicitWidth: Math.max(words.width, answers ? Math.min(quote.wanted, maxWidth - 28) : 0, mark.visible ? mark.width : 0) + 28
    implicitHeight: quoteHeight + words.height + (mark.visible ? mark.height : 0) + 16

    Rectangle {
        anchors.fill: parent
        radius: Math.min(Theme.round, height / 2)
        color: bubble.redacted ? "transparent"
            : bubble.strong ? Theme.own : bubble.own ? Theme.sunken : Theme.bubble
        border.width: bubble.redacted || (bubble.own && !bubble.arrived) ? 1 : bubble.own || Theme.dark ? 0 : 1
        border.color: bubble.own && !bubble.redacted ? Theme.own : Theme.line
    }

    // What it answers, and the way to it.
    QuoteLine {
        id: quote

        objectName: "quote"
        x: 14
        y: 8
        visible: bubble.answers
        width: bubble.width - 28
        nick: bubble.replyNick
        quote: bubble.replyText
        ink: bubble.ink
        quiet: bubble.strong ? Theme.inkOnOwn : Theme.muted
        bar: bubble.strong ? Theme.inkOnOwn : Theme.accent

        TapHandler {
            onTapped: bubble.originalWanted()
        }

        HoverHandler {
            cursorShape: Qt.PointingHandCursor
        }
    }

    Text {
        id: mark

        x: bubble.width - width - 14
        y: bubble.height - height - 6
        visible: bubble.edited && !bubble.redacted
        text: qsTr("edited")
        color: bubble.strong ? Theme.inkOnOwn : Theme.muted
        font.pixelSize: Theme.tiny
        textFormat: Text.PlainText
    }

    TextEdit {
        id: words

        x: 14
        y: 8 + bubble.quoteHeight
        width: Math.min(implicitWidth, bubble.maxWidth - 28)
        text: bubble.redacted ? qsTr("This message was taken back.")
            : bubble.markup === "" ? bubble.text
            : bubble.looks + bubble.markup
        textFormat: bubble.markup === "" ? TextEdit.PlainText : TextEdit.RichText
        color: bubble.redacted ? Theme.muted : bubble.ink
        font.pixelSize: bubble.redacted ? Theme.small : Theme.text
        font.italic: bubble.redacted
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
