import QtQuick

Image {
    id: logo

    required property int side

    width: side
    height: side
    source: "chinwag.svg"
    sourceSize.width: side
    sourceSize.height: side
    Accessible.ignored: true
}
