import QtQuick
import Chinwag.Models

// One line of the timeline: a message with what belongs around it, or a notice. Most have words only, and they come by
// the dozen while one scrolls: what few of them have is made for those, and nothing is put in place by a layout.
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
    readonly property bool worded: !notice && !folded
    readonly property MessageList view: ListView.view as MessageList
    readonly property string author: nick !== "" ? nick : qsTr("Anonymous")
    readonly property bool compact: width < Theme.narrow
    readonly property bool pointed: pointer.hovered
    // Where a menu belongs that no pointer asked for.
    readonly property real wordsTop: opening.height + (notice ? 0 : firstOfGroup ? head.height : 3)
    readonly property real wordsHeight: notice ? stead.height : folded ? ignoredLine.height : bubble.height
    readonly property point menuPlace: Qt.point(bubble.x + 12, bubble.y + bubble.height)
    readonly property bool current: view !== null && view.activeFocus && ListView.isCurrentItem
    readonly property bool shown: view !== null && serverId !== "" && view.shownId === serverId
    readonly property int faceSide: Math.round((compact ? 30 : 34) * Theme.scale)
    // Where one reads from right to left, it stands the other way round.
    readonly property bool mirrored: LayoutMirroring.enabled
    readonly property int indent: own ? 0 : faceSide + 10

    x: view ? view.sideMargin : 0
    width: view ? view.width - 2 * view.sideMargin : 0
    implicitHeight: wordsTop + wordsHeight + ending.height
    Accessible.role: Accessible.ListItem
    Accessible.name: notice ? text
        : folded ? qsTr("A message of %1, whom you ignore").arg(author)
        : redacted ? qsTr("%1 has taken a message back").arg(author) : qsTr("%1: %2").arg(author).arg(text)
    Accessible.description: moment

    // What is so wide, and would stand so far from the left.
    function place(from: real, wide: real): real {
        return mirrored ? width - from - wide : from
    }

    // Where buttons of that width stand beside the words.
    function placeBeside(wanted: real): real {
        return own !== mirrored ? Math.max(0, bubble.x - wanted - 6)
            : Math.min(width - wanted, bubble.x + bubble.width + 6)
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

    // What is loaded sees this file's ids; the qmllint of Qt 6.4 does not know that, nor the pragma that says so.
    // qmllint disable unqualified

    // Where the keys are, and where one was led.
    Loader {
        active: message.current || message.shown
        x: -8
        y: message.wordsTop - 4
        width: message.width + 16
        height: message.wordsHeight + 8
        sourceComponent: Rectangle {
            radius: 10
            color: message.shown ? Theme.warnWash : "transparent"
            border.width: message.current ? 2 : 0
            border.color: Theme.accent
        }
    }

    Loader {
        id: opening

        active: message.day !== "" || message.unread
        width: message.width
        height: active ? implicitHeight : 0
        sourceComponent: Column {
            DaySeparator {
                width: parent.width
                visible: message.day !== ""
                day: message.day
            }

            UnreadLine {
                width: parent.width
                visible: message.unread
            }
        }
    }

    // What stands there instead of words.
    Loader {
        id: stead

        active: message.notice
        y: opening.height
        width: message.width
        height: active ? implicitHeight : 0
        sourceComponent: Notice {
            text: message.text
        }
    }

    Loader {
        id: ignoredLine

        active: message.folded
        x: message.place(message.indent + 4, width)
        y: message.wordsTop
        height: active ? implicitHeight + 6 : 0
        sourceComponent: IgnoredLine {
            onShowWanted: message.revealed = true
        }
    }

    Loader {
        id: head

        active: message.worded && message.firstOfGroup
        x: message.place(message.own ? message.width - width - 4 : message.indent + 4, width)
        y: opening.height
        width: Math.min(implicitWidth, message.width - message.indent - 8)
        height: active ? implicitHeight : 0
        sourceComponent: MessageHead {
            author: message.author
            own: message.own
            mirrored: message.mirrored
            time: message.time
        }
    }

    Bubble {
        id: bubble

        objectName: "bubble"
        visible: message.worded
        x: message.place(message.own ? message.width - width : message.indent, width)
        y: message.wordsTop
        width: implicitWidth
        maxWidth: Math.min(600, (message.width - message.indent) * (message.compact ? 0.94 : 0.86))
        text: message.text
        markup: message.markup
        own: message.own
        mirrored: message.mirrored
        edited: message.edited
        redacted: message.redacted
        replyNick: message.replyNick !== "" || message.replyText === "" ? message.replyNick : qsTr("Anonymous")
        replyText: message.replyText
        arrived: message.delivery === TimelineModel.Delivered
        onLinkActivated: link => message.view.linkActivated(link)
        onMenuWanted: link => message.openMenu(link)
        onOriginalWanted: message.view.originalWanted(message.replyTo)
    }

    Loader {
        id: ending

        active: !message.notice && message.delivery !== TimelineModel.Delivered
        x: message.place(message.width - width - 4, width)
        y: message.wordsTop + message.wordsHeight
        width: Math.min(implicitWidth, message.width - 8)
        height: active ? implicitHeight : 0
        sourceComponent: DeliveryLine {
            delivery: message.delivery
            onResendWanted: message.view.resendWanted(message.messageId)
            onDiscardWanted: message.view.discardWanted(message.messageId)
        }
    }

    Loader {
        active: message.worded && !message.own && message.lastOfGroup
        x: message.place(0, width)
        y: message.height - height
        sourceComponent: Avatar {
            side: message.faceSide
            nick: message.author

            TapHandler {
                onTapped: message.view.profileWanted(message.user, message.nick)
            }

            HoverHandler {
                cursorShape: Qt.PointingHandCursor
            }
        }
    }
    // qmllint enable unqualified
}
