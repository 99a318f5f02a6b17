import QtQuick
import QtQuick.Window

// A line drawing on a grid of 24 by 24 that takes any colour.
Image {
    id: icon

    required property string path
    property color color: Theme.ink
    property bool filled: false
    property int size: 20

    readonly property string hex: "%23" + color.toString().slice(-6)
    readonly property string paint: filled
        ? "fill='" + hex + "'"
        : "fill='none' stroke='" + hex + "' stroke-width='2' stroke-linecap='round' stroke-linejoin='round'"

    width: size
    height: size
    sourceSize.width: size * Screen.devicePixelRatio
    sourceSize.height: size * Screen.devicePixelRatio
    source: "data:image/svg+xml;utf8,<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24'><path " + paint
        + " d='" + path + "'/></svg>"
    Accessible.ignored: true
}
