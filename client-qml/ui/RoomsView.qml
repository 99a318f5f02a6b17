import QtQuick
import QtQuick.Controls.Basic

// The rooms one below the other. Up and down move between them, Enter shows one.
RoomRows {
    clip: true
    activeFocusOnTab: true
    keyNavigationEnabled: true
    currentIndex: -1
    highlightFollowsCurrentItem: true
    highlightMoveDuration: 0
    boundsBehavior: Flickable.StopAtBounds
    topMargin: 2
    bottomMargin: 6
    Accessible.role: Accessible.List
    Accessible.name: qsTr("Rooms")

    onActiveFocusChanged: {
        if (activeFocus && currentIndex < 0)
            currentIndex = 0
    }

    ScrollBar.vertical: AppScrollBar {}
    delegate: RoomDelegate {}

    Keys.onPressed: event => {
        const current = currentItem as RoomDelegate
        if (current === null)
            return
        if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter)
            current.choose()
        else if (event.key === Qt.Key_Menu)
            current.openMenu(current)
        else
            return
        event.accepted = true
    }
}
