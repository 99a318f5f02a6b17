import QtQuick
import Chinwag.Models

// One line of the timeline: a message with what belongs around it, or a notice.
Item {
    id: message

    required property string nick
    required property string text
    required property string markup
    required property string time
    required property string moment
    required property bool own
    required property int delivery
    required property bool notice
    required property bool firstOfGroup
    required property bool lastOfGroup
    required property string day
    required property double messageId
    required property bool edited
    required property bool redacted
    required property string replyNick
    required property string replyText
    required property string serverId
    required property string replyTo
    required property bool answerable
    required property bool changeable
    required property bool unread
    required property bool ignored
    required property string user
    required property int index

    // Until somebody wants to see it nevertheless.
    property bool revealed: false

    readonly property bool folded: ignored && !revealed
    readonly property MessageList view: ListView.view as MessageList
    readonly property string author: nick !== "" ? nick : qsTr("Anonymous")
    readonly property bool compact: width < Theme.narrow
    readonly property bool pointed: pointer.hovered
    // Where a menu belongs that no pointer asked for.
    readonly property real wordsTop: bubble.y
    readonly property point menuPlace: Qt.point(bubble.x + 12, bubble.y + bubble.height)
    readonly property bool current: view !== null && view.activeFocus && ListView.isCurrentItem
    readonly property bool shown: view !== null && serverId !== "" && view.shownId === serverId
    readonly property int indent: own ? 0 : face.side + 10

    x: view ? view.sideMargin : 0
    width: view ? view.width - 2 * view.sideMargin : 0
    implicitHeight: column.height
    Accessible.role: Accessible.ListItem
    Accessible.name: notice ? text
        : folded ? qsTr("A message of %1, whom you ignore").arg(author)
        : redacted ? qsTr("%1 has taken a message back").arg(author) : qsTr("%1: %2").arg(author).arg(text)
    Accessible.description: moment

    // Where buttons of that width stand beside the words.
    function placeBeside(wanted: real): real {
        return own ? Math.max(0, bubble.x - wanted - 6) : Math.min(width - wanted, bubble.x + bubble.width + 6)
    }

    function openMenu(link: string) {
        if (!redacted && !notice && !folded)
            view.menuWanted(message, bubble.selection, link)
    }

    HoverHandler {
        id: pointer

        enabled: message.answerable && !message.folded
        onHoveredChanged: {
            if (hovered)
                message.view.pointed = message
            else if (message.view.pointed === message)
                message.view.pointed = null
        }
    }

    // Where the keys are, and where one was led.
    Rectangle {
        visible: message.current || message.shown
        y: bubble.y - 4
        x: -8
        width: parent.width + 16
        height: bubble.height + 8
        radius: 10
        color: message.shown ? Theme.warnWash : "transparent"
        border.width: message.current ? 2 : 0
        border.color: Theme.accent
    }

    Column {
        id: column

        width: message.width

        DaySeparator {
            width: parent.width
            visible: message.day !== ""
            day: message.day
        }

        UnreadLine {
            width: parent.width
            visible: message.unread
        }

        Notice {
            width: parent.width
            visible: message.notice
            text: message.text
        }

        MessageHead {
            visible: !message.notice && !message.folded && message.firstOfGroup
            x: message.own ? column.width - width - 4 : message.indent + 4
            width: Math.min(implicitWidth, column.width - message.indent - 8)
            author: message.author
            own: message.own
            time: message.time
        }

        Item {
            width: 1
            height: message.firstOfGroup ? 0 : 3
            visible: !message.notice
        }

        IgnoredLine {
            visible: message.folded
            x: message.indent + 4
            height: implicitHeight + 6
            onShowWanted: message.revealed = true
        }

        Bubble {
            id: bubble

            visible: !message.notice && !message.folded
            x: message.own ? column.width - width : message.indent
            width: implicitWidth
            maxWidth: Math.min(600, (column.width - message.indent) * (message.compact ? 0.94 : 0.86))
            text: message.text
            markup: message.markup
            own: message.own
            edited: message.edited
            redacted: message.redacted
            replyNick: message.replyNick !== "" || message.replyText === "" ? message.replyNick : qsTr("Anonymous")
            replyText: message.replyText
            arrived: message.delivery === TimelineModel.Delivered
            onLinkActivated: link => message.view.linkActivated(link)
            onMenuWanted: link => message.openMenu(link)
            onOriginalWanted: message.view.originalWanted(message.replyTo)
        }

        DeliveryLine {
            visible: !message.notice && message.delivery !== TimelineModel.Delivered
            x: column.width - width - 4
            width: Math.min(implicitWidth, column.width - 8)
            delivery: message.delivery
            onResendWanted: message.view.resendWanted(message.messageId)
            onDiscardWanted: message.view.discardWanted(message.messageId)
        }
    }

    Avatar {
        id: face

        visible: !message.notice && !message.own && !message.folded && message.lastOfGroup
        side: Math.round((message.compact ? 30 : 34) * Theme.scale)
        y: column.height - height
        nick: message.author

        TapHandler {
            onTapped: message.view.profileWanted(message.user, message.nick)
        }

        HoverHandler {
            cursorShape: Qt.PointingHandCursor
        }
    }
}
