import QtQuick
import QtQuick.Layouts

// What a tab says to the row that it stands in.
RowLayout {
    property int current: -1

    signal chosen(int tab)

    spacing: 0
}
