import QtQuick
import QtQuick.Controls.Basic

MenuSeparator {
    padding: 6

    contentItem: Rectangle {
        implicitHeight: 1
        color: Theme.line
    }
}
