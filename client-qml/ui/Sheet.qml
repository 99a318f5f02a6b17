import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import QtQuick.Templates as T

// Something to look through in the middle of the window, with a heading and a way out; the whole of a narrow window.
Popup {
    id: sheet

    required property string heading
    default property alias content: body.data
    property int wanted: 540

    readonly property bool whole: parent !== null && parent.width < Theme.narrow

    parent: T.Overlay.overlay
    anchors.centerIn: parent
    width: parent ? (whole ? parent.width : Math.min(wanted * Theme.scale, parent.width - 2 * Theme.gutter)) : wanted
    height: parent ? (whole ? parent.height : Math.min(implicitHeight, parent.height - 4 * Theme.gutter)) : 0
    padding: 0
    modal: true
    focus: true
    closePolicy: Popup.CloseOnEscape | Popup.CloseOnPressOutside

    onOpened: scroll.contentY = 0

    background: Rectangle {
        radius: sheet.whole ? 0 : Theme.round
        color: Theme.surface
        border.width: sheet.whole ? 0 : 1
        border.color: Theme.line
    }

    T.Overlay.modal: Rectangle {
        color: Theme.veil
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        RowLayout {
            Layout.fillWidth: true
            Layout.leftMargin: 24
            Layout.rightMargin: 12
            Layout.topMargin: 12
            Layout.bottomMargin: 4

            Text {
                Layout.fillWidth: true
                text: sheet.heading
                horizontalAlignment: Text.AlignLeft
                color: Theme.ink
                font.pixelSize: Theme.title
                font.weight: Font.Bold
                elide: Text.ElideRight
                textFormat: Text.PlainText
                Accessible.role: Accessible.Heading
                Accessible.name: text
            }

            IconButton {
                objectName: "closeSheet"
                path: Glyphs.close
                text: qsTr("Close")
                onClicked: sheet.close()
            }
        }

        Flickable {
            id: scroll

            // What the keys have gone to is in sight.
            function reveal(item: Item) {
                if (item === null || !body.contains(body.mapFromItem(item, 0, 0)))
                    return
                const top = body.mapFromItem(item, 0, 0).y + body.y
                if (top - 8 < contentY)
                    contentY = Math.max(0, top - 8)
                else if (top + item.height + 8 > contentY + height)
                    contentY = Math.min(contentHeight - height, top + item.height + 8 - height)
            }

            Layout.fillWidth: true
            Layout.fillHeight: true
            implicitHeight: contentHeight
            contentHeight: body.implicitHeight + 24
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            ScrollBar.vertical: AppScrollBar {}

            Connections {
                target: scroll.Window.window

                function onActiveFocusItemChanged() {
                    scroll.reveal(scroll.Window.window.activeFocusItem)
                }
            }

            ColumnLayout {
                id: body

                x: 24
                width: scroll.width - 48
                spacing: 10
            }
        }
    }
}
