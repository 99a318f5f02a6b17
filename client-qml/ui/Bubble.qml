import QtQuick

// The words of one message.
Item {
    id: bubble

    required property string text
    required property string markup
    required property bool own
    required property bool arrived
    required property int maxWidth
    property bool mirrored: false
    property bool edited: false
    property bool redacted: false
    property string replyNick
    property string replyText

    readonly property bool strong: own && arrived && !redacted
    readonly property color ink: strong ? Theme.inkOnOwn : Theme.ink
    readonly property color quiet: strong ? Theme.inkOnOwn : Theme.muted
    readonly property string content: redacted ? qsTr("This message was taken back.")
        : markup === "" ? text : (strong ? Theme.looksOnOwn : Theme.looks) + markup
    readonly property alias selection: words.selectedText

    signal linkActivated(string link)
    signal menuWanted(string link)
    signal originalWanted()

    onContentChanged: words.show()

    implicitWidth: Math.max(words.width, answered.active ? Math.min(answered.implicitWidth, maxWidth - 28) : 0, mark.width) + 28
    implicitHeight: words.y + words.height + mark.height + 8

    Rectangle {
        anchors.fill: parent
        radius: Math.min(Theme.round, height / 2)
        color: bubble.redacted ? "transparent"
            : bubble.strong ? Theme.own : bubble.own ? Theme.sunken : Theme.bubble
        border.width: bubble.redacted || (bubble.own && !bubble.arrived) ? 1 : bubble.own || Theme.dark ? 0 : 1
        border.color: bubble.own && !bubble.redacted ? Theme.own : Theme.line
    }

    // What is loaded sees this file's ids; the qmllint of Qt 6.4 does not know that, nor the pragma that says so.
    // qmllint disable unqualified

    // What it answers, and the way to it.
    Loader {
        id: answered

        active: bubble.replyText !== ""
        x: 14
        y: 8
        width: bubble.width - 28
        height: active ? implicitHeight : 0
        sourceComponent: QuoteLine {
            objectName: "quote"
            implicitWidth: wanted
            nick: bubble.replyNick
            quote: bubble.replyText
            ink: bubble.ink
            quiet: bubble.quiet
            bar: bubble.strong ? Theme.inkOnOwn : Theme.accent

            TapHandler {
                onTapped: bubble.originalWanted()
            }

            HoverHandler {
                cursorShape: Qt.PointingHandCursor
            }
        }
    }

    Loader {
        id: mark

        active: bubble.edited && !bubble.redacted
        x: bubble.mirrored ? 14 : bubble.width - width - 14
        y: bubble.height - height - 6
        width: active ? implicitWidth : 0
        height: active ? implicitHeight : 0
        sourceComponent: Text {
            text: qsTr("edited")
            color: bubble.quiet
            font.pixelSize: Theme.tiny
            textFormat: Text.PlainText
        }
    }
    // qmllint enable unqualified

    TextEdit {
        id: words

        // By hand: two bindings follow one after the other, and what somebody has written would for a moment be taken
        // for HTML, and its pictures fetched.
        function show() {
            const wanted = bubble.markup === "" ? TextEdit.PlainText : TextEdit.RichText
            if (textFormat !== wanted) {
                text = ""
                textFormat = wanted
            }
            text = bubble.content
        }

        x: bubble.mirrored ? bubble.width - width - 14 : 14
        y: answered.active ? 14 + answered.height : 8
        width: Math.min(implicitWidth, bubble.maxWidth - 28)
        textFormat: TextEdit.PlainText
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
