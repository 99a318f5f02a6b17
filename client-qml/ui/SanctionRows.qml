import QtQuick

// What a sanction says to the list that it stands in.
ListView {
    signal liftWanted(string sanctionId)
}
