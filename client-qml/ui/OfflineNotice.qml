import QtQuick
import QtQuick.Layouts
import Chinwag.Models

// What is wrong with what is kept on this computer. The chat goes on without it.
Rectangle {
    id: notice

    required property Shell shell

    signal closed()

    implicitHeight: layout.implicitHeight + 16
    color: Theme.warnWash
    Accessible.role: Accessible.AlertMessage
    Accessible.name: words.text

    RowLayout {
        id: layout

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.leftMargin: Theme.gutter
        anchors.rightMargin: 8

        Text {
            id: words

            objectName: "offlineFault"
            Layout.fillWidth: true
            text: notice.shell.offlineFault
            horizontalAlignment: Text.AlignLeft
            color: Theme.warn
            font.pixelSize: Theme.small
            wrapMode: Text.Wrap
            textFormat: Text.PlainText
        }

        IconButton {
            objectName: "dismissOfflineFault"
            path: Glyphs.close
            text: qsTr("Close")
            onClicked: {
                notice.shell.dismissOfflineFault()
                notice.closed()
            }
        }
    }
}
