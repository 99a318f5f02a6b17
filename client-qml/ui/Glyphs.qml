pragma Singleton

import QtQuick

// The drawings that Icon shows.
QtObject {
    readonly property string send: "M3.4 20.4 21.6 12 3.4 3.6l-.01 6.53L15 12 3.39 13.87z"
    readonly property string chevronDown: "M6 9.5l6 6 6-6"
    readonly property string arrowDown: "M12 5v14M6 13l6 6 6-6"
    readonly property string reply: "M10 6L4 12l6 6M4.5 12H15a5 5 0 0 1 5 5v2"
    readonly property string pencil: "M4 20l1-4.5L16 4.5a2 2 0 0 1 3 0l.5.5a2 2 0 0 1 0 3L8.5 19z"
    readonly property string more: "M5.5 12h.01M12 12h.01M18.5 12h.01"
    readonly property string menu: "M5 7h14M5 12h14M5 17h14"
    readonly property string minus: "M5 12h14"
    readonly property string sliders: "M4 7h10M18 7h2M4 17h2M10 17h10M14 7a2 2 0 1 0 4 0a2 2 0 1 0-4 0M6 17a2 2 0 1 0 4 0a2 2 0 1 0-4 0"
    readonly property string plus: "M12 5v14M5 12h14"
    readonly property string search: "M11 4a7 7 0 1 0 0 14a7 7 0 1 0 0-14M16 16l5 5"
    readonly property string pin: "M9 4h6l-1 6 3 3v2H7v-2l3-3zM12 15v6"
    readonly property string bellOff: "M4 4l16 16M9 5.5a5 5 0 0 1 8 4v4l1.500 3M6.500 9.500v5L5 17h11M10.500 20.500h3"
    readonly property string close: "M7 7l10 10M17 7L7 17"
    readonly property string person: "M12 4a4 4 0 1 0 0 8a4 4 0 1 0 0-8M4.5 20c.8-3.5 3.8-5.5 7.5-5.5s6.7 2 7.5 5.5"
    readonly property string smile: "M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18M9 10h.01M15 10h.01M8 14c1 1.7 2.4 2.5 4 2.5s3-.8 4-2.5"
    readonly property string lock: "M7 11V8a5 5 0 0 1 10 0v3M6 11h12a1 1 0 0 1 1 1v7a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1v-7a1 1 0 0 1 1-1"
    readonly property string clock: "M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18M12 7v5l3.500 2"
    readonly property string check: "M5 12.5l5 5 9-10"
    readonly property string contrast: "M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18M12 3v18M12 8.5h7.5M12 13h8.5M12 17.5h5.5"
}
