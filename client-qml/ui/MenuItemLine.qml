import QtQuick

/// What a line of a menu shows: its text, and at the end the key that does the same, or a mark.
Item {
    id: line

    required property string text
    required property string hint
    required property bool checkable
    required property bool checked
    required property color color
    required property font font

    readonly property real ending: checkable ? mark.width + 12
        : hint !== "" ? Math.ceil(key.implicitWidth) + 24 : 0

    implicitWidth: Math.ceil(label.implicitWidth) + ending

    Text {
        id: label

        anchors.verticalCenter: parent.verticalCenter
        width: line.width - line.ending
        text: line.text
        color: line.color
        font: line.font
        elide: Text.ElideRight
        textFormat: Text.PlainText
    }

    Text {
        id: key

        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        visible: !line.checkable && text !== ""
        text: line.hint
        color: Theme.muted
        font.pixelSize: Theme.tiny
        textFormat: Text.PlainText
    }

    Icon {
        id: mark

        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        visible: line.checked
        path: Glyphs.check
        size: Math.round(16 * Theme.scale)
        color: Theme.accent
    }
}
