import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts

// Things one below the other, which scroll where there is not room for all. What the keys have gone to is in sight.
Flickable {
    id: scroll

    default property alias content: body.data
    property alias spacing: body.spacing
    property int sideMargin: 0
    property int endMargin: 0

    function reveal(item: Item) {
        if (item === null || !body.contains(body.mapFromItem(item, 0, 0)))
            return
        const top = body.mapFromItem(item, 0, 0).y + body.y
        if (top - 8 < contentY)
            contentY = Math.max(0, top - 8)
        else if (top + item.height + 8 > contentY + height)
            contentY = Math.max(0, Math.min(contentHeight - height, top + item.height + 8 - height))
    }

    implicitHeight: contentHeight
    contentHeight: body.implicitHeight + endMargin
    // A ring around what has the keys stands out of it.
    clip: contentHeight > height + 1
    interactive: contentHeight > height + 1
    boundsBehavior: Flickable.StopAtBounds
    ScrollBar.vertical: AppScrollBar {}

    Connections {
        target: scroll.Window.window

        function onActiveFocusItemChanged() {
            scroll.reveal(scroll.Window.window.activeFocusItem)
        }
    }

    ColumnLayout {
        id: body

        x: scroll.sideMargin
        width: scroll.width - 2 * scroll.sideMargin
    }
}
