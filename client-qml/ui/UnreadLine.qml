import QtQuick

// Above the first message that one has not read yet.
Item {
    id: line

    implicitHeight: label.implicitHeight + 20
    Accessible.role: Accessible.StaticText
    Accessible.name: label.text

    Rectangle {
        anchors.verticalCenter: label.verticalCenter
        anchors.left: parent.left
        anchors.right: label.left
        anchors.rightMargin: 12
        height: 1
        color: Theme.danger
    }

    Text {
        id: label

        objectName: "unreadLine"
        anchors.right: parent.right
        y: 14
        text: qsTr("New messages")
        color: Theme.danger
        font.pixelSize: Theme.tiny
        font.weight: Font.DemiBold
        textFormat: Text.PlainText
        Accessible.ignored: true
    }
}
