import QtQuick

// A room in which nothing has been said yet; or no room.
Column {
    id: empty

    required property string room

    signal joinWanted()

    spacing: 6

    Logo {
        anchors.horizontalCenter: parent.horizontalCenter
        side: 88
    }

    Item {
        width: 1
        height: 8
    }

    Text {
        width: parent.width
        text: empty.room === "" ? qsTr("You are in no room") : qsTr("It is quiet in here")
        color: Theme.ink
        font.pixelSize: Theme.title
        font.weight: Font.Bold
        horizontalAlignment: Text.AlignHCenter
        wrapMode: Text.Wrap
        textFormat: Text.PlainText
    }

    Text {
        width: parent.width
        text: empty.room === "" ? qsTr("Join one, or wait until somebody writes to you.")
            : qsTr("Say hello: everybody in %1 hears it at once.").arg(empty.room)
        color: Theme.muted
        font.pixelSize: Theme.text
        horizontalAlignment: Text.AlignHCenter
        wrapMode: Text.Wrap
        textFormat: Text.PlainText
    }

    Item {
        width: 1
        height: 8
        visible: join.visible
    }

    AppButton {
        id: join

        objectName: "emptyJoin"
        anchors.horizontalCenter: parent.horizontalCenter
        visible: empty.room === ""
        primary: true
        text: qsTr("Join a room…")
        onClicked: empty.joinWanted()
    }
}
