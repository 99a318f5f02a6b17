import QtQuick
import QtTest
import Chinwag

Item {
    width: 400
    height: 300

    CountBadge {
        id: badge

        count: 7
    }

    SearchField {
        id: search

        y: 60
        width: 240
        label: "Find a room"
    }

    TestCase {
        name: "Rooms"
        when: windowShown

        function test_allGrowsWithTheText() {
            const before = search.height
            Theme.percent = 200
            compare(search.height, 2 * before)
            verify(search.contentHeight <= search.height - 8)
            verify(search.leftPadding >= 2 * 15 + 12) // behind the glass
            Theme.percent = 100
            compare(search.height, before)
        }

        function test_aBadgeStaysSmall() {
            badge.count = 7
            verify(badge.width >= badge.height)
            const width = badge.width
            badge.count = 12345
            verify(badge.width < width * 3)
        }

        function test_whatIsLookedForCanBeCleared() {
            search.forceActiveFocus()
            keyClick("a")
            keyClick("b")
            compare(search.text, "ab")
            mouseClick(search, search.width - 16, search.height / 2)
            compare(search.text, "")
            verify(search.activeFocus)
        }
    }
}
