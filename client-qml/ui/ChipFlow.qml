import QtQuick

// What a chip says to the row that it stands in.
Flow {
    id: flow

    signal chosen(string name)
    signal forgetWanted(string name)

    spacing: 6
}
