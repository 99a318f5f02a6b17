import QtQuick

// Where a switch shows whether it is on.
Rectangle {
    id: track

    required property bool on
    required property bool usable
    required property bool focused
    required property bool mirrored

    implicitWidth: Math.round(implicitHeight * 1.75)
    implicitHeight: Math.round(Theme.text * 1.55)
    radius: height / 2
    color: usable && on ? Theme.accent : Theme.sunken
    border.width: on && usable ? 0 : 1
    border.color: Theme.border

    Rectangle {
        readonly property bool atEnd: track.on !== track.mirrored

        anchors.verticalCenter: parent.verticalCenter
        x: atEnd ? parent.width - width - 3 : 3
        width: parent.height - 6
        height: width
        radius: width / 2
        color: track.on && track.usable ? Theme.inkOnAccent : Theme.border

        Behavior on x { NumberAnimation { duration: Theme.quick } }
    }

    FocusRing {
        visible: track.focused
    }
}
