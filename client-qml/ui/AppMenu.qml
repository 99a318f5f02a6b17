import QtQuick
import QtQuick.Controls.Basic

Menu {
    id: menu

    // Of what is in it: languages differ in how long their words are.
    readonly property real widest: {
        let most = 0
        for (let i = 0; i < count; ++i)
            most = Math.max(most, itemAt(i).implicitWidth)
        return most
    }

    width: Math.min(Math.max(Math.round(220 * Theme.scale), widest + leftPadding + rightPadding),
        parent !== null ? parent.Window.width - 2 * Theme.gap : widest)
    padding: 6

    background: Rectangle {
        radius: 12
        color: Theme.surface
        border.color: Theme.line
    }
}
