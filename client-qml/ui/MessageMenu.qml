import QtQuick
import Chinwag.Models

// What can be done with a message.
AppMenu {
    id: menu

    required property ChatController chat

    property string text
    property string link

    function openFor(text: string, link: string) {
        menu.text = text
        menu.link = link
        popup()
    }

    AppMenuItem {
        text: qsTr("Copy")
        onTriggered: menu.chat.copy(menu.text)
    }

    AppMenuItem {
        visible: menu.link !== ""
        text: qsTr("Copy the address of the link")
        onTriggered: menu.chat.copy(menu.link)
    }
}
