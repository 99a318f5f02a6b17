import QtQuick
import QtQuick.Controls.Basic

ScrollBar {
    id: bar

    padding: 3
    minimumSize: 0.1

    contentItem: Rectangle {
        implicitWidth: 6
        radius: 3
        color: bar.pressed ? Theme.muted : Theme.border
        opacity: bar.size < 1 && (bar.active || bar.hovered) ? 1 : bar.size < 1 ? 0.45 : 0

        Behavior on opacity {
            NumberAnimation { duration: Theme.quick }
        }
    }
}
