import QtQuick
import Chinwag.Models

// Servers that one has been on, to be chosen or forgotten.
Flow {
    id: recent

    required property Preferences preferences
    required property string current

    readonly property var others: preferences.recentServers.filter(server => server !== current)

    signal chosen(string server)

    spacing: 6
    visible: others.length > 0

    Repeater {
        model: recent.others

        ServerChip {
            maxWidth: recent.width
            onClicked: recent.chosen(modelData)
            onForgetWanted: recent.preferences.forgetServer(modelData)
        }
    }
}
