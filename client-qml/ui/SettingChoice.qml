import QtQuick
import QtQuick.Layouts

// A setting with a few values, side by side: `choices` have `value` and `text`.
ColumnLayout {
    id: setting

    required property string label
    required property var choices
    required property var value

    signal chosen(var value)

    spacing: 6

    Text {
        Layout.fillWidth: true
        text: setting.label
        horizontalAlignment: Text.AlignLeft
        color: Theme.ink
        font.pixelSize: Theme.text
        wrapMode: Text.Wrap
        textFormat: Text.PlainText
        Accessible.ignored: true
    }

    ChoiceFlow {
        Layout.fillWidth: true
        label: setting.label
        prefix: setting.objectName
        value: setting.value
        onChosen: value => setting.chosen(value)

        Repeater {
            model: setting.choices

            ChoiceButton {}
        }
    }
}
