import QtQuick
import Chinwag.Models

// What a room says to the list that it stands in.
ListView {
    signal chosen(string channel)
    // Below `place`, or where the pointer is.
    signal menuWanted(Room room, Item place)
}
