import QtQuick
import QtTest
import Chinwag

Item {
    width: 400
    height: 300

    Field {
        id: field

        width: 300
        label: "Server"
    }

    SignalSpy {
        id: accepted

        target: field
        signalName: "accepted"
    }

    SignalSpy {
        id: edited

        target: field
        signalName: "edited"
    }

    TestCase {
        name: "Field"
        when: windowShown

        function init() {
            accepted.clear()
            edited.clear()
            field.text = ""
            field.fault = ""
            field.hint = ""
        }

        function test_writing() {
            field.input.forceActiveFocus()
            keyClick("a")
            keyClick("b")
            compare(field.text, "ab")
            compare(edited.count, 2)
            compare(accepted.count, 0)
            keyClick(Qt.Key_Return)
            compare(accepted.count, 1)
        }

        function test_growsForWhatIsWrong() {
            const before = field.implicitHeight
            field.fault = "This is no address of a server, and this sentence is so long that it needs two lines."
            tryVerify(() => field.implicitHeight > before)
            compare(field.width, 300)
        }
    }
}
