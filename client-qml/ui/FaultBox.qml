import QtQuick

Rectangle {
    id: box

    property string text

    implicitHeight: label.implicitHeight + 20
    radius: 11
    color: Theme.dangerWash
    Accessible.role: Accessible.AlertMessage
    Accessible.name: text

    Text {
        id: label

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.margins: 14
        text: box.text
        color: Theme.danger
        font.pixelSize: Theme.small
        wrapMode: Text.Wrap
        textFormat: Text.PlainText
        Accessible.ignored: true
    }
}
