import QtQuick

// What one of the people says to the list that they stand in, and who of them one is.
ListView {
    required property string ownUser
    required property string ownNick

    signal chosen(string user, string nick)
}
