import QtQuick
import Chinwag.Models

// Servers that one has been on, to be chosen or forgotten.
ChipFlow {
    id: recent

    required property Preferences preferences

    visible: preferences.recentServers.length > 0
    onForgetWanted: name => preferences.forgetServer(name)

    Repeater {
        model: recent.preferences.recentServers

        ServerChip {}
    }
}
