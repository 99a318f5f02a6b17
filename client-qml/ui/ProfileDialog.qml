import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import QtQuick.Templates as T
import Chinwag.Models

// Somebody: who they are, and what one may do about them.
Popup {
    id: dialog

    required property ChatController chat

    readonly property Profile profile: chat.profile
    readonly property string name: profile.nick !== "" ? profile.nick : qsTr("Anonymous")

    signal sanctionWanted(int kind)
    signal reportWanted(string messageId, string nick, string words)

    function openFor(user: string, nick: string) {
        profile.show(chat.room, user, nick)
        open()
    }

    objectName: "profileDialog"
    parent: T.Overlay.overlay
    anchors.centerIn: parent
    width: Math.min(Math.round(340 * Theme.scale), (parent ? parent.width : 340) - 2 * Theme.gutter)
    height: Math.min(implicitHeight, (parent ? parent.height : implicitHeight) - 2 * Theme.gap)
    padding: 20
    modal: true
    focus: true
    closePolicy: Popup.CloseOnEscape | Popup.CloseOnPressOutside

    background: Rectangle {
        radius: Theme.round
        color: Theme.surface
        border.color: Theme.line
    }

    T.Overlay.modal: Rectangle {
        color: Theme.veil
    }

    component SanctionButton: AppButton {
        Layout.fillWidth: true
        Layout.preferredWidth: 1
        leftPadding: 8
        rightPadding: 8
        compact: true
    }

    component Fact: Item {
        id: fact

        property string label
        property string value

        Layout.fillWidth: true
        visible: value !== ""
        implicitHeight: Math.max(what.implicitHeight, that.implicitHeight)

        Text {
            id: what

            width: Math.round(96 * Theme.scale)
            anchors.left: parent.left
            text: fact.label
            color: Theme.muted
            font.pixelSize: Theme.small
            elide: Text.ElideRight
            textFormat: Text.PlainText
        }

        Text {
            id: that

            anchors.left: what.right
            anchors.right: parent.right
            anchors.leftMargin: 8
            text: fact.value
            color: Theme.ink
            font.pixelSize: Theme.small
            elide: Text.ElideRight
            horizontalAlignment: Text.AlignLeft
            textFormat: Text.PlainText
            Accessible.role: Accessible.StaticText
            Accessible.name: qsTr("%1: %2").arg(fact.label).arg(fact.value)
        }
    }

    ScrollColumn {
        anchors.fill: parent
        spacing: 12

        RowLayout {
            Layout.fillWidth: true
            spacing: 14

            Avatar {
                side: Math.round(52 * Theme.scale)
                nick: dialog.name
            }

            ColumnLayout {
                Layout.fillWidth: true
                spacing: 1

                Text {
                    objectName: "profileName"
                    Layout.fillWidth: true
                    text: dialog.name
                    color: Theme.ink
                    font.pixelSize: Theme.title
                    font.weight: Font.Bold
                    elide: Text.ElideRight
                    horizontalAlignment: Text.AlignLeft
                    textFormat: Text.PlainText
                    Accessible.role: Accessible.Heading
                    Accessible.name: text
                }

                Text {
                    Layout.fillWidth: true
                    text: dialog.profile.own ? qsTr("This is you") : dialog.profile.staff ? qsTr("Staff")
                        : dialog.profile.here ? qsTr("In this room") : qsTr("Not in this room now")
                    color: dialog.profile.staff ? Theme.accent : Theme.muted
                    font.pixelSize: Theme.small
                    textFormat: Text.PlainText
                }
            }

            IconButton {
                Layout.alignment: Qt.AlignTop
                objectName: "closeProfile"
                path: Glyphs.close
                text: qsTr("Close")
                onClicked: dialog.close()
            }
        }

        Fact {
            label: qsTr("User")
            value: dialog.profile.user !== "" ? dialog.profile.user : qsTr("not logged in")
        }

        Fact {
            label: qsTr("Here since")
            value: dialog.profile.since
        }

        Fact {
            label: qsTr("Last active")
            value: dialog.profile.active
        }

        AppButton {
            objectName: "talkButton"
            Layout.fillWidth: true
            Layout.topMargin: 4
            visible: dialog.profile.addressable
            primary: true
            compact: true
            text: qsTr("Direct message")
            onClicked: {
                dialog.chat.talkTo(dialog.profile.user)
                dialog.close()
            }
        }

        AppButton {
            objectName: "ignoreButton"
            Layout.fillWidth: true
            visible: !dialog.profile.own
            compact: true
            text: dialog.profile.ignored ? qsTr("Do not ignore any more") : qsTr("Ignore")
            onClicked: dialog.profile.ignored = !dialog.profile.ignored
        }

        ColumnLayout {
            Layout.fillWidth: true
            visible: !dialog.profile.own
            spacing: 4

            AppButton {
                objectName: "reportButton"
                Layout.fillWidth: true
                compact: true
                enabled: dialog.profile.messageId !== ""
                text: qsTr("Report…")
                onClicked: {
                    dialog.reportWanted(dialog.profile.messageId, dialog.name, dialog.profile.words)
                    dialog.close()
                }
                Accessible.description: noMessage.visible ? noMessage.text : ""
            }

            Text {
                id: noMessage

                objectName: "noMessage"
                Layout.fillWidth: true
                visible: dialog.profile.messageId === ""
                text: qsTr("There is no message of theirs here that a report could show.")
                color: Theme.muted
                font.pixelSize: Theme.tiny
                horizontalAlignment: Text.AlignHCenter
                wrapMode: Text.Wrap
                textFormat: Text.PlainText
            }
        }

        // What staff may do, apart from what everybody may.
        Rectangle {
            Layout.fillWidth: true
            Layout.preferredHeight: 1
            Layout.topMargin: 2
            visible: dialog.profile.moderatable
            color: Theme.line
        }

        // Side by side where their words fit.
        GridLayout {
            readonly property real longest: Math.max(kick.implicitWidth, mute.implicitWidth, ban.implicitWidth)

            Layout.fillWidth: true
            visible: dialog.profile.moderatable
            columns: width >= 3 * longest + 2 * columnSpacing ? 3 : 1
            columnSpacing: Theme.gap
            rowSpacing: Theme.gap

            SanctionButton {
                id: kick

                objectName: "kickButton"
                text: qsTr("Send away…")
                onClicked: dialog.sanctionWanted(SanctionDialog.Kick)
            }

            SanctionButton {
                id: mute

                objectName: "muteButton"
                text: qsTr("Mute…")
                onClicked: dialog.sanctionWanted(SanctionDialog.Mute)
            }

            SanctionButton {
                id: ban

                objectName: "banButton"
                text: qsTr("Ban…")
                onClicked: dialog.sanctionWanted(SanctionDialog.Ban)
            }
        }
    }
}
