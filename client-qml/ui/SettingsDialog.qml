import QtQuick
import QtQuick.Layouts
import Chinwag.Models

// What a person may have otherwise. Everything takes effect at once.
Sheet {
    id: dialog

    required property Preferences preferences
    required property Shell shell

    // What was done, in the place of the button that did it.
    property bool cleared: false

    heading: qsTr("Settings")

    onAboutToShow: cleared = false

    SettingsHeading {
        Layout.topMargin: 0
        text: qsTr("Appearance")
    }

    SettingChoice {
        objectName: "theme"
        Layout.fillWidth: true
        label: qsTr("Colours")
        choices: [{ value: Preferences.System, text: qsTr("As the desktop") },
            { value: Preferences.Light, text: qsTr("Light") }, { value: Preferences.Dark, text: qsTr("Dark") }]
        value: dialog.preferences.theme
        onChosen: value => dialog.preferences.theme = value
    }

    SettingSteps {
        objectName: "textSize"
        Layout.fillWidth: true
        label: qsTr("Size of text and controls")
        from: 80
        to: 200
        step: 10
        value: dialog.preferences.textPercent
        onChosen: value => dialog.preferences.textPercent = value
    }

    SettingChoice {
        objectName: "language"
        Layout.fillWidth: true
        label: qsTr("Language")
        choices: dialog.shell.languages
        value: dialog.preferences.language
        onChosen: value => dialog.preferences.language = value
    }

    SettingsHeading {
        text: qsTr("Notifications")
    }

    SettingChoice {
        objectName: "notify"
        Layout.fillWidth: true
        label: qsTr("Notify me, while I look elsewhere, of")
        choices: [{ value: Preferences.NotifyPersonal, text: qsTr("Mentions and direct messages") },
            { value: Preferences.NotifyEverything, text: qsTr("Every message") },
            { value: Preferences.NotifyNothing, text: qsTr("Nothing") }]
        value: dialog.preferences.notify
        onChosen: value => dialog.preferences.notify = value
    }

    SettingSwitch {
        objectName: "soundsSwitch"
        Layout.fillWidth: true
        enabled: dialog.preferences.notify !== Preferences.NotifyNothing
        text: qsTr("With a sound")
        checked: dialog.preferences.sounds
        onSwitched: on => dialog.preferences.sounds = on
    }

    SettingSwitch {
        objectName: "quietSwitch"
        Layout.fillWidth: true
        text: qsTr("Do not disturb")
        hint: qsTr("Nothing is shown and nothing sounds until this is off again. What is unread is still counted.")
        checked: dialog.preferences.doNotDisturb
        onSwitched: on => dialog.preferences.doNotDisturb = on
    }

    SettingsHeading {
        visible: dialog.shell.trayAvailable
        text: qsTr("Tray")
    }

    SettingSwitch {
        objectName: "traySwitch"
        Layout.fillWidth: true
        visible: dialog.shell.trayAvailable
        text: qsTr("Icon in the tray")
        hint: qsTr("It shows whether something is unread.")
        checked: dialog.preferences.tray
        onSwitched: on => dialog.preferences.tray = on
    }

    SettingSwitch {
        objectName: "closeToTraySwitch"
        Layout.fillWidth: true
        visible: dialog.shell.trayAvailable
        enabled: dialog.preferences.tray
        text: qsTr("Stay in the tray when the window is closed")
        checked: dialog.preferences.closeToTray
        onSwitched: on => dialog.preferences.closeToTray = on
    }

    SettingsHeading {
        visible: dialog.shell.offlineAvailable
        text: qsTr("On this computer")
    }

    SettingSwitch {
        objectName: "offlineSwitch"
        Layout.fillWidth: true
        visible: dialog.shell.offlineAvailable
        text: qsTr("Keep messages for when there is no connection")
        hint: qsTr("The last 200 of each room, and what you wrote and could not be sent. Only your account on this computer may read them.")
        checked: dialog.preferences.keepOffline
        onSwitched: on => dialog.preferences.keepOffline = on
    }

    RowLayout {
        Layout.fillWidth: true
        visible: dialog.shell.offlineAvailable
        spacing: Theme.gap

        AppButton {
            objectName: "clearOffline"
            compact: true
            enabled: !dialog.cleared
            text: qsTr("Delete what is kept…")
            onClicked: confirmation.open()
        }

        Text {
            objectName: "clearedText"
            Layout.fillWidth: true
            visible: dialog.cleared
            text: qsTr("Deleted.")
            horizontalAlignment: Text.AlignLeft
            color: Theme.muted
            font.pixelSize: Theme.small
            textFormat: Text.PlainText
            Accessible.role: Accessible.StaticText
            Accessible.name: text
        }
    }

    AppDialog {
        id: confirmation

        heading: qsTr("Delete what is kept on this computer?")
        go: qsTr("Delete")
        dangerous: true
        onOpened: forceActiveFocus()
        onAccepted: {
            dialog.shell.clearOffline()
            dialog.cleared = true
            close()
        }

        Text {
            Layout.fillWidth: true
            text: qsTr("Messages of all servers, as far as they are kept here, and what you wrote and was not sent yet. What is on the servers stays there.")
            horizontalAlignment: Text.AlignLeft
            color: Theme.ink
            font.pixelSize: Theme.text
            wrapMode: Text.Wrap
            textFormat: Text.PlainText
        }
    }
}
