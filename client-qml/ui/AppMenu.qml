import QtQuick
import QtQuick.Controls.Basic

Menu {
    id: menu

    padding: 6

    background: Rectangle {
        implicitWidth: 220
        radius: 12
        color: Theme.surface
        border.color: Theme.line
    }
}
