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
    // Staff may take back what others have said, too.
    property bool staff: false
    // Another room was turned to, and where to begin is not known before its layout is done.
    property bool arriving: false

    signal olderWanted()
    signal redactWanted(string messageId, string words)

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

    // To where one has stopped reading, or to the newest.
    function arrive() {
        toNewest()
        const row = (model as TimelineModel).dividerRow()
        if (row >= 0 && contentHeight > height) {
            positionViewAtIndex(row, ListView.Contain)
            forceLayout() // until then, heights on the way there are guessed
            if (below >= 48)
                positionViewAtIndex(row, ListView.End) // which is above: the view grows upwards
            noteWhere()
        }
        arriving = false
    }

    // Leads to a message that is here.
    function showMessage(messageId: string) {
        const row = (model as TimelineModel).rowOfMessage(messageId)
        if (row < 0)
            return
        positionViewAtIndex(row, ListView.Center)
        forceLayout() // until then, heights on the way there are guessed
        positionViewAtIndex(row, ListView.Center)
        noteWhere()
        shownId = messageId
        unmark.restart()
    }

    // One message up or down, or to the newest when there was none.
    function step(by: int) {
        currentIndex = currentIndex < 0 ? 0 : Math.max(0, Math.min(count - 1, currentIndex + by))
        positionViewAtIndex(currentIndex, ListView.Contain)
        noteWhere()
    }

    // What a key asks for the message where the keys are; false when it means nothing.
    function act(key: int): bool {
        const message = currentItem as MessageDelegate
        if (message === null)
            return false
        if (key === Qt.Key_Return || key === Qt.Key_Enter || key === Qt.Key_Menu)
            message.openMenu("")
        else if (key === Qt.Key_R && message.answerable)
            replyWanted(message.serverId)
        else if (key === Qt.Key_E && message.changeable)
            editWanted(message.serverId)
        else if (key === Qt.Key_Delete && (message.changeable || (staff && message.answerable)))
            redactWanted(message.serverId, message.text)
        else
            return false
        return true
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
    // What waits to be used again would still be there for screen readers, and to hide it costs what it saves.
    reuseItems: false
    currentIndex: -1
    highlightFollowsCurrentItem: false
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
    onModelChanged: {
        arriving = true
        following = true
        unseen = 0
        shownId = ""
        pointed = null
        currentIndex = -1
        settle.restart()
    }
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
            if (timeline.arriving)
                timeline.arrive()
            else
                timeline.follow()
            timeline.wantOlder()
        }
    }

    // One for all messages: beside that which the pointer is on.
    MessageTools {
        readonly property MessageDelegate message: timeline.pointed as MessageDelegate

        parent: message !== null ? message : timeline.contentItem
        visible: message !== null
        x: message !== null ? message.placeBeside(width) : 0
        y: message !== null ? message.wordsTop : 0
        changeable: message !== null && message.changeable
        onReplyWanted: timeline.replyWanted(message.serverId)
        onEditWanted: timeline.editWanted(message.serverId)
        onMoreWanted: message.openMenu("")
    }

    // Long enough to be found by eye.
    Timer {
        id: unmark

        interval: 2000
        onTriggered: timeline.shownId = ""
    }

    ScrollBar.vertical: AppScrollBar { id: bar }

    Keys.onPressed: event => {
        switch (event.key) {
        case Qt.Key_PageUp: page(-1); break
        case Qt.Key_PageDown: page(1); break
        case Qt.Key_Up: step(1); break
        case Qt.Key_Down: step(-1); break
        case Qt.Key_Home: positionViewAtEnd(); noteWhere(); break
        case Qt.Key_End: toNewest(); break
        default:
            if (!act(event.key))
                return
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
