import QtQuick

// In front of a room: whose face it is, or that it is for many.
Item {
    id: mark

    required property string name
    required property bool direct
    property int side: Math.round(36 * Theme.scale)
    property color tile: Theme.sunken // behind the sign

    width: side
    height: side

    Avatar {
        visible: mark.direct
        side: mark.side
        nick: mark.name
    }

    Rectangle {
        anchors.fill: parent
        visible: !mark.direct
        radius: mark.side * 0.3
        color: mark.tile

        Text {
            anchors.centerIn: parent
            text: "#"
            color: Theme.muted
            font.pixelSize: Math.round(mark.side * 0.5)
            font.weight: Font.DemiBold
            Accessible.ignored: true
        }
    }
}
