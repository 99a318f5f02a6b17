import QtQuick

// What a message says to the list that it stands in.
ListView {
    id: list

    readonly property int sideMargin: Math.max(Theme.gutter, (width - Theme.column) / 2)

    // The past goes back further than the model.
    property bool hasOlder: false
    // The message that somebody was led to, by its name on the server.
    property string shownId

    // The message that the pointer is on.
    property Item pointed: null

    signal linkActivated(string link)
    signal menuWanted(Item message, string selection, string link)
    signal replyWanted(string messageId)
    signal editWanted(string messageId)
    signal profileWanted(string user, string nick)
    signal originalWanted(string messageId)
    signal resendWanted(double id)
    signal discardWanted(double id)
}
