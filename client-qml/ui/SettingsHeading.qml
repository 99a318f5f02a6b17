import QtQuick
import QtQuick.Layouts

// What the settings below it are about.
Text {
    Layout.fillWidth: true
    Layout.topMargin: 8
    horizontalAlignment: Text.AlignLeft
    color: Theme.accent
    font.pixelSize: Theme.small
    font.weight: Font.Bold
    textFormat: Text.PlainText
    Accessible.role: Accessible.Heading
    Accessible.name: text
}
