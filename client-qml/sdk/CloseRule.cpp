#include "sdk/CloseRule.h"

#include "protocol/CloseCode.h"
#include "sdk/centrifuge/Codes.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QRegularExpression>

namespace chinwag::sdk {

namespace {

// RFC 6455 section 7.4.1: what a proxy in front of the server says when it stops.
constexpr quint16 goingAway = 1001;

class CloseText {
    Q_DECLARE_TR_FUNCTIONS(CloseRule)
};

QString withReason(const QString& sentence, const QString& reason, protocol::CloseCode code) {
    // Where nobody gave a reason, the server says what the code says already.
    if (reason.isEmpty() || reason == QLatin1String(protocol::closeReason(code).data()))
        return sentence;
    return CloseText::tr("%1 The reason given: %2").arg(sentence, reason);
}

// What holds for a time ends with it: "spam (until 2026-11-24T21:00:00Z)".
QString ruleText(const QString& sentence, const QString& reason, protocol::CloseCode code) {
    static const QRegularExpression ending(QStringLiteral(" \\(until (\\S+Z)\\)$"));
    const auto match = ending.match(reason);
    if (!match.hasMatch())
        return withReason(sentence, presentable(reason), code);
    const QString until = presentable(match.captured(1));
    return withReason(CloseText::tr("%1 This holds until %2.").arg(sentence, until),
                      presentable(reason.left(match.capturedStart())), code);
}

QString kickText(const QString& reason) {
    // "kicked" is what the server says when the operator gave no reason.
    if (reason.isEmpty() || reason == QLatin1String("kicked"))
        return CloseText::tr("A moderator of this server removed you from the chat. No reason was given.");
    return CloseText::tr("A moderator of this server removed you from the chat. The reason given: %1")
        .arg(reason);
}

QString finalText(quint16 code, const QString& reason) {
    if (reason.isEmpty())
        return CloseText::tr("The server ended the connection (code %1).").arg(code);
    return CloseText::tr("The server ended the connection: %1 (code %2).").arg(reason).arg(code);
}

QString passingText(quint16 code) {
    if (code == goingAway)
        code = static_cast<quint16>(protocol::CloseCode::Shutdown);
    switch (static_cast<protocol::CloseCode>(code)) {
    case protocol::CloseCode::Shutdown: return CloseText::tr("The server is shutting down or restarting.");
    case protocol::CloseCode::Slow:
        return CloseText::tr(
            "The server ended the connection because it was too slow for the messages coming in.");
    case protocol::CloseCode::MessageTooBig:
        return CloseText::tr("The server ended the connection because a message was too long.");
    default: return CloseText::tr("The connection was lost.");
    }
}

// A server writes times as machines read them, and in UTC.
QString withLocalTimes(QString text) {
    static const QRegularExpression time(QStringLiteral("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ"));
    QRegularExpressionMatch match;
    for (qsizetype at = 0; (at = text.indexOf(time, at, &match)) >= 0;) {
        const QDateTime moment = QDateTime::fromString(match.captured(), Qt::ISODate).toLocalTime();
        const QString written =
            moment.isValid() ? QLocale().toString(moment, QLocale::ShortFormat) : match.captured();
        text.replace(at, match.capturedLength(), written);
        at += written.size();
    }
    return text;
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
    return withLocalTimes(out.simplified());
}

Fault judgeClose(quint16 code, const QString& reason) {
    const QString words = presentable(reason);
    switch (static_cast<protocol::CloseCode>(code)) {
    case protocol::CloseCode::Kicked: return {Fault::Kind::Kicked, kickText(words), false, 0};
    case protocol::CloseCode::Banned:
        return {Fault::Kind::Banned,
                ruleText(CloseText::tr("A moderator has banned you from this server."), reason,
                         protocol::CloseCode::Banned),
                false, 0};
    case protocol::CloseCode::Lockdown:
        return {Fault::Kind::Lockdown,
                ruleText(CloseText::tr("This server is locked down and lets nobody new in for now."), reason,
                         protocol::CloseCode::Lockdown),
                false, 0};
    case protocol::CloseCode::InvalidToken:
        return {Fault::Kind::Token,
                withReason(CloseText::tr(
                               "This server wants a log-in token that it knows. Yours is wrong, or you have "
                               "given none."),
                           words, protocol::CloseCode::InvalidToken),
                false, 0};
    default: break;
    }
    if (centrifuge::isTerminal(code))
        return {Fault::Kind::Ended, finalText(code, words), false, 0};
    return {Fault::Kind::Lost, passingText(code), true, 0};
}

} // namespace chinwag::sdk
