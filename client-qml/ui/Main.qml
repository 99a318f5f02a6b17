import QtQuick
import QtQuick.Controls.Basic
import Chinwag.Models

ApplicationWindow {
    id: window

    required property ChatController chat
    property Shell shell: Shell {}

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

    // What is laid out from left to right is so the other way round in such a language.
    LayoutMirroring.enabled: shell.rightToLeft
    LayoutMirroring.childrenInherit: true

    // What is wrong with it is said where one is: in the room, or on the form.
    function follow(address: string, room: string, nick: string) {
        const link = shell.readLink(address, room, nick)
        if (!chat.inChat) {
            chat.form.fillIn(link)
            if (address !== "")
                chat.enter()
        } else if (link.fault !== "") {
            chat.room.notify(link.fault)
        } else if (!isHere(link)) {
            linkDialog.openFor(link)
        } else if (link.room !== "") {
            chat.join(link.room)
        }
    }

    // With a link to where one is already, one is there.
    function isHere(link: var): bool {
        const asOneself = link.token === "" && (link.nick === "" || link.nick === chat.nick || chat.nickFixed)
        return asOneself && (link.server === "" || link.server === chat.serverName)
    }

    function resize(percent: int) {
        chat.preferences.textPercent = percent
    }

    Component.onCompleted: takeFocus()
    onClosing: close => {
        if (shell.trayShown && chat.preferences.closeToTray) {
            close.accepted = false
            hide()
        } else {
            Qt.quit()
        }
    }

    Binding {
        target: Theme
        property: "mode"
        value: window.chat.preferences.theme
    }

    Binding {
        target: Theme
        property: "percent"
        value: window.chat.preferences.textPercent
    }

    Connections {
        target: window.shell

        function onSettingsRequested() {
            settings.open()
        }

        function onStartedAgain(address, room, nick) {
            window.follow(address, room, nick)
        }
    }

    Binding {
        target: window.chat
        property: "watching"
        value: window.active && chatPage.visible && chatPage.atEnd
    }

    OfflineNotice {
        id: offlineNotice

        width: parent.width
        visible: window.shell.offlineFault !== ""
        shell: window.shell
        // What was being written goes on.
        onClosed: chatPage.visible ? chatPage.takeFocus() : connectPage.takeFocus()
    }

    ConnectPage {
        id: connectPage

        objectName: "connectPage"
        anchors.fill: parent
        anchors.topMargin: offlineNotice.visible ? offlineNotice.height : 0
        visible: !window.chat.inChat
        chat: window.chat
        onSettingsWanted: settings.open()
        onVisibleChanged: if (visible) takeFocus()
    }

    ChatPage {
        id: chatPage

        objectName: "chatPage"
        anchors.fill: parent
        anchors.topMargin: offlineNotice.visible ? offlineNotice.height : 0
        visible: window.chat.inChat
        chat: window.chat
        covered: settings.opened || shortcuts.opened || linkDialog.opened
        onSettingsWanted: settings.open()
        onShortcutsWanted: shortcuts.open()
        onVisibleChanged: if (visible) takeFocus()
    }

    SettingsDialog {
        id: settings

        objectName: "settings"
        preferences: window.chat.preferences
        shell: window.shell
        onClosed: window.takeFocus()
    }

    ShortcutsDialog {
        id: shortcuts

        objectName: "shortcuts"
        onClosed: window.takeFocus()
    }

    LinkDialog {
        id: linkDialog

        objectName: "linkDialog"
        chat: window.chat
        onClosed: window.takeFocus()
    }

    Shortcut {
        sequences: ["F1", "Ctrl+/"]
        onActivated: shortcuts.open()
    }

    Shortcut {
        sequence: "Ctrl+,"
        onActivated: settings.open()
    }

    Shortcut {
        sequences: ["Ctrl++", "Ctrl+="]
        onActivated: window.resize(window.chat.preferences.textPercent + 10)
    }

    Shortcut {
        sequence: "Ctrl+-"
        onActivated: window.resize(window.chat.preferences.textPercent - 10)
    }

    Shortcut {
        sequence: "Ctrl+0"
        onActivated: window.resize(100)
    }

    Shortcut {
        sequence: "Ctrl+Q"
        onActivated: Qt.quit()
    }
}
