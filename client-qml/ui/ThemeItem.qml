import QtQuick
import Chinwag.Models

// One choice among the looks.
AppMenuItem {
    required property Preferences preferences
    required property int theme

    checkable: true
    checked: preferences.theme === theme
    onTriggered: {
        preferences.theme = theme
        // The click has broken the binding.
        checked = Qt.binding(() => preferences.theme === theme)
    }
}
