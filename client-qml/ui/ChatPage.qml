import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Chinwag.Models

Rectangle {
    id: page

    required property ChatController chat

    function takeFocus() {
        composer.input.forceActiveFocus()
    }

    color: Theme.paper

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        ChatBar {
            Layout.fillWidth: true
            chat: page.chat
            z: 1
            onRoomWanted: roomDialog.open()
            onPeopleWanted: peoplePanel.open()
        }

        Item {
            Layout.fillWidth: true
            Layout.fillHeight: true

            Timeline {
                id: timeline

                objectName: "timeline"
                anchors.fill: parent
                model: page.chat.timeline
                hasOlder: page.chat.hasOlder
                onOlderWanted: page.chat.askOlder()
                onLinkActivated: link => page.chat.openAddress(link)
                onMenuWanted: (message, selection, link) => messageMenu.openFor(message, selection, link)
                onReplyWanted: id => page.chat.reply(id)
                onEditWanted: id => page.chat.edit(id)
                onRedactWanted: (id, words) => redactDialog.openFor(id, words)
                onOriginalWanted: id => timeline.showMessage(id)
                onResendWanted: id => page.chat.resend(id)
                onDiscardWanted: id => page.chat.discard(id)
            }

            EmptyState {
                anchors.centerIn: parent
                width: Math.min(420, parent.width - 2 * Theme.gutter)
                visible: timeline.count === 0 && page.chat.link === ChatController.Online
                room: page.chat.room
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
                text: page.chat.typing
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

            Composer {
                id: composer

                objectName: "composer"
                Layout.fillWidth: true
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
        onRedactWanted: (id, words) => redactDialog.openFor(id, words)
        onReportWanted: (id, nick, words) => reportDialog.openFor(id, nick, words)
    }

    RedactDialog {
        id: redactDialog

        chat: page.chat
        onClosed: page.takeFocus()
    }

    ReportDialog {
        id: reportDialog

        chat: page.chat
        onClosed: page.takeFocus()
    }

    // Whoever wants to answer or to change something wants to write.
    Connections {
        target: page.chat.draft

        function onPurposeChanged() {
            if (page.visible)
                page.takeFocus()
        }
    }

    PeoplePanel {
        id: peoplePanel

        people: page.chat.people
        own: page.chat.nick
        onClosed: page.takeFocus()
    }

    RoomDialog {
        id: roomDialog

        chat: page.chat
        onClosed: page.takeFocus()
    }

    Shortcut {
        enabled: page.visible
        sequence: "Ctrl+L"
        onActivated: page.chat.leave()
    }

    Shortcut {
        enabled: page.visible
        sequence: "Ctrl+End"
        onActivated: timeline.toNewest()
    }

    Shortcut {
        enabled: page.visible && !roomDialog.opened && !peoplePanel.opened && !messageMenu.opened
            && !redactDialog.opened && !reportDialog.opened
        sequence: "Escape"
        onActivated: {
            if (page.chat.draft.purpose !== Draft.Message)
                page.chat.draft.cancel()
            else
                timeline.toNewest()
            page.takeFocus()
        }
    }
}
