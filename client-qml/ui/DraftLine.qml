import QtQuick
import QtQuick.Layouts
import Chinwag.Models

// Above what one writes: which message it answers or changes, and the way out of that.
RowLayout {
    id: line

    required property Draft draft

    readonly property bool edits: draft.purpose === Draft.Edit

    spacing: 8

    Icon {
        Layout.preferredWidth: size
        Layout.preferredHeight: size
        path: line.edits ? Glyphs.pencil : Glyphs.reply
        size: Math.round(18 * Theme.scale)
        color: Theme.accent
    }

    QuoteLine {
        objectName: "draftQuote"
        Layout.fillWidth: true
        nick: line.edits ? qsTr("Edit message")
            : qsTr("Reply to %1").arg(line.draft.nick !== "" ? line.draft.nick : qsTr("Anonymous"))
        quote: line.draft.quote
        Accessible.role: Accessible.StaticText
        Accessible.name: qsTr("%1: %2").arg(nick).arg(quote)
    }

    IconButton {
        objectName: "draftCancel"
        side: Math.round(30 * Theme.scale)
        iconSize: Math.round(16 * Theme.scale)
        path: Glyphs.close
        text: line.edits ? qsTr("Do not change it") : qsTr("Do not answer it")
        onClicked: line.draft.cancel()
    }
}
