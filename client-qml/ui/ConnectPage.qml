import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Chinwag.Models

Rectangle {
    id: page

    required property ChatController chat

    readonly property bool connecting: chat.link === ChatController.Connecting || chat.form.waiting
    // Few servers ask for one.
    property bool tokenWanted: false

    readonly property bool compact: width < Theme.narrow

    signal settingsWanted()

    // To the first thing that is still to be filled in.
    function takeFocus() {
        const field = chat.form.address === "" ? address : chat.form.nick === "" ? nick : room
        field.input.forceActiveFocus()
    }

    function enter() {
        chat.enter()
        const wrong = chat.form.addressFault !== "" ? address : chat.form.nickFault !== "" ? nick
            : chat.form.roomFault !== "" ? room : null
        if (wrong)
            wrong.input.forceActiveFocus()
    }

    color: compact ? Theme.surface : Theme.paper

    Flickable {
        anchors.fill: parent
        contentHeight: Math.max(height, card.height + 48)
        boundsBehavior: Flickable.StopAtBounds
        ScrollBar.vertical: AppScrollBar {}

        Rectangle {
            id: card

            anchors.centerIn: parent
            width: Math.min(440 * Theme.scale, parent.width - (page.compact ? 0 : 2 * Theme.gutter))
            height: content.implicitHeight + 2 * content.anchors.margins
            radius: Theme.round + 4
            color: Theme.surface
            border.width: page.compact ? 0 : 1
            border.color: Theme.line

            ColumnLayout {
                id: content

                anchors.left: parent.left
                anchors.right: parent.right
                anchors.top: parent.top
                anchors.margins: page.compact ? 20 : 32
                spacing: 16

                ConnectHeading {
                    Layout.fillWidth: true
                }

                Field {
                    id: address

                    objectName: "addressField"
                    Layout.fillWidth: true
                    label: qsTr("Server")
                    placeholder: "chat.example.org"
                    text: page.chat.form.address
                    fault: page.chat.form.addressFault
                    onEdited: page.chat.form.address = text
                    onAccepted: page.enter()
                }

                RecentServers {
                    Layout.fillWidth: true
                    Layout.topMargin: -8
                    preferences: page.chat.preferences
                    onChosen: name => {
                        page.chat.form.address = name
                        nick.input.forceActiveFocus()
                    }
                }

                Field {
                    id: nick

                    objectName: "nickField"
                    Layout.fillWidth: true
                    label: qsTr("Nickname")
                    text: page.chat.form.nick
                    fault: page.chat.form.nickFault
                    onEdited: page.chat.form.nick = text
                    onAccepted: page.enter()
                }

                Field {
                    id: room

                    objectName: "roomField"
                    Layout.fillWidth: true
                    label: qsTr("Room")
                    placeholder: "lobby"
                    text: page.chat.form.room
                    fault: page.chat.form.roomFault
                    onEdited: page.chat.form.room = text
                    onAccepted: page.enter()
                }

                Field {
                    id: token

                    objectName: "tokenField"
                    Layout.fillWidth: true
                    visible: page.chat.form.token !== "" || page.tokenWanted || page.chat.form.tokenKept
                        || page.chat.form.tokenFault !== ""
                    label: qsTr("Log-in token")
                    placeholder: page.chat.form.tokenKept ? qsTr("The one that is kept") : ""
                    hint: page.chat.form.tokenKept && text === "" ? qsTr("Another one takes its place.")
                        : page.chat.form.canRemember ? qsTr("A log-in link in the first field brings one along.")
                        : qsTr("No keychain answers, so it is not kept when the program ends. A log-in link in the first field brings one along.")
                    fault: page.chat.form.tokenFault
                    text: page.chat.form.token
                    input.echoMode: TextInput.Password
                    onEdited: page.chat.form.token = text
                    onAccepted: page.enter()
                }

                SettingSwitch {
                    objectName: "rememberToken"
                    Layout.fillWidth: true
                    Layout.topMargin: -8
                    visible: token.visible && page.chat.form.canRemember
                    text: qsTr("Remember it in the keychain")
                    hint: qsTr("Until this server is forgotten, or does not take it any more.")
                    checked: page.chat.form.remembersToken
                    onSwitched: on => page.chat.form.remembersToken = on
                }

                FaultBox {
                    objectName: "connectFault"
                    Layout.fillWidth: true
                    visible: text !== ""
                    text: page.connecting ? "" : page.chat.fault
                }

                RowLayout {
                    Layout.fillWidth: true
                    Layout.topMargin: 4
                    spacing: Theme.gap

                    AppButton {
                        objectName: "connectButton"
                        Layout.fillWidth: true
                        primary: true
                        enabled: !page.connecting
                        text: page.chat.form.waiting ? qsTr("Asking the keychain…")
                            : page.connecting ? qsTr("Connecting…") : qsTr("Connect")
                        onClicked: page.enter()
                    }

                    AppButton {
                        objectName: "cancelButton"
                        visible: page.connecting
                        text: qsTr("Cancel")
                        onClicked: page.chat.leave()
                    }
                }

                TextButton {
                    Layout.alignment: Qt.AlignHCenter
                    objectName: "tokenButton"
                    visible: !token.visible
                    text: qsTr("I have a log-in token")
                    onClicked: {
                        page.tokenWanted = true
                        token.input.forceActiveFocus()
                    }
                }
            }
        }
    }

    Shortcut {
        enabled: page.visible && page.connecting
        sequence: "Escape"
        onActivated: page.chat.leave()
    }

    RowLayout {
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: 10
        spacing: 2

        IconButton {
            objectName: "settingsButton"
            path: Glyphs.sliders
            text: qsTr("Settings")
            onClicked: page.settingsWanted()
        }

        ThemeButton {
            preferences: page.chat.preferences
        }
    }
}
