import QtQuick

// What a choice says to the row that it stands in.
Flow {
    required property string label
    required property string prefix // of the objectNames
    required property var value

    signal chosen(var value)

    spacing: 6
}
