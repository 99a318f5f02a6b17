import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import QtQuick.Templates as T

// Something to look through in the middle of the window, with a heading and a way out; the whole of a narrow window.
Popup {
    id: sheet

    required property string heading
    default property alias content: scroll.content
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

        ScrollColumn {
            id: scroll

            Layout.fillWidth: true
            Layout.fillHeight: true
            sideMargin: 24
            spacing: 10
            endMargin: 24
        }
    }
}
