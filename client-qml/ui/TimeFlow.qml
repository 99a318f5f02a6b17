import QtQuick

// Buttons for how long something holds; one of them is chosen.
Flow {
    property int minutes: 10
}
