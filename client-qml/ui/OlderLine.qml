import QtQuick

// Above the oldest line that is here: whether something is older.
Item {
    id: line

    readonly property MessageList view: ListView.view as MessageList
    readonly property bool hasOlder: view !== null && view.hasOlder

    width: view ? view.width : 0
    height: hasOlder ? 44 : 12

    Text {
        anchors.centerIn: parent
        visible: line.hasOlder
        text: qsTr("Earlier messages…")
        color: Theme.muted
        font.pixelSize: Theme.tiny
        textFormat: Text.PlainText
    }
}
