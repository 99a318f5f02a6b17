import QtQuick

// What an emoji says to the grid that it stands in.
GridView {
    id: grid

    required property int cell // how wide one should be at least

    readonly property int columns: Math.max(1, Math.floor(width / cellWidth))

    signal chosen(int row)

    function step(by: int) {
        currentIndex = Math.max(0, Math.min(count - 1, currentIndex + by))
        positionViewAtIndex(currentIndex, GridView.Contain)
    }

    // Delegates that are made ahead, and not wanted any more when what is shown changes, make Qt 6.4 complain.
    cacheBuffer: 0
    clip: true
    cellWidth: Math.floor(width / Math.max(1, Math.floor(width / cell)))
    cellHeight: cell
    boundsBehavior: Flickable.StopAtBounds
    highlightFollowsCurrentItem: false
}
