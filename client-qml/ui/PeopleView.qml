import QtQuick
import QtQuick.Controls.Basic

// People one below the other. Up and down move between them, Enter shows one.
PeopleRows {
    clip: true
    activeFocusOnTab: true
    keyNavigationEnabled: true
    currentIndex: -1
    highlightMoveDuration: 0
    boundsBehavior: Flickable.StopAtBounds
    Accessible.role: Accessible.List

    onActiveFocusChanged: {
        if (activeFocus && currentIndex < 0 && count > 0)
            currentIndex = 0
    }

    ScrollBar.vertical: AppScrollBar {}
    delegate: PersonDelegate {}

    Keys.onPressed: event => {
        const person = currentItem as PersonDelegate
        if (person === null || (event.key !== Qt.Key_Return && event.key !== Qt.Key_Enter))
            return
        person.choose()
        event.accepted = true
    }
}
