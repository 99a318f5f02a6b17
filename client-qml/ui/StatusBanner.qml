import QtQuick
import QtQuick.Layouts
import Chinwag.Models

// What is wrong with the connection, and what can be done about it.
Rectangle {
    id: banner

    required property ChatController chat

    readonly property bool bad: chat.link === ChatController.Offline
    readonly property color ink: bad ? Theme.danger : Theme.warn

    // The button that was pressed is about to go.
    signal retried()

    implicitHeight: layout.implicitHeight + 20
    radius: Theme.round
    color: bad ? Theme.dangerWash : Theme.warnWash
    Accessible.role: Accessible.AlertMessage
    Accessible.name: explanation.text

    GridLayout {
        id: layout

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.leftMargin: 16
        anchors.rightMargin: 10
        columns: banner.width < Theme.narrow ? 1 : 2
        columnSpacing: 12
        rowSpacing: 8

        ColumnLayout {
            spacing: 2

            Text {
                id: explanation

                Layout.fillWidth: true
                text: banner.chat.link === ChatController.Connecting ? qsTr("Connecting to %1…").arg(banner.chat.serverName)
                    : banner.chat.fault
                color: banner.ink
                font.pixelSize: Theme.small
                font.weight: Font.DemiBold
                wrapMode: Text.Wrap
                textFormat: Text.PlainText
            }

            Text {
                Layout.fillWidth: true
                visible: text !== ""
                text: banner.chat.link === ChatController.Waiting
                    ? qsTr("Trying again in %n second(s). What you write meanwhile is sent then.", "",
                           banner.chat.secondsToRetry)
                    : banner.chat.link === ChatController.Connecting
                        ? qsTr("What you write meanwhile is sent when the connection is there.") : ""
                color: banner.ink
                font.pixelSize: Theme.tiny
                wrapMode: Text.Wrap
                textFormat: Text.PlainText
            }
        }

        RowLayout {
            Layout.alignment: Qt.AlignRight | Qt.AlignVCenter
            spacing: Theme.gap

            AppButton {
                objectName: "bannerLeave"
                visible: banner.bad
                compact: true
                text: qsTr("Leave")
                onClicked: banner.chat.leave()
            }

            AppButton {
                objectName: "bannerRetry"
                compact: true
                enabled: banner.chat.link !== ChatController.Connecting
                text: banner.chat.kicked ? qsTr("Come back") : banner.bad ? qsTr("Reconnect") : qsTr("Try now")
                onClicked: {
                    banner.chat.retryNow()
                    banner.retried()
                }
            }
        }
    }
}
