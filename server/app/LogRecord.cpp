#include "app/LogRecord.h"

namespace chinwag::app {

namespace {

const QLatin1String ownPrefix("chinwag.");

/// Control characters, line and paragraph separators, and the marks that reverse the direction of text.
bool isDangerous(char16_t c) {
    return c < 0x20 || (c >= 0x7f && c <= 0x9f) || c == 0x061c || c == 0x200e || c == 0x200f ||
           (c >= 0x2028 && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

QString hexEscape(char16_t c) {
    return QStringLiteral("\\u%1").arg(static_cast<uint>(c), 4, 16, QLatin1Char('0'));
}

QString namedEscape(char16_t c) {
    switch (c) {
    case u'\n': return QStringLiteral("\\n");
    case u'\r': return QStringLiteral("\\r");
    case u'\t': return QStringLiteral("\\t");
    default: return hexEscape(c);
    }
}

QString escaped(const QString& text, bool forJson) {
    QString result;
    result.reserve(text.size());
    for (const QChar c : text) {
        if (isDangerous(c.unicode()))
            result += namedEscape(c.unicode());
        else if (forJson && (c == u'"' || c == u'\\'))
            result += QLatin1Char('\\') + QString(c);
        else
            result += c;
    }
    return result;
}

QString jsonMember(const char* name, const QString& value) {
    return QLatin1Char('"') + QLatin1String(name) + QLatin1String("\":\"") + escaped(value, true) +
           QLatin1Char('"');
}

/// Our own categories without the part that they have in common.
QString shortCategory(const QString& category) {
    return category.startsWith(ownPrefix) ? category.mid(ownPrefix.size()) : category;
}

/// syslog(3)'s number, which the journal uses.
int priority(QtMsgType type) {
    switch (type) {
    case QtDebugMsg: return 7;
    case QtInfoMsg: return 6;
    case QtWarningMsg: return 4;
    case QtCriticalMsg: return 3;
    case QtFatalMsg: break;
    }
    return 2;
}

QByteArray colourOf(QtMsgType type) {
    switch (type) {
    case QtDebugMsg: return "\x1b[2m";
    case QtInfoMsg: return "\x1b[32m";
    case QtWarningMsg: return "\x1b[33m";
    case QtCriticalMsg:
    case QtFatalMsg: break;
    }
    return "\x1b[1;31m";
}

} // namespace

QByteArray levelName(QtMsgType type) {
    switch (type) {
    case QtDebugMsg: return "debug";
    case QtInfoMsg: return "info";
    case QtWarningMsg: return "warning";
    case QtCriticalMsg: return "error";
    case QtFatalMsg: break;
    }
    return "fatal";
}

QByteArray formatText(const LogRecord& record, Colour colour) {
    auto level = levelName(record.type).leftJustified(7, ' ');
    if (colour == Colour::On)
        level = colourOf(record.type) + level + "\x1b[0m";
    const auto time = record.time.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz"));
    return time.toUtf8() + ' ' + level + ' ' + escaped(shortCategory(record.category), false).toUtf8() +
           ": " + escaped(record.message, false).toUtf8() + '\n';
}

QByteArray formatJson(const LogRecord& record) {
    const auto time = record.time.toUTC().toString(Qt::ISODateWithMs);
    const QString line = QLatin1Char('{') + jsonMember("time", time) + QLatin1Char(',') +
                         jsonMember("level", QString::fromLatin1(levelName(record.type))) + QLatin1Char(',') +
                         jsonMember("category", record.category) + QLatin1Char(',') +
                         jsonMember("message", record.message) + QLatin1Char(',') +
                         jsonMember("thread", record.thread) + QLatin1String("}\n");
    return line.toUtf8();
}

std::vector<QByteArray> journalFields(const LogRecord& record) {
    return {"PRIORITY=" + QByteArray::number(priority(record.type)),
            "MESSAGE=" + escaped(record.message, false).toUtf8(),
            "CHINWAG_CATEGORY=" + escaped(record.category, false).toUtf8(),
            "CHINWAG_THREAD=" + escaped(record.thread, false).toUtf8()};
}

} // namespace chinwag::app
