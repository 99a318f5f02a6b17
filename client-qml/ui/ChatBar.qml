import QtQuick
import QtQuick.Layouts
import Chinwag.Models

// Above the timeline: where one is, how the connection is, and what else there is to do.
Rectangle {
    id: bar

    required property ChatController chat

    readonly property bool compact: width < Theme.narrow

    signal roomWanted()
    signal peopleWanted()

    implicitHeight: 58
    color: Theme.surface

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Math.max(Theme.gutter, (bar.width - Theme.column) / 2)
        anchors.rightMargin: anchors.leftMargin - 8
        spacing: 10

        Logo {
            side: 34
        }

        RoomButton {
            objectName: "roomButton"
            Layout.maximumWidth: Math.max(80, bar.width - 250)
            room: bar.chat.room
            onClicked: bar.roomWanted()
        }

        Text {
            Layout.fillWidth: true
            text: bar.compact ? "" : bar.chat.serverName
            color: Theme.muted
            font.pixelSize: Theme.small
            elide: Text.ElideMiddle
            textFormat: Text.PlainText
        }

        StateLabel {
            objectName: "stateLabel"
            link: bar.chat.link
            compact: bar.width < 400
        }

        PeopleButton {
            objectName: "peopleButton"
            visible: bar.chat.people.length > 0
            count: bar.chat.people.length
            onClicked: bar.peopleWanted()
        }

        IconButton {
            objectName: "menuButton"
            path: Glyphs.menu
            text: qsTr("Menu")
            onClicked: menu.popup(this, width - menu.width, height + 4)
        }
    }

    AppMenu {
        id: menu

        AppMenuItem {
            text: qsTr("Go to another room…")
            onTriggered: bar.roomWanted()
        }

        AppMenuItem {
            objectName: "leaveItem"
            text: qsTr("Leave")
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
    }

    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: 1
        color: Theme.line
    }
}
