import QtQuick
import QtQuick.Layouts
import Chinwag.Models

// Above what one writes: that nobody may, or not as often as they like.
RowLayout {
    id: line

    required property Restrictions restrictions
    property bool staff: false // for whom it does not hold

    spacing: 8

    Icon {
        Layout.preferredWidth: size
        Layout.preferredHeight: size
        Layout.alignment: Qt.AlignTop
        path: line.restrictions.locked ? Glyphs.lock : Glyphs.clock
        size: Math.round(16 * Theme.scale)
        color: Theme.muted
    }

    Text {
        objectName: "restriction"
        Layout.fillWidth: true
        text: line.restrictions.locked
            ? (line.staff ? qsTr("This room is locked for everybody but staff.")
                : qsTr("This room is locked. You can read, and only staff can write."))
            : (line.staff ? qsTr("Slow mode: everybody but staff can write one message every %1.")
                : qsTr("Slow mode: one message every %1.")).arg(line.restrictions.interval)
        color: Theme.muted
        font.pixelSize: Theme.tiny
        horizontalAlignment: Text.AlignLeft
        wrapMode: Text.Wrap
        textFormat: Text.PlainText
        Accessible.role: Accessible.StaticText
        Accessible.name: text
    }
}
