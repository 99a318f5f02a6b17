import QtQuick

// What a room of the server's list says to the view that it stands in.
ListView {
    signal chosen(string room)
}
