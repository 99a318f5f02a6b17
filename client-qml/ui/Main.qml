import QtQuick
import QtQuick.Controls.Basic
import Chinwag.Models

ApplicationWindow {
    id: window

    required property ChatController chat

    // Heard while one was looking elsewhere.
    property int missed: 0

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
    title: !chat.inChat ? qsTr("Chinwag")
        : missed > 0 ? qsTr("(%1) #%2 – Chinwag").arg(missed).arg(chat.room) : qsTr("#%1 – Chinwag").arg(chat.room)

    onActiveChanged: if (active) missed = 0
    Component.onCompleted: takeFocus()

    Binding {
        target: Theme
        property: "mode"
        value: window.chat.preferences.theme
    }

    Connections {
        target: window.chat.timeline

        function onHeard() {
            if (!window.active)
                ++window.missed
        }
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
