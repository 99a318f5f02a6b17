import QtQuick
import QtQuick.Layouts
import Chinwag.Models

// Above the timeline: where one is, how the connection is, and what else there is to do.
Rectangle {
    id: bar

    required property ChatController chat
    required property bool hasList // the list of rooms stands beside it

    readonly property bool compact: width < Theme.narrow
    // What holds for everybody in a room is for staff to say, but in one of two.
    readonly property bool governs: chat.staff && chat.room.channel !== "" && !chat.room.direct

    signal roomsWanted()
    signal joinWanted()
    signal partWanted()
    signal peopleWanted()
    signal sanctionsWanted()
    signal slowModeWanted()
    signal settingsWanted()
    signal shortcutsWanted()

    implicitHeight: Math.round(58 * Theme.scale)
    color: Theme.surface

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Math.max(Theme.gutter, (bar.width - Theme.column) / 2)
        anchors.rightMargin: anchors.leftMargin - 8
        spacing: 10

        RoomsButton {
            objectName: "roomsButton"
            visible: !bar.hasList
            unread: bar.chat.unread - (bar.chat.room.muted ? 0 : bar.chat.room.unread)
            mentions: bar.chat.mentions - bar.chat.room.mentions
            onClicked: bar.roomsWanted()
        }

        Text {
            objectName: "roomTitle"
            Layout.fillWidth: true
            text: bar.chat.room.title
            color: Theme.ink
            font.pixelSize: Theme.text
            font.weight: Font.Bold
            elide: Text.ElideRight
            horizontalAlignment: Text.AlignLeft
            textFormat: Text.PlainText
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }

        StateLabel {
            objectName: "stateLabel"
            link: bar.chat.link
            compact: bar.width < 400
        }

        PeopleButton {
            objectName: "peopleButton"
            visible: bar.chat.room.people.length > 0
            count: bar.chat.room.people.length
            onClicked: bar.peopleWanted()
        }

        IconButton {
            objectName: "menuButton"
            focusPolicy: Qt.TabFocus // who clicks goes on writing afterwards
            path: Glyphs.more
            text: qsTr("Menu")
            onClicked: menu.popup(this, width - menu.width, height + 4)
        }
    }

    AppMenu {
        id: menu

        AppMenuItem {
            objectName: "joinItem"
            text: qsTr("Join a room…")
            onTriggered: bar.joinWanted()
        }

        AppMenuItem {
            visible: bar.chat.room.channel !== ""
            text: bar.chat.room.pinned ? qsTr("Do not pin this room any more") : qsTr("Pin this room")
            onTriggered: bar.chat.room.pinned = !bar.chat.room.pinned
        }

        AppMenuItem {
            visible: bar.chat.room.channel !== ""
            text: bar.chat.room.muted ? qsTr("Notify me of this room again") : qsTr("Do not notify me of this room")
            onTriggered: bar.chat.room.muted = !bar.chat.room.muted
        }

        AppMenuItem {
            objectName: "sanctionsItem"
            visible: bar.chat.staff && bar.chat.room.channel !== ""
            text: qsTr("Muted and banned people…")
            onTriggered: bar.sanctionsWanted()
        }

        AppMenuItem {
            objectName: "lockItem"
            visible: bar.governs
            text: bar.chat.room.restrictions.locked ? qsTr("Unlock this room") : qsTr("Lock this room")
            onTriggered: bar.chat.room.restrictions.setLocked(!bar.chat.room.restrictions.locked)
        }

        AppMenuItem {
            objectName: "slowModeItem"
            visible: bar.governs
            text: qsTr("Slow mode…")
            hint: bar.chat.room.restrictions.interval
            onTriggered: bar.slowModeWanted()
        }

        AppMenuItem {
            objectName: "partRoomItem"
            visible: bar.chat.room.channel !== ""
            text: qsTr("Leave this room…")
            onTriggered: bar.partWanted()
        }

        AppMenuLine {}

        AppMenuItem {
            objectName: "leaveItem"
            text: qsTr("Leave the server")
            hint: qsTr("Ctrl+L")
            onTriggered: bar.chat.leave()
        }

        AppMenuLine {}

        ThemeItem {
            text: qsTr("Look of the desktop")
            preferences: bar.chat.preferences
            theme: Preferences.System
        }

        ThemeItem {
            text: qsTr("Light")
            preferences: bar.chat.preferences
            theme: Preferences.Light
        }

        ThemeItem {
            objectName: "darkItem"
            text: qsTr("Dark")
            preferences: bar.chat.preferences
            theme: Preferences.Dark
        }

        AppMenuLine {}

        AppMenuItem {
            objectName: "settingsItem"
            text: qsTr("Settings…")
            hint: qsTr("Ctrl+,")
            onTriggered: bar.settingsWanted()
        }

        AppMenuItem {
            objectName: "shortcutsItem"
            text: qsTr("Keyboard…")
            hint: qsTr("F1")
            onTriggered: bar.shortcutsWanted()
        }
    }

    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: 1
        color: Theme.line
    }
}
