import QtQuick
import QtQuick.Layouts
import Chinwag.Models

// One room of the list.
Item {
    id: delegate

    required property Room room
    required property string title
    required property string name
    required property bool direct
    required property int unread
    required property int mentions
    required property bool pinned
    required property bool muted
    required property string preview
    required property string time
    required property bool closed
    required property bool current
    required property int index

    readonly property RoomRows view: ListView.view as RoomRows
    readonly property bool calls: mentions > 0 || (unread > 0 && !muted)
    readonly property bool keyed: view !== null && view.activeFocus && ListView.isCurrentItem

    function choose() {
        view.chosen(room.channel)
    }

    function openMenu(place: Item) {
        view.menuWanted(room, place)
    }

    width: view ? view.width : 0
    implicitHeight: Math.round(60 * Theme.scale)
    Accessible.onPressAction: choose()
    Accessible.role: Accessible.ListItem
    Accessible.name: unread > 0 ? qsTr("%1, %n unread message(s)", "", unread).arg(title) : title
    Accessible.description: preview

    Rectangle {
        anchors.fill: parent
        anchors.leftMargin: 6
        anchors.rightMargin: 6
        radius: 12
        color: delegate.current ? Theme.sunken
            : pointer.hovered ? Qt.alpha(Theme.sunken, 0.6) : "transparent"
        border.width: delegate.keyed ? 2 : 0
        border.color: Theme.accent
    }

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: 14
        anchors.rightMargin: 16
        spacing: 10

        RoomMark {
            name: delegate.name
            direct: delegate.direct
            tile: delegate.current ? Theme.surface : Theme.sunken
            opacity: delegate.closed ? 0.5 : 1
        }

        ColumnLayout {
            Layout.fillWidth: true
            spacing: 2

            RowLayout {
                Layout.fillWidth: true
                spacing: 5

                Text {
                    Layout.fillWidth: true
                    text: delegate.name
                    color: delegate.closed ? Theme.muted : Theme.ink
                    font.pixelSize: Theme.small
                    font.weight: delegate.calls ? Font.Bold : Font.DemiBold
                    elide: Text.ElideRight
                    horizontalAlignment: Text.AlignLeft
                    textFormat: Text.PlainText
                }

                Icon {
                    Layout.preferredWidth: size
                    Layout.preferredHeight: size
                    visible: delegate.muted
                    path: Glyphs.bellOff
                    size: Math.round(13 * Theme.scale)
                    color: Theme.muted
                }

                Icon {
                    Layout.preferredWidth: size
                    Layout.preferredHeight: size
                    visible: delegate.pinned
                    path: Glyphs.pin
                    size: Math.round(13 * Theme.scale)
                    color: Theme.muted
                }

                Text {
                    visible: text !== ""
                    text: delegate.time
                    color: Theme.muted
                    font.pixelSize: Theme.tiny
                    textFormat: Text.PlainText
                }
            }

            RowLayout {
                Layout.fillWidth: true
                visible: delegate.closed || delegate.preview !== "" || delegate.unread > 0
                spacing: 6

                Text {
                    Layout.fillWidth: true
                    text: delegate.closed ? qsTr("Not in this room") : delegate.preview
                    color: Theme.muted
                    font.pixelSize: Theme.tiny
                    elide: Text.ElideRight
                    horizontalAlignment: Text.AlignLeft
                    maximumLineCount: 1
                    textFormat: Text.PlainText
                }

                CountBadge {
                    visible: delegate.unread > 0
                    count: delegate.unread
                    loud: delegate.mentions > 0
                    opacity: delegate.muted && delegate.mentions === 0 ? 0.6 : 1
                }
            }
        }
    }

    HoverHandler {
        id: pointer

        cursorShape: Qt.PointingHandCursor
    }

    TapHandler {
        onTapped: delegate.choose()
        onLongPressed: delegate.openMenu(null)
    }

    TapHandler {
        acceptedButtons: Qt.RightButton
        onTapped: delegate.openMenu(null)
    }
}
