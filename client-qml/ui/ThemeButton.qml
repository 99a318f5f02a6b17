import QtQuick
import Chinwag.Models

// The choice of the look where there is no other menu.
IconButton {
    id: button

    required property Preferences preferences

    path: Glyphs.contrast
    text: qsTr("Light or dark")
    onClicked: menu.popup(this, width - menu.width, height + 4)

    AppMenu {
        id: menu

        ThemeItem {
            text: qsTr("Look of the desktop")
            preferences: button.preferences
            theme: Preferences.System
        }

        ThemeItem {
            text: qsTr("Light")
            preferences: button.preferences
            theme: Preferences.Light
        }

        ThemeItem {
            text: qsTr("Dark")
            preferences: button.preferences
            theme: Preferences.Dark
        }
    }
}
