import QtQuick
import QtTest
import Chinwag

Item {
    width: 600
    height: 600

    Bubble {
        id: bubble

        maxWidth: 300
        text: "short"
        markup: ""
        own: false
        arrived: true
        width: implicitWidth
        height: implicitHeight
    }

    SignalSpy {
        id: menus

        target: bubble
        signalName: "menuWanted"
    }

    TestCase {
        name: "Bubble"
        when: windowShown

        function init() {
            bubble.text = "short"
            bubble.markup = ""
        }

        function test_isAsWideAsItsWords() {
            verify(bubble.width < 150)
            const oneLine = bubble.height
            bubble.text = "many words ".repeat(20)
            tryVerify(() => bubble.height > oneLine * 2)
            verify(bubble.width <= 300)
        }

        function test_breaksWordsThatAreTooLong() {
            bubble.text = "x".repeat(2000)
            tryVerify(() => bubble.height > 200)
            verify(bubble.width <= 300)
        }

        function test_doesNotReadMarkupInWords() {
            const plain = bubble.width
            bubble.text = "<h1>short</h1>"
            tryVerify(() => bubble.width > plain)
            verify(bubble.height < 60)
        }

        function test_rightButtonAsksForTheMenu() {
            menus.clear()
            mouseClick(bubble, bubble.width / 2, bubble.height / 2, Qt.RightButton)
            tryCompare(menus, "count", 1)
        }
    }
}
