import QtQuick
import QtTest
import Chinwag
import Chinwag.Models

TestCase {
    name: "Theme"

    function channel(value) {
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4)
    }

    function luminance(color) {
        return 0.2126 * channel(color.r) + 0.7152 * channel(color.g) + 0.0722 * channel(color.b)
    }

    function contrast(a, b) {
        const x = luminance(a)
        const y = luminance(b)
        return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05)
    }

    function test_textIsReadable_data() {
        return [{ tag: "light", mode: Preferences.Light }, { tag: "dark", mode: Preferences.Dark }]
    }
    function test_textIsReadable(row) {
        Theme.mode = row.mode
        const pairs = [["ink", "paper"], ["ink", "surface"], ["ink", "sunken"], ["ink", "bubble"],
            ["muted", "paper"], ["muted", "surface"], ["muted", "sunken"], ["accent", "paper"],
            ["accent", "surface"], ["accent", "bubble"], ["inkOnAccent", "accent"], ["inkOnAccent", "accentStrong"],
            ["inkOnOwn", "own"], ["danger", "dangerWash"], ["danger", "surface"], ["danger", "paper"],
            ["warn", "warnWash"], ["paper", "ink"]]
        for (const [text, ground] of pairs)
            verify(contrast(Theme[text], Theme[ground]) >= 4.5, text + " on " + ground)
        // What is not text needs less.
        for (const [line, ground] of [["border", "paper"], ["border", "surface"], ["ok", "surface"],
                                      ["danger", "surface"], ["warn", "surface"]])
            verify(contrast(Theme[line], Theme[ground]) >= 3, line + " on " + ground)
    }
}
