import QtQuick

// Says which control has the keyboard; around its parent's background.
Rectangle {
    anchors.fill: parent
    anchors.margins: -4
    radius: (parent as Rectangle).radius + 4
    color: "transparent"
    border.width: 2
    border.color: Theme.accent
}
