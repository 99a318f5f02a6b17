import QtQuick
import QtQuick.Controls.Basic
import Chinwag.Models

// What a row says to the list of suggestions that it stands in.
ListView {
    required property Completion completion

    readonly property int rowHeight: Math.round(Theme.text * 2.3)
    readonly property bool people: completion.kind === Completion.Person

    signal chosen(int row)

    // Delegates that are made ahead, and not wanted any more when what is shown changes, make Qt 6.4 complain.
    cacheBuffer: 0
    clip: true
    model: completion
    currentIndex: completion.current
    boundsBehavior: Flickable.StopAtBounds
    highlightMoveDuration: 0
    ScrollBar.vertical: AppScrollBar {}
    Accessible.role: Accessible.List
    Accessible.name: people ? qsTr("People to mention") : qsTr("Emoji")
}
