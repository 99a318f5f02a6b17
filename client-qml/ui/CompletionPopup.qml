import QtQuick
import QtQuick.Controls.Basic
import Chinwag.Models

// What the word that is being written may become, above the field it is written in. That keeps the keys and hands over
// those that are meant for this.
Popup {
    id: popup

    required property Completion completion

    // For who cannot see it.
    readonly property string spoken: !visible ? ""
        : qsTr("%1, suggestion %2 of %3").arg(completion.nameAt(completion.current))
            .arg(completion.current + 1).arg(completion.count)

    signal chosen(int row)

    // True when the key was for this.
    function take(key: int): bool {
        if (!visible)
            return false
        switch (key) {
        case Qt.Key_Down: completion.current += 1; return true
        case Qt.Key_Up: completion.current -= 1; return true
        case Qt.Key_Return:
        case Qt.Key_Enter:
        case Qt.Key_Tab: chosen(completion.current); return true
        case Qt.Key_Escape: completion.dismiss(); return true
        }
        return false
    }

    padding: 6
    height: Math.min(7, completion.count) * list.rowHeight + 2 * padding
    focus: false
    closePolicy: Popup.NoAutoClose

    background: Rectangle {
        radius: 12
        color: Theme.surface
        border.color: Theme.line
    }

    CompletionList {
        id: list

        objectName: "completionList"
        anchors.fill: parent
        completion: popup.completion
        onChosen: row => popup.chosen(row)

        delegate: CompletionRow {}
    }
}
