import QtQuick

// What happened, among what was said.
Item {
    id: notice

    required property string text

    implicitHeight: pill.height + 16

    // What a text that is wrapped says of its width depends on how it is wrapped.
    TextMetrics {
        id: metrics

        font: label.font
        text: notice.text
    }

    Rectangle {
        id: pill

        anchors.horizontalCenter: parent.horizontalCenter
        y: 16
        width: label.width + 28
        height: label.height + 10
        radius: 15
        color: Theme.sunken

        Text {
            id: label

            anchors.centerIn: parent
            width: Math.min(Math.ceil(metrics.advanceWidth) + 2, notice.width - 28, Math.round(512 * Theme.scale))
            text: notice.text
            color: Theme.muted
            font.pixelSize: Theme.small
            wrapMode: Text.Wrap
            horizontalAlignment: Text.AlignHCenter
            textFormat: Text.PlainText
        }
    }
}
