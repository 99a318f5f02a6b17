pragma Singleton

import QtQuick
import Chinwag.Models

// Colours and measures: those of the page in the browser. Text on each of the surfaces has a contrast of 4.5:1.
QtObject {
    id: theme

    property int mode: Preferences.System
    property int percent: 100
    readonly property bool dark: mode === Preferences.Dark
        || (mode === Preferences.System && system.window.hslLightness < 0.5)

    readonly property color paper: dark ? "#131615" : "#f5f2ec"
    readonly property color surface: dark ? "#1c201e" : "#fffefb"
    readonly property color sunken: dark ? "#2a302d" : "#edeae2"
    readonly property color ink: dark ? "#eceae4" : "#1c211f"
    readonly property color muted: dark ? "#a3aca6" : "#59615d"
    readonly property color line: dark ? "#323834" : "#dfdbd1"
    readonly property color border: dark ? "#6f7a74" : "#868d87"
    readonly property color accent: dark ? "#62cfb8" : "#0b6a5b"
    readonly property color accentStrong: dark ? "#86dfcc" : "#084f44"
    readonly property color inkOnAccent: dark ? "#06251f" : "#ffffff"
    readonly property color bubble: dark ? "#252b28" : "#fffefb"
    readonly property color own: dark ? "#14604f" : "#0b6a5b"
    readonly property color inkOnOwn: dark ? "#f1fbf8" : "#ffffff"
    readonly property color danger: dark ? "#ff9d88" : "#a8321f"
    readonly property color dangerWash: dark ? "#3a201b" : "#fbe9e4"
    readonly property color warn: dark ? "#f0c273" : "#8a5300"
    readonly property color warnWash: dark ? "#352a16" : "#fbf0da"
    readonly property color ok: dark ? "#6fd39a" : "#157347"
    // How what models::formatted() writes looks: made once, not for every message.
    readonly property string looks: sheet(accent, sunken, muted)
    readonly property string looksOnOwn: sheet(inkOnOwn, "#2effffff", inkOnOwn)

    readonly property color veil: dark ? "#99000000" : "#66141816"

    // The desktop's text size, but not smaller than what is comfortable to read for long.
    readonly property int text: Math.round(Math.max(15, probe.fontInfo.pixelSize + 1) * scale)
    readonly property real scale: percent / 100
    readonly property int small: Math.round(text * 0.87)
    readonly property int tiny: Math.round(text * 0.8)
    readonly property int title: Math.round(text * 1.3)
    readonly property int headline: Math.round(text * 1.75)

    readonly property int gap: 8
    readonly property int gutter: 16
    readonly property int column: 768 * scale
    readonly property int narrow: 520 * scale
    readonly property int wide: 760 * scale // from here on, the list of rooms has a place of its own
    readonly property int round: 18
    readonly property int roundSmall: 6
    readonly property int control: Math.round(42 * scale)
    readonly property int quick: 140

    function sheet(link: color, wash: color, quiet: color): string {
        return "<style>p { margin: 0; white-space: pre-wrap } a { color: " + link
            + " } code, .c { background-color: " + wash + "; font-family: monospace } .q { margin-left: 10px; color: "
            + quiet + "; font-style: italic } .c { margin-top: 4px; margin-bottom: 4px }</style>"
    }

    readonly property SystemPalette system: SystemPalette { colorGroup: SystemPalette.Active }
    readonly property Text probe: Text {}
}
