import QtQuick
import QtQuick.Layouts
import Chinwag.Models

// Sends somebody away, or keeps them from writing or from the room: for how long, and why.
AppDialog {
    id: dialog

    enum Kind { Kick, Mute, Ban }

    required property Profile profile

    property int kind: SanctionDialog.Kick
    readonly property var choices: [
        { minutes: 10, text: qsTr("10 minutes") },
        { minutes: 60, text: qsTr("1 hour") },
        { minutes: 24 * 60, text: qsTr("1 day") },
        { minutes: 7 * 24 * 60, text: qsTr("1 week") },
        { minutes: 0, text: qsTr("for good") }
    ]

    function openFor(kind: int) {
        dialog.kind = kind
        times.minutes = 10
        reason.text = ""
        open()
    }

    objectName: "sanctionDialog"
    heading: (kind === SanctionDialog.Kick ? qsTr("Send %1 away?") : kind === SanctionDialog.Mute ? qsTr("Mute %1?")
        : qsTr("Ban %1?")).arg(profile.nick)
    go: kind === SanctionDialog.Kick ? qsTr("Send away") : kind === SanctionDialog.Mute ? qsTr("Mute") : qsTr("Ban")
    dangerous: true
    ready: reason.fault === ""

    onOpened: reason.input.forceActiveFocus()
    onAccepted: {
        const words = reason.text.trim()
        if (kind === SanctionDialog.Kick)
            profile.kick(words)
        else if (kind === SanctionDialog.Mute)
            profile.mute(times.minutes, words)
        else
            profile.ban(times.minutes, words)
        close()
    }

    Text {
        Layout.fillWidth: true
        text: dialog.kind === SanctionDialog.Kick ? qsTr("They are disconnected, and may come back at once.")
            : dialog.kind === SanctionDialog.Mute ? qsTr("They can read in this room, but not write.")
            : qsTr("They are put out of this room, and cannot come back.")
        color: Theme.muted
        font.pixelSize: Theme.small
        wrapMode: Text.Wrap
        textFormat: Text.PlainText
    }

    TimeFlow {
        id: times

        Layout.fillWidth: true
        visible: dialog.kind !== SanctionDialog.Kick
        spacing: 6

        Repeater {
            model: dialog.choices

            AppButton {
                required property var modelData

                readonly property TimeFlow row: parent as TimeFlow
                readonly property bool chosen: row !== null && row.minutes === modelData.minutes

                objectName: "time" + modelData.minutes
                compact: true
                primary: chosen
                text: modelData.text
                onClicked: row.minutes = modelData.minutes
                Accessible.checkable: true
                Accessible.checked: chosen
            }
        }
    }

    Field {
        id: reason

        objectName: "sanctionReason"
        Layout.fillWidth: true
        label: qsTr("Why (they read it)")
        fault: dialog.profile.excessOf(text.trim()) > 0
            ? qsTr("Shorter, please: it is %n byte(s) too long.", "", dialog.profile.excessOf(text.trim())) : ""
        onAccepted: if (dialog.ready) dialog.accepted()
    }
}
