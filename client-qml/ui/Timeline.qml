import QtQuick
import QtQuick.Controls.Basic
import Chinwag.Models

// What was said, newest at the bottom. It follows as long as its end is in sight, and stays where it is otherwise.
MessageList {
    id: timeline

    // Distance from the newest line, in pixels.
    readonly property real below: originY + contentHeight - contentY - height
    // And of what is in view from the oldest.
    readonly property real above: contentY - originY
    property bool following: true
    property int unseen: 0

    signal olderWanted()

    // While the layout is still to come, nothing is known of where the view is.
    function wantOlder() {
        if (hasOlder && count > 0 && !settle.running && above < height)
            olderWanted()
    }

    function toNewest() {
        following = true
        unseen = 0
        positionViewAtBeginning()
    }

    function follow() {
        if (contentHeight <= height)
            toNewest()
        else if (following)
            positionViewAtBeginning()
    }

    // Only where a person has moved to counts: the layout moves things, too.
    function noteWhere() {
        following = below < 48
        if (following)
            unseen = 0
    }

    function page(direction: real) {
        forceLayout() // what has just come in counts
        const top = originY
        const bottom = Math.max(top, originY + contentHeight - height)
        contentY = Math.max(top, Math.min(bottom, contentY + direction * height * 0.85))
        noteWhere()
    }

    verticalLayoutDirection: ListView.BottomToTop
    clip: true
    // The view grows upwards: its header is at the bottom.
    header: Item { height: 14 }
    footer: OlderLine {}
    cacheBuffer: 600
    reuseItems: false
    boundsBehavior: Flickable.StopAtBounds
    activeFocusOnTab: true
    Accessible.role: Accessible.List
    Accessible.name: qsTr("Messages")

    onContentYChanged: {
        if (moving || bar.pressed)
            noteWhere()
    }
    onAboveChanged: wantOlder()
    onHasOlderChanged: settle.restart()
    onMovementEnded: noteWhere()
    onCountChanged: settle.restart()
    onContentHeightChanged: settle.restart()
    onHeightChanged: settle.restart()
    onWidthChanged: settle.restart()

    Connections {
        target: timeline.model as TimelineModel

        function onHeard() {
            if (!timeline.following)
                ++timeline.unseen
        }
    }

    delegate: MessageDelegate {}

    // Once the layout of this turn is done.
    Timer {
        id: settle

        interval: 0
        onTriggered: {
            timeline.forceLayout()
            timeline.follow()
            timeline.wantOlder()
        }
    }

    ScrollBar.vertical: AppScrollBar { id: bar }

    Keys.onPressed: event => {
        switch (event.key) {
        case Qt.Key_PageUp: page(-1); break
        case Qt.Key_PageDown: page(1); break
        case Qt.Key_Up: page(-0.12); break
        case Qt.Key_Down: page(0.12); break
        case Qt.Key_Home: positionViewAtEnd(); noteWhere(); break
        case Qt.Key_End: toNewest(); break
        default: return
        }
        event.accepted = true
    }

    Rectangle {
        anchors.fill: parent
        visible: timeline.activeFocus
        color: "transparent"
        border.width: 2
        border.color: Theme.accent
    }
}
