import QtQuick
import QtTest
import Chinwag

Item {
    id: room

    width: 600
    height: 300

    AppMenu {
        id: menu

        AppMenuItem {
            text: "Short"
            hint: "Ctrl+S"
        }

        AppMenuItem {
            id: wordy

            text: "Words of another language, which take more room than those of this one"
        }
    }

    SettingSteps {
        id: steps

        objectName: "steps"
        width: 400
        label: "How large it is"
        from: 80
        to: 200
        step: 10
        value: 100
    }

    TestCase {
        name: "Menu"
        when: windowShown

        function test_isAsWideAsItsWords() {
            menu.popup(room, 0, 0)
            tryCompare(menu, "opened", true)
            verify(wordy.implicitWidth > 220)
            verify(wordy.width >= wordy.implicitWidth)
            menu.close()
            tryCompare(menu, "visible", false)
        }

        // Whatever width they had before.
        function test_stepsStandBesideTheirLabel() {
            const less = findChild(steps, "stepsLess")
            const middle = () => less.mapToItem(steps, 0, less.height / 2).y
            for (const width of [120, 400, 90, 400]) {
                steps.width = width
                fuzzyCompare(middle(), steps.height / 2, 1)
            }
            compare(steps.height, less.height)
        }
    }
}
