import QtQuick

// What a message says to the list that it stands in.
ListView {
    id: list

    readonly property int sideMargin: Math.max(Theme.gutter, (width - Theme.column) / 2)

    // The past goes back further than the model.
    property bool hasOlder: false

    signal linkActivated(string link)
    signal menuWanted(string text, string link)
    signal resendWanted(double id)
    signal discardWanted(double id)
}
