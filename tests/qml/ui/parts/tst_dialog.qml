import QtQuick
import QtQuick.Layouts
import QtTest
import Chinwag

Item {
    id: room

    width: 360
    height: 320

    AppDialog {
        id: plain

        heading: "Sure?"
        go: "Yes"

        Text {
            Layout.fillWidth: true
            text: "It is for good."
        }
    }

    AppDialog {
        id: tall

        heading: "Much"
        go: "All of it"

        Repeater {
            id: fields

            model: 8

            Field {
                required property int index

                Layout.fillWidth: true
                label: "Line " + index
            }
        }
    }

    AppDialog {
        id: asking

        property int answers: 0

        heading: "Why?"
        go: "So"
        onAccepted: answers++

        Field {
            id: why

            Layout.fillWidth: true
            label: "Why"
            onAccepted: asking.accepted()
        }
    }

    SignalSpy {
        id: accepted

        target: plain
        signalName: "accepted"
    }

    TestCase {
        name: "Dialog"
        when: windowShown

        function show(dialog) {
            dialog.open()
            tryCompare(dialog, "opened", true)
        }

        function inWindow(item) {
            const top = item.mapToItem(room, 0, 0).y
            return top >= 0 && top + item.height <= room.height
        }

        function cleanup() {
            for (const dialog of [plain, tall, asking]) {
                dialog.close()
                tryCompare(dialog, "visible", false)
            }
            plain.ready = true
            accepted.clear()
        }

        function test_enter_is_an_answer() {
            show(plain)
            keyClick(Qt.Key_Return)
            compare(accepted.count, 1)
            plain.ready = false
            keyClick(Qt.Key_Enter)
            compare(accepted.count, 1)
        }

        function test_enter_in_a_field_is_one_answer() {
            show(asking)
            why.input.forceActiveFocus()
            keyClick(Qt.Key_Return)
            compare(asking.answers, 1)
        }

        // Whatever had the keys when it was closed.
        function test_enter_is_an_answer_the_next_time() {
            show(plain)
            mouseClick(findChild(plain.contentItem, "dialogCancel"))
            tryCompare(plain, "visible", false)
            show(plain)
            keyClick(Qt.Key_Return)
            compare(accepted.count, 1)
        }

        function test_escape_is_none() {
            show(plain)
            keyClick(Qt.Key_Escape)
            tryCompare(plain, "visible", false)
            compare(accepted.count, 0)
        }

        function test_is_as_tall_as_what_is_in_it() {
            show(plain)
            compare(plain.height, plain.implicitHeight)
        }

        function test_fits_into_a_small_window() {
            show(tall)
            verify(tall.height < tall.implicitHeight)
            verify(inWindow(findChild(tall.contentItem, "dialogGo")))
            const last = fields.itemAt(7)
            verify(!inWindow(last))
            last.input.forceActiveFocus(Qt.TabFocusReason)
            verify(inWindow(last.input))
            fields.itemAt(0).input.forceActiveFocus(Qt.BacktabFocusReason)
            verify(inWindow(fields.itemAt(0).input))
        }
    }
}
