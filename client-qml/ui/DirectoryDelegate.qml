import QtQuick
import QtQuick.Layouts

// One of the rooms that a server lists.
Item {
    id: delegate

    required property string name
    required property int people

    readonly property DirectoryRows view: ListView.view as DirectoryRows
    readonly property bool keyed: view !== null && view.activeFocus && ListView.isCurrentItem

    function choose() {
        view.chosen(name)
    }

    width: view ? view.width : 0
    implicitHeight: Math.round(40 * Theme.scale)
    Accessible.onPressAction: choose()
    Accessible.role: Accessible.ListItem
    Accessible.name: qsTr("#%1, %n people", "", people).arg(name)

    Rectangle {
        anchors.fill: parent
        radius: 10
        color: pointer.hovered ? Theme.sunken : "transparent"
        border.width: delegate.keyed ? 2 : 0
        border.color: Theme.accent
    }

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: 10
        anchors.rightMargin: 14
        spacing: 8

        Text {
            Layout.fillWidth: true
            text: "#" + delegate.name
            color: Theme.ink
            font.pixelSize: Theme.small
            font.weight: Font.DemiBold
            elide: Text.ElideRight
            horizontalAlignment: Text.AlignLeft
            textFormat: Text.PlainText
        }

        Icon {
            Layout.preferredWidth: size
            Layout.preferredHeight: size
            path: Glyphs.person
            size: Math.round(14 * Theme.scale)
            color: Theme.muted
        }

        // As wide in each row, so that the signs stand below one another.
        Text {
            Layout.minimumWidth: Math.round(30 * Theme.scale)
            horizontalAlignment: Text.AlignRight
            text: delegate.people
            color: Theme.muted
            font.pixelSize: Theme.tiny
            textFormat: Text.PlainText
        }
    }

    HoverHandler {
        id: pointer

        cursorShape: Qt.PointingHandCursor
    }

    TapHandler {
        onTapped: delegate.choose()
    }
}
