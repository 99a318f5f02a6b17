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

    readonly property MessageList view: ListView.view as MessageList
    readonly property string author: nick !== "" ? nick : qsTr("Anonymous")
    readonly property bool compact: width < Theme.narrow
    readonly property int indent: own ? 0 : face.side + 10

    x: view ? view.sideMargin : 0
    width: view ? view.width - 2 * view.sideMargin : 0
    implicitHeight: column.height
    Accessible.role: Accessible.ListItem
    Accessible.name: notice ? text
        : redacted ? qsTr("%1 has taken a message back").arg(author) : qsTr("%1: %2").arg(author).arg(text)
    Accessible.description: moment

    Column {
        id: column

        width: message.width

        DaySeparator {
            width: parent.width
            visible: message.day !== ""
            day: message.day
        }

        Notice {
            width: parent.width
            visible: message.notice
            text: message.text
        }

        MessageHead {
            visible: !message.notice && message.firstOfGroup
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

        Bubble {
            id: bubble

            visible: !message.notice
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
            onMenuWanted: link => message.redacted || message.view.menuWanted(selection !== "" ? selection : message.text, link)
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

        visible: !message.notice && !message.own && message.lastOfGroup
        side: message.compact ? 30 : 34
        y: column.height - height
        nick: message.author
    }
}
