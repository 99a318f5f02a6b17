import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts

// A setting that is on or off: what it is called, and what it means.
AbstractButton {
    id: setting

    property string hint

    signal switched(bool on)

    checkable: true
    topPadding: 6
    bottomPadding: 6
    Accessible.role: Accessible.CheckBox
    Accessible.name: text
    Accessible.description: hint
    Accessible.checkable: true
    Accessible.checked: checked
    onClicked: switched(checked)

    contentItem: RowLayout {
        spacing: 14

        ColumnLayout {
            Layout.fillWidth: true
            spacing: 2

            Text {
                Layout.fillWidth: true
                text: setting.text
                horizontalAlignment: Text.AlignLeft
                color: setting.enabled ? Theme.ink : Theme.muted
                font.pixelSize: Theme.text
                wrapMode: Text.Wrap
                textFormat: Text.PlainText
            }

            Text {
                Layout.fillWidth: true
                visible: text !== ""
                text: setting.hint
                horizontalAlignment: Text.AlignLeft
                color: Theme.muted
                font.pixelSize: Theme.tiny
                wrapMode: Text.Wrap
                textFormat: Text.PlainText
            }
        }

        SwitchTrack {
            on: setting.checked
            usable: setting.enabled
            focused: setting.visualFocus
            mirrored: setting.mirrored
        }
    }

    HoverHandler {
        cursorShape: Qt.PointingHandCursor
    }

    Keys.onReturnPressed: {
        setting.toggle()
        setting.switched(setting.checked)
    }
    Keys.onEnterPressed: {
        setting.toggle()
        setting.switched(setting.checked)
    }
}
