import QtQuick
import QtQuick.Layouts
import Chinwag.Models

// The room that one is in: what was said, and where one writes.
Item {
    id: page

    required property ChatController chat
    required property bool hasList // the list of rooms stands beside it
    property bool covered: false // by a dialog of the whole window

    readonly property Room room: chat.room
    readonly property bool nowhere: room.channel === ""
    // What was said last is in sight.
    readonly property bool atEnd: timeline.following && !timeline.arriving

    signal roomsWanted()
    signal joinWanted()
    signal partWanted()
    signal settingsWanted()
    signal shortcutsWanted()

    function takeFocus() {
        composer.input.forceActiveFocus()
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        ChatBar {
            Layout.fillWidth: true
            chat: page.chat
            hasList: page.hasList
            z: 1
            onRoomsWanted: page.roomsWanted()
            onJoinWanted: page.joinWanted()
            onPartWanted: page.partWanted()
            onPeopleWanted: peoplePanel.open()
            onSanctionsWanted: sanctionsDialog.openFor(page.room)
            onSlowModeWanted: slowModeDialog.openFor(page.room)
            onSettingsWanted: page.settingsWanted()
            onShortcutsWanted: page.shortcutsWanted()
        }

        Item {
            Layout.fillWidth: true
            Layout.fillHeight: true

            Timeline {
                id: timeline

                objectName: "timeline"
                anchors.fill: parent
                model: page.room.timeline
                hasOlder: page.room.hasOlder
                staff: page.chat.staff
                onOlderWanted: page.room.askOlder()
                onLinkActivated: link => page.chat.openAddress(link)
                onMenuWanted: (message, selection, link) => messageMenu.openFor(message, selection, link)
                onReplyWanted: id => page.room.reply(id)
                onEditWanted: id => page.room.edit(id)
                onRedactWanted: (id, words) => redactDialog.openFor(id, words)
                onProfileWanted: (user, nick) => profileDialog.openFor(user, nick)
                onOriginalWanted: id => timeline.showMessage(id)
                onResendWanted: id => page.room.resend(id)
                onDiscardWanted: id => page.room.discard(id)
            }

            EmptyState {
                anchors.centerIn: parent
                width: Math.min(420, parent.width - 2 * Theme.gutter)
                visible: page.nowhere || (timeline.count === 0 && page.room.state === Room.Open)
                room: page.room.title
                onJoinWanted: page.joinWanted()
            }

            JumpButton {
                objectName: "jumpButton"
                anchors.horizontalCenter: parent.horizontalCenter
                anchors.bottom: parent.bottom
                anchors.bottomMargin: 12
                visible: !timeline.following
                unseen: timeline.unseen
                onClicked: {
                    timeline.toNewest()
                    page.takeFocus()
                }
            }
        }

        ColumnLayout {
            Layout.alignment: Qt.AlignHCenter
            Layout.fillWidth: true
            Layout.maximumWidth: Theme.column + 2 * Theme.gutter
            Layout.leftMargin: page.width < Theme.narrow ? 8 : Theme.gutter
            Layout.rightMargin: Layout.leftMargin
            Layout.bottomMargin: page.width < Theme.narrow ? 8 : Theme.gutter
            spacing: 4

            // Its place is kept, so that nothing moves when somebody begins to write.
            Text {
                objectName: "typingLine"
                Layout.fillWidth: true
                Layout.leftMargin: Theme.gutter
                Layout.rightMargin: Theme.gutter
                text: page.room.typing
                color: Theme.muted
                font.pixelSize: Theme.tiny
                font.italic: true
                elide: Text.ElideRight
                textFormat: Text.PlainText
                Accessible.role: Accessible.StaticText
                Accessible.name: text
            }

            StatusBanner {
                objectName: "banner"
                Layout.fillWidth: true
                visible: page.chat.link !== ChatController.Online
                chat: page.chat
                onRetried: page.takeFocus()
            }

            RoomRefusal {
                objectName: "refusal"
                Layout.fillWidth: true
                visible: page.chat.link === ChatController.Online && page.room.state === Room.Closed
                room: page.room
                onKnocked: {
                    page.chat.knock(page.room.channel)
                    page.takeFocus()
                }
                onPartWanted: page.partWanted()
            }

            RestrictionLine {
                objectName: "restrictionLine"
                Layout.fillWidth: true
                Layout.leftMargin: Theme.gutter
                Layout.rightMargin: Theme.gutter
                visible: page.room.state === Room.Open
                    && (page.room.restrictions.locked || page.room.restrictions.slowSeconds > 0)
                restrictions: page.room.restrictions
                staff: page.chat.staff
            }

            Composer {
                id: composer

                objectName: "composer"
                Layout.fillWidth: true
                visible: !page.nowhere
                chat: page.chat
                onSent: timeline.toNewest()
                onNewestWanted: timeline.toNewest()
                onPageWanted: direction => timeline.page(direction)
            }
        }
    }

    MessageMenu {
        id: messageMenu

        chat: page.chat
        room: page.room
        onRedactWanted: (id, words) => redactDialog.openFor(id, words)
        onReportWanted: (id, nick, words) => reportDialog.openFor(id, nick, words)
        onProfileWanted: (user, nick) => profileDialog.openFor(user, nick)
    }

    RedactDialog {
        id: redactDialog

        room: page.room
        onClosed: page.takeFocus()
    }

    ReportDialog {
        id: reportDialog

        room: page.room
        onClosed: page.takeFocus()
    }

    // Whoever wants to answer or to change something wants to write.
    Connections {
        target: page.room.draft

        function onPurposeChanged() {
            if (page.visible)
                page.takeFocus()
        }
    }

    PeoplePanel {
        id: peoplePanel

        chat: page.chat
        onClosed: if (!profileDialog.opened && !sanctionDialog.opened && !reportDialog.opened) page.takeFocus()
        onProfileWanted: (user, nick) => profileDialog.openFor(user, nick)
    }

    ProfileDialog {
        id: profileDialog

        chat: page.chat
        onClosed: if (!peoplePanel.opened && !sanctionDialog.opened && !reportDialog.opened) page.takeFocus()
        onReportWanted: (id, nick, words) => {
            reportDialog.openFor(id, nick, words)
            peoplePanel.close()
        }
        onSanctionWanted: kind => {
            sanctionDialog.openFor(kind)
            close()
            peoplePanel.close()
        }
    }

    SanctionDialog {
        id: sanctionDialog

        profile: page.chat.profile
        onClosed: page.takeFocus()
    }

    SanctionsDialog {
        id: sanctionsDialog

        chat: page.chat
        onClosed: page.takeFocus()
    }

    SlowModeDialog {
        id: slowModeDialog

        onClosed: page.takeFocus()
    }

    // Who is talked to has a room that is shown.
    Connections {
        target: page.chat

        function onRoomChanged() {
            peoplePanel.close()
            profileDialog.close()
        }
    }

    Shortcut {
        enabled: page.visible && !page.nowhere
        sequence: "Ctrl+E"
        onActivated: composer.pickEmoji()
    }

    Shortcut {
        enabled: page.visible
        sequence: "Ctrl+End"
        onActivated: timeline.toNewest()
    }

    // Where a popup is open, it is the popup that is closed.
    Shortcut {
        enabled: page.visible && !page.covered && !composer.picking && !peoplePanel.opened && !messageMenu.opened && !redactDialog.opened
            && !reportDialog.opened && !profileDialog.opened && !sanctionDialog.opened
            && !sanctionsDialog.opened && !slowModeDialog.opened
        sequence: "Escape"
        onActivated: {
            if (page.room.draft.purpose !== Draft.Message)
                page.room.draft.cancel()
            else
                timeline.toNewest()
            page.takeFocus()
        }
    }
}
