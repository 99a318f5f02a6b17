import QtQuick
import QtQuick.Controls.Basic
import Chinwag.Models

ApplicationWindow {
    id: window

    required property ChatController chat

    function takeFocus() {
        if (chat.inChat)
            chatPage.takeFocus()
        else
            connectPage.takeFocus()
    }

    width: 960
    height: 720
    minimumWidth: 340
    minimumHeight: 420
    visible: true
    color: Theme.paper
    title: !chat.inChat || chat.room.title === "" ? qsTr("Chinwag")
        : chat.unread > 0 ? qsTr("(%1) %2 – Chinwag").arg(chat.unread).arg(chat.room.title)
        : qsTr("%1 – Chinwag").arg(chat.room.title)

    Component.onCompleted: takeFocus()

    Binding {
        target: Theme
        property: "mode"
        value: window.chat.preferences.theme
    }

    Binding {
        target: window.chat
        property: "watching"
        value: window.active && chatPage.visible && chatPage.atEnd
    }

    ConnectPage {
        id: connectPage

        objectName: "connectPage"
        anchors.fill: parent
        visible: !window.chat.inChat
        chat: window.chat
        onVisibleChanged: if (visible) takeFocus()
    }

    ChatPage {
        id: chatPage

        objectName: "chatPage"
        anchors.fill: parent
        visible: window.chat.inChat
        chat: window.chat
        onVisibleChanged: if (visible) takeFocus()
    }
}
