import QtQuick
import QtQuick.Layouts

// What the keys do.
Sheet {
    id: dialog

    readonly property var groups: [
        { heading: qsTr("Everywhere"), keys: [
            [qsTr("F1, Ctrl+/"), qsTr("This overview")],
            [qsTr("Ctrl+,"), qsTr("Settings")],
            [qsTr("Ctrl++, Ctrl+-, Ctrl+0"), qsTr("Larger, smaller, as large as it is by itself")],
            [qsTr("Ctrl+L"), qsTr("Leave the server")],
            [qsTr("Ctrl+Q"), qsTr("End the program")]] },
        { heading: qsTr("Rooms"), keys: [
            [qsTr("Ctrl+K"), qsTr("Look for a room in the list")],
            [qsTr("Alt+Up, Alt+Down"), qsTr("The room above, the room below")],
            [qsTr("Alt+Shift+Down"), qsTr("The next room with something new")]] },
        { heading: qsTr("Writing"), keys: [
            [qsTr("Enter"), qsTr("Send")],
            [qsTr("Shift+Enter"), qsTr("A new line")],
            [qsTr("Up"), qsTr("Change your last message, where nothing is written")],
            [qsTr("@, then a name"), qsTr("Mention somebody")],
            [qsTr(":, then a name"), qsTr("An emoji")],
            [qsTr("Ctrl+E"), qsTr("Choose from all emoji")],
            [qsTr("Escape"), qsTr("Give an answer or a change up; to the newest message")]] },
        { heading: qsTr("Messages"), keys: [
            [qsTr("Page Up, Page Down"), qsTr("Read on")],
            [qsTr("Ctrl+End"), qsTr("To the newest message")],
            [qsTr("Shift+Tab, then Up, Down"), qsTr("From message to message")],
            [qsTr("R, E, Delete"), qsTr("Answer it, change it, take it back")],
            [qsTr("Enter"), qsTr("What else can be done with it")]] }]

    heading: qsTr("Keyboard")

    Repeater {
        model: dialog.groups

        ColumnLayout {
            id: group

            required property var modelData

            Layout.fillWidth: true
            spacing: 6

            SettingsHeading {
                text: group.modelData.heading
            }

            Repeater {
                model: group.modelData.keys

                ShortcutRow {}
            }
        }
    }
}
