import QtQuick
import Chinwag.Models

// How the connection is, in a dot and a word.
Row {
    id: state

    required property int link
    property bool compact: false

    readonly property bool busy: link === ChatController.Connecting || link === ChatController.Waiting

    spacing: 7
    Accessible.role: Accessible.StaticText
    Accessible.name: label.text

    Rectangle {
        id: dot

        anchors.verticalCenter: parent.verticalCenter
        width: Math.round(9 * Theme.scale)
        height: width
        radius: width / 2
        color: state.link === ChatController.Online ? Theme.ok : state.busy ? Theme.warn : Theme.danger

        SequentialAnimation on opacity {
            running: state.busy && state.visible
            loops: Animation.Infinite
            onStopped: dot.opacity = 1
            NumberAnimation { to: 0.3; duration: 900; easing.type: Easing.InOutSine }
            NumberAnimation { to: 1; duration: 900; easing.type: Easing.InOutSine }
        }
    }

    Text {
        id: label

        anchors.verticalCenter: parent.verticalCenter
        visible: !state.compact
        text: state.link === ChatController.Online ? qsTr("Connected")
            : state.link === ChatController.Connecting ? qsTr("Connecting…")
            : state.link === ChatController.Waiting ? qsTr("Reconnecting") : qsTr("Disconnected")
        color: Theme.muted
        font.pixelSize: Theme.small
        textFormat: Text.PlainText
    }
}
