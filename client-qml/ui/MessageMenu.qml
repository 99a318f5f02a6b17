import QtQuick
import Chinwag.Models

// What can be done with a message. It is told all about it, since the line may be gone by the time of the choice.
AppMenu {
    id: menu

    required property ChatController chat
    required property Room room

    property string messageId
    property string nick
    property string user
    property string author
    property string words
    property string selection
    property string link
    property bool answerable: false
    property bool changeable: false
    property bool own: false

    signal redactWanted(string messageId, string words)
    signal reportWanted(string messageId, string nick, string words)
    signal profileWanted(string user, string nick)

    function openFor(item: Item, selection: string, link: string) {
        const message = item as MessageDelegate
        messageId = message.serverId
        nick = message.author
        user = message.user
        author = message.nick
        words = message.text
        answerable = message.answerable
        changeable = message.changeable
        own = message.own
        menu.selection = selection
        menu.link = link
        if (message.pointed)
            popup()
        else
            popup(message, message.menuPlace.x, message.menuPlace.y)
    }

    AppMenuItem {
        objectName: "replyItem"
        visible: menu.answerable
        text: qsTr("Reply")
        hint: qsTr("R")
        onTriggered: menu.room.reply(menu.messageId)
    }

    AppMenuItem {
        objectName: "editItem"
        visible: menu.changeable
        text: qsTr("Edit")
        hint: qsTr("E")
        onTriggered: menu.room.edit(menu.messageId)
    }

    AppMenuItem {
        objectName: "copyItem"
        text: menu.selection !== "" ? qsTr("Copy the selected words") : qsTr("Copy")
        onTriggered: menu.chat.copy(menu.selection !== "" ? menu.selection : menu.words)
    }

    AppMenuItem {
        visible: menu.link !== ""
        text: qsTr("Copy the address of the link")
        onTriggered: menu.chat.copy(menu.link)
    }

    AppMenuItem {
        objectName: "redactItem"
        visible: menu.changeable || (menu.answerable && menu.chat.staff)
        text: qsTr("Take back…")
        hint: qsTr("Del")
        onTriggered: menu.redactWanted(menu.messageId, menu.words)
    }

    AppMenuItem {
        objectName: "profileItem"
        visible: !menu.own
        text: qsTr("About %1…").arg(menu.nick)
        onTriggered: menu.profileWanted(menu.user, menu.author)
    }

    AppMenuItem {
        objectName: "reportItem"
        visible: menu.answerable && !menu.own
        text: qsTr("Report…")
        onTriggered: menu.reportWanted(menu.messageId, menu.nick, menu.words)
    }
}
