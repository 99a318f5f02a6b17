import QtQuick
import QtQuick.Layouts
import Chinwag.Models

// How often everybody but staff may write in a room.
AppDialog {
    id: dialog

    property Room room: null
    property int seconds: 0

    readonly property var intervals: [0, 5, 10, 30, 60, 300, 900, 3600] // in seconds

    function openFor(room: Room) {
        dialog.room = room
        seconds = room.restrictions.slowSeconds
        open()
    }

    objectName: "slowModeDialog"
    heading: room !== null ? qsTr("Slow mode in %1").arg(room.title) : ""
    go: qsTr("Set")
    ready: room !== null && seconds !== room.restrictions.slowSeconds

    onAccepted: {
        room.restrictions.setSlow(seconds)
        close()
    }

    SettingChoice {
        objectName: "slowTime"
        Layout.fillWidth: true
        label: qsTr("Everybody but staff can write one message every")
        choices: dialog.intervals.map(seconds => ({
            value: seconds,
            text: seconds === 0 ? qsTr("No slow mode") : dialog.room === null ? "" : dialog.room.restrictions.inWords(seconds)
        }))
        value: dialog.seconds
        onChosen: value => dialog.seconds = value
    }
}
