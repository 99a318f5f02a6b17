import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Chinwag.Models

// All emoji, to look through by group or to search. The keys stay in the search field and move the choice from there.
Popup {
    id: picker

    required property Preferences preferences

    readonly property int cell: Math.round(Theme.text * 2.6)

    signal chosen(string emoji)

    function choose(row: int) {
        const emoji = emojis.emojiAt(row)
        if (emoji === "")
            return
        preferences.noteEmoji(emoji)
        chosen(emoji)
        close()
    }

    function showGroup(group: int) {
        search.text = ""
        emojis.group = group
        grid.currentIndex = 0
        grid.positionViewAtBeginning()
    }

    width: Math.min(9 * cell + 2 * padding, parent ? parent.width : 9 * cell)
    height: Math.round(Theme.text * 24)
    padding: 12
    margins: 8
    modal: true
    dim: false
    focus: true
    closePolicy: Popup.CloseOnEscape | Popup.CloseOnPressOutside

    onAboutToShow: {
        emojis.recent = preferences.recentEmoji
        showGroup(emojis.recent.length > 0 ? EmojiModel.RecentGroup : 0)
    }
    onOpened: search.forceActiveFocus()

    background: Rectangle {
        radius: Theme.round
        color: Theme.surface
        border.color: Theme.line
    }

    EmojiModel {
        id: emojis

        query: search.text
        onQueryChanged: grid.currentIndex = 0
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: 8

        TextField {
            id: search

            objectName: "emojiSearch"
            Layout.fillWidth: true
            implicitHeight: Theme.control
            leftPadding: 14
            rightPadding: 14
            color: Theme.ink
            placeholderText: qsTr("Search emoji")
            placeholderTextColor: Theme.muted
            selectionColor: Theme.accent
            selectedTextColor: Theme.inkOnAccent
            font.pixelSize: Theme.text
            selectByMouse: true
            Accessible.name: placeholderText
            Accessible.description: preview.text

            background: Rectangle {
                radius: 11
                color: Theme.paper
                border.width: search.activeFocus ? 2 : 1
                border.color: search.activeFocus ? Theme.accent : Theme.border
            }

            Keys.onPressed: event => {
                const forward = picker.mirrored ? Qt.Key_Left : Qt.Key_Right
                const back = picker.mirrored ? Qt.Key_Right : Qt.Key_Left
                switch (event.key) {
                case forward: grid.step(1); break
                case back: grid.step(-1); break
                case Qt.Key_Down: grid.step(grid.columns); break
                case Qt.Key_Up: grid.step(-grid.columns); break
                case Qt.Key_PageDown: tabs.step(1); break
                case Qt.Key_PageUp: tabs.step(-1); break
                case Qt.Key_Return:
                case Qt.Key_Enter: picker.choose(grid.currentIndex); break
                default: return
                }
                event.accepted = true
            }
        }

        EmojiTabs {
            id: tabs

            function step(by: int) {
                const next = emojis.group + by
                if (next >= EmojiModel.RecentGroup && next + 1 < emojis.tabs.length)
                    picker.showGroup(next)
            }

            Layout.fillWidth: true
            current: emojis.query === "" ? emojis.group + 1 : -1
            onChosen: tab => {
                picker.showGroup(tab - 1)
                search.forceActiveFocus()
            }

            Repeater {
                model: emojis.tabs

                EmojiTab {}
            }
        }

        EmojiGrid {
            id: grid

            objectName: "emojiGrid"
            Layout.fillWidth: true
            Layout.fillHeight: true
            model: emojis
            cell: picker.cell
            ScrollBar.vertical: AppScrollBar {}
            Accessible.role: Accessible.List
            Accessible.name: preview.heading
            onChosen: row => picker.choose(row)

            delegate: EmojiCell {}

            Text {
                anchors.centerIn: parent
                width: parent.width - 2 * Theme.gutter
                visible: grid.count === 0
                text: emojis.query !== "" ? qsTr("There is no emoji of that name.")
                    : qsTr("What you use will be found here.")
                color: Theme.muted
                font.pixelSize: Theme.small
                horizontalAlignment: Text.AlignHCenter
                wrapMode: Text.Wrap
                textFormat: Text.PlainText
            }
        }

        Text {
            id: preview

            readonly property string heading: emojis.query !== "" ? qsTr("Found") : emojis.tabs[emojis.group + 1]

            objectName: "emojiPreview"
            Layout.fillWidth: true
            text: grid.count > 0 && grid.currentIndex >= 0 ? emojis.nameAt(grid.currentIndex) : heading
            color: Theme.muted
            font.pixelSize: Theme.small
            elide: Text.ElideRight
            textFormat: Text.PlainText
        }
    }
}
