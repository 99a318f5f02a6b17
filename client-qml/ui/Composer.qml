import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Chinwag.Models

// Where one writes. Enter sends, Shift+Enter begins a new line.
Rectangle {
    id: composer

    required property ChatController chat

    readonly property Draft draft: chat.room.draft
    property alias input: input
    // No character takes less than a unit of length: short texts need no counting.
    readonly property int characters: input.length < chat.maxMessageLength / 2 ? 0 : chat.messageLength(input.text)
    readonly property int remaining: chat.maxMessageLength - characters
    readonly property bool nearLimit: characters > chat.maxMessageLength * 0.9
    readonly property bool mirrored: LayoutMirroring.enabled
    readonly property bool picking: picker.opened // all the keys are for that
    // What is written stays written, for when the room is open to all again.
    readonly property bool shut: chat.room.state === Room.Open && chat.room.restrictions.locked && !chat.staff
    readonly property bool sendable: input.text.trim() !== "" && remaining >= 0 && !shut

    signal sent()
    signal pageWanted(int direction)
    signal newestWanted()

    function pickEmoji() {
        if (!shut)
            picker.open()
    }

    // What stands there becomes something else.
    function replace(replacement) {
        input.remove(replacement.start, replacement.start + replacement.length)
        input.insert(replacement.start, replacement.text)
        input.cursorPosition = replacement.start + replacement.text.length
        if (replacement.emoji !== "")
            chat.preferences.noteEmoji(replacement.emoji)
    }

    function insert(text: string) {
        if (input.selectedText !== "")
            input.remove(input.selectionStart, input.selectionEnd)
        input.insert(input.cursorPosition, text)
        input.forceActiveFocus()
    }

    function send() {
        if (!sendable)
            return
        const talks = draft.purpose !== Draft.Edit
        if (chat.room.say(input.text) && talks)
            sent()
    }

    function take() {
        if (input.text === draft.text)
            return
        input.text = draft.text
        input.cursorPosition = input.length
    }

    // The draft is changed by others, too: when a change begins. And each room has its own.
    onDraftChanged: take()

    Connections {
        target: composer.draft

        function onTextChanged() {
            composer.take()
        }
    }

    Completion {
        id: completion

        people: composer.chat.room.people
        own: composer.chat.nick
    }

    CompletionPopup {
        id: suggestions

        objectName: "suggestions"
        completion: completion
        width: Math.min(340, composer.width)
        y: -height - 6
        visible: completion.count > 0 && input.activeFocus
        onChosen: row => composer.replace(completion.choose(row))
    }

    EmojiPicker {
        id: picker

        objectName: "emojiPicker"
        preferences: composer.chat.preferences
        x: composer.mirrored ? 0 : composer.width - width
        y: -height - 6
        onChosen: emoji => composer.insert(emoji)
        onClosed: input.forceActiveFocus()
    }

    implicitHeight: row.y + row.implicitHeight + 6 + (counter.visible ? counter.implicitHeight + 8 : 0)
    radius: 22
    color: Theme.surface
    border.width: input.activeFocus ? 2 : 1
    border.color: remaining < 0 ? Theme.danger : input.activeFocus ? Theme.accent : Theme.border

    DraftLine {
        id: draftLine

        objectName: "draftLine"
        x: 16
        y: 8
        width: composer.width - 24
        visible: draft.purpose !== Draft.Message
        draft: composer.draft
    }

    RowLayout {
        id: row

        x: 8
        y: draftLine.visible ? draftLine.y + draftLine.height + 4 : 6
        width: composer.width - 14
        spacing: 6

        Flickable {
            id: scroll

            readonly property real lineHeight: metrics.lineSpacing
            readonly property real tallest: lineHeight * 6 + input.topPadding + input.bottomPadding

            Layout.fillWidth: true
            Layout.alignment: Qt.AlignVCenter
            implicitHeight: Math.min(input.implicitHeight, tallest)
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            ScrollBar.vertical: AppScrollBar {}

            FontMetrics {
                id: metrics
                font: input.font
            }

            TextArea.flickable: TextArea {
                id: input

                objectName: "messageInput"
                topPadding: 8
                bottomPadding: 8
                leftPadding: 8
                rightPadding: 10
                readOnly: composer.shut
                placeholderText: composer.shut ? qsTr("This room is locked") : qsTr("Write to %1 as %2").arg(composer.chat.room.title).arg(composer.chat.nick)
                placeholderTextColor: Theme.muted
                color: Theme.ink
                selectionColor: Theme.accent
                selectedTextColor: Theme.inkOnAccent
                font.pixelSize: Theme.text
                textFormat: TextEdit.PlainText
                wrapMode: TextEdit.Wrap
                selectByMouse: true
                focus: true
                background: null
                Accessible.name: qsTr("Message")
                Accessible.description: suggestions.visible ? suggestions.spoken : counter.visible ? counter.text : ""

                onCursorPositionChanged: complete.restart()
                onTextChanged: {
                    complete.typed = length === complete.lengthBefore + 1
                    complete.lengthBefore = length
                    complete.restart()
                    if (text === composer.draft.text)
                        return
                    composer.draft.text = text
                    if (activeFocus && text.trim() !== "")
                        composer.chat.room.write()
                }

                // Once the text and the cursor agree.
                Timer {
                    id: complete

                    property bool typed: false
                    property int lengthBefore: 0

                    interval: 0
                    onTriggered: {
                        const written = typed && input.activeFocus ? completion.written(input.text, input.cursorPosition) : null
                        typed = false
                        if (written !== null && written.length > 0)
                            composer.replace(written)
                        completion.look(input.activeFocus && input.selectedText === "" ? input.text : "", input.cursorPosition)
                    }
                }

                // Escape is a shortcut of the page, too.
                Keys.onShortcutOverride: event => {
                    if (event.key === Qt.Key_Escape && suggestions.visible)
                        event.accepted = true
                }

                Keys.onPressed: event => {
                    if (event.modifiers === Qt.NoModifier && !inputMethodComposing && suggestions.take(event.key)) {
                        event.accepted = true
                        return
                    }
                    // The end of the text is the end of the talk, too.
                    if (event.key === Qt.Key_End && (event.modifiers & Qt.ControlModifier))
                        composer.newestWanted()
                    const empty = text === "" && event.modifiers === Qt.NoModifier
                    const enter = event.key === Qt.Key_Return || event.key === Qt.Key_Enter
                    if (enter && !(event.modifiers & Qt.ShiftModifier) && !inputMethodComposing)
                        composer.send()
                    else if (event.key === Qt.Key_Tab)
                        nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
                    else if (event.key === Qt.Key_Backtab)
                        nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
                    else if (event.key === Qt.Key_Up && empty && composer.chat.room.editNewest())
                        cursorPosition = length
                    else if (event.key === Qt.Key_PageUp)
                        composer.pageWanted(-1)
                    else if (event.key === Qt.Key_PageDown)
                        composer.pageWanted(1)
                    else
                        return
                    event.accepted = true
                }
            }
        }

        IconButton {
            objectName: "emojiButton"
            Layout.alignment: Qt.AlignBottom
            path: Glyphs.smile
            enabled: !composer.shut
            text: qsTr("Emoji (%1)").arg("Ctrl+E")
            onClicked: composer.pickEmoji()
        }

        IconButton {
            id: button

            objectName: "sendButton"
            Layout.alignment: Qt.AlignBottom
            path: Glyphs.send
            filled: true
            primary: true
            enabled: composer.sendable
            text: qsTr("Send")
            onClicked: composer.send()
        }
    }

    Text {
        id: counter

        objectName: "counter"
        x: 16
        y: composer.height - height - 8
        width: composer.width - 32
        visible: composer.nearLimit
        text: composer.remaining < 0
            ? qsTr("This message is %n character(s) too long to be sent.", "", -composer.remaining)
            : qsTr("%n character(s) left", "", composer.remaining)
        color: composer.remaining < 0 ? Theme.danger : Theme.muted
        font.pixelSize: Theme.tiny
        wrapMode: Text.Wrap
        textFormat: Text.PlainText
    }
}
