import QtQuick

Item {
    id: separator

    required property string day

    implicitHeight: label.implicitHeight + 26

    Rectangle {
        anchors.verticalCenter: label.verticalCenter
        anchors.left: parent.left
        anchors.right: label.left
        anchors.rightMargin: 12
        height: 1
        color: Theme.line
    }

    Text {
        id: label

        anchors.horizontalCenter: parent.horizontalCenter
        y: 18
        text: separator.day
        color: Theme.muted
        font.pixelSize: Theme.small
        font.weight: Font.DemiBold
        textFormat: Text.PlainText
    }

    Rectangle {
        anchors.verticalCenter: label.verticalCenter
        anchors.left: label.right
        anchors.right: parent.right
        anchors.leftMargin: 12
        height: 1
        color: Theme.line
    }
}
