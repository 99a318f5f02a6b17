import QtQuick
import QtTest
import Chinwag

Item {
    width: 400
    height: 300

    AppButton {
        id: plain

        text: "Connect"
    }

    JumpButton {
        id: jump

        y: 100
        unseen: 0
    }

    SignalSpy {
        id: clicks

        target: plain
        signalName: "clicked"
    }

    TestCase {
        name: "Buttons"
        when: windowShown

        function test_keys_data() {
            return [{ tag: "space", key: Qt.Key_Space }, { tag: "return", key: Qt.Key_Return },
                    { tag: "enter", key: Qt.Key_Enter }]
        }
        function test_keys(row) {
            clicks.clear()
            plain.forceActiveFocus()
            keyClick(row.key)
            compare(clicks.count, 1)
        }

        function test_aDisabledOneDoesNothing() {
            clicks.clear()
            plain.enabled = false
            mouseClick(plain)
            compare(clicks.count, 0)
            plain.enabled = true
        }

        function test_saysHowManyAreNew() {
            compare(jump.text, "Latest messages")
            jump.unseen = 3
            verify(jump.text.startsWith("3 new message"))
        }
    }
}
