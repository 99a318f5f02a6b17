#include "sdk/CloseRule.h"

#include "protocol/CloseCode.h"
#include "sdk/centrifuge/Codes.h"

#include <QCoreApplication>

namespace chinwag::sdk {

namespace {

class Text {
    Q_DECLARE_TR_FUNCTIONS(CloseRule)
};

constexpr quint16 kickCode = 4500;

QString kickText(const QString& reason) {
    // "kicked" is what the server says when the operator gave no reason.
    if (reason.isEmpty() || reason == QLatin1String("kicked"))
        return Text::tr("A moderator of this server removed you from the chat. No reason was given.");
    return Text::tr("A moderator of this server removed you from the chat. The reason given: %1").arg(reason);
}

QString finalText(quint16 code, const QString& reason) {
    if (reason.isEmpty())
        return Text::tr("The server ended the connection (code %1).").arg(code);
    return Text::tr("The server ended the connection: %1 (code %2).").arg(reason).arg(code);
}

QString passingText(quint16 code) {
    switch (static_cast<protocol::CloseCode>(code)) {
    case protocol::CloseCode::Shutdown:
    case protocol::CloseCode::GoingAway: return Text::tr("The server is shutting down or restarting.");
    case protocol::CloseCode::Slow:
        return Text::tr(
            "The server ended the connection because it was too slow for the messages coming in.");
    case protocol::CloseCode::MessageTooBig:
        return Text::tr("The server ended the connection because a message was too long.");
    default: return Text::tr("The connection was lost.");
    }
}

} // namespace

QString presentable(const QString& text) {
    constexpr qsizetype limit = 300;
    const QString head = text.left(limit);
    QString out;
    for (const QChar c : head) {
        const auto category = c.category();
        const bool shows = category != QChar::Other_Control && category != QChar::Other_Format &&
                           category != QChar::Separator_Line && category != QChar::Separator_Paragraph;
        out += shows ? c : QChar(u' ');
    }
    return out.simplified();
}

Fault judgeClose(quint16 code, const QString& reason) {
    const QString words = presentable(reason);
    if (code == kickCode)
        return {Fault::Kind::Kicked, kickText(words), false, 0};
    if (centrifuge::isTerminal(code))
        return {Fault::Kind::Ended, finalText(code, words), false, 0};
    return {Fault::Kind::Lost, passingText(code), true, 0};
}

} // namespace chinwag::sdk
