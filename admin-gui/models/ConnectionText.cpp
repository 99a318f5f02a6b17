#include "models/ConnectionText.h"

#include "models/Format.h"

#include <QCoreApplication>

#include <algorithm>

namespace chinwag::admin {

namespace {

struct ConnectionWords {
    Q_DECLARE_TR_FUNCTIONS(Connections)
};

QString unknown() {
    return QStringLiteral("–");
}

QString orUnknown(const QString& text) {
    return text.isEmpty() ? unknown() : text;
}

/// The clocks of the two machines may differ a little.
QString age(const ConnectionInfo& info) {
    const qint64 seconds = std::max<qint64>(info.connectedAt.secsTo(QDateTime::currentDateTimeUtc()), 0);
    return Format::duration(static_cast<double>(seconds));
}

QString amount(Column column, double value) {
    switch (column) {
    case Column::Idle: return Format::duration(value);
    case Column::Rtt: return Format::milliseconds(value);
    case Column::BytesIn:
    case Column::BytesOut:
    case Column::QueueBytes: return Format::bytes(value);
    case Column::RttMean:
    case Column::RttWorst: return Format::milliseconds(value);
    case Column::MessagesInRate:
    case Column::MessagesOutRate: return Format::rate(value);
    case Column::BytesInRate:
    case Column::BytesOutRate: return ConnectionWords::tr("%1/s").arg(Format::bytes(value));
    default: return Format::count(value);
    }
}

} // namespace

bool isNumeric(Column column) {
    switch (column) {
    case Column::Idle:
    case Column::Rtt:
    case Column::MessagesIn:
    case Column::MessagesOut:
    case Column::BytesIn:
    case Column::BytesOut:
    case Column::QueueBytes:
    case Column::RttMean:
    case Column::RttWorst:
    case Column::MessagesInRate:
    case Column::MessagesOutRate:
    case Column::BytesInRate:
    case Column::BytesOutRate:
    case Column::Drops: return true;
    default: return false;
    }
}

Qt::Alignment connectionAlignment(Column column) {
    return isNumeric(column) || column == Column::ConnectedAt ? Qt::AlignRight : Qt::AlignLeft;
}

QString columnTitle(Column column) {
    switch (column) {
    case Column::Nick: return ConnectionWords::tr("Nickname");
    case Column::User: return ConnectionWords::tr("User");
    case Column::Room: return ConnectionWords::tr("Room");
    case Column::Address: return ConnectionWords::tr("Address");
    case Column::Tls: return ConnectionWords::tr("TLS");
    case Column::Dialect: return ConnectionWords::tr("Protocol");
    case Column::Client: return ConnectionWords::tr("Client");
    case Column::ConnectedAt: return ConnectionWords::tr("Online for");
    case Column::Idle: return ConnectionWords::tr("Idle");
    case Column::Rtt: return ConnectionWords::tr("Round trip");
    case Column::MessagesIn: return ConnectionWords::tr("Messages in");
    case Column::MessagesOut: return ConnectionWords::tr("Messages out");
    case Column::BytesIn: return ConnectionWords::tr("Data in");
    case Column::BytesOut: return ConnectionWords::tr("Data out");
    case Column::QueueBytes: return ConnectionWords::tr("Queue");
    case Column::Id: return ConnectionWords::tr("ID");
    case Column::RttMean: return ConnectionWords::tr("Round trip, mean");
    case Column::RttWorst: return ConnectionWords::tr("Round trip, worst");
    case Column::MessagesInRate: return ConnectionWords::tr("Messages in / s");
    case Column::MessagesOutRate: return ConnectionWords::tr("Messages out / s");
    case Column::BytesInRate: return ConnectionWords::tr("Data in / s");
    case Column::BytesOutRate: return ConnectionWords::tr("Data out / s");
    case Column::Drops: return ConnectionWords::tr("Refused");
    case Column::LastError: return ConnectionWords::tr("Last error");
    case Column::Device: return ConnectionWords::tr("Device");
    }
    return {};
}

QString columnHelp(Column column) {
    switch (column) {
    case Column::Nick: return ConnectionWords::tr("The name that the chatter gave");
    case Column::User: return ConnectionWords::tr("Whom the token names that the client brought");
    case Column::Room: return ConnectionWords::tr("The room that the connection is in");
    case Column::Address: return ConnectionWords::tr("The network address it comes from");
    case Column::Tls: return ConnectionWords::tr("Whether the connection is encrypted up to this server");
    case Column::Dialect: return ConnectionWords::tr("The protocol that the client speaks");
    case Column::Client: return ConnectionWords::tr("The library that the client says it uses");
    case Column::ConnectedAt: return ConnectionWords::tr("Time since the connection was opened");
    case Column::Idle: return ConnectionWords::tr("Time since the client last sent a message");
    case Column::Rtt: return ConnectionWords::tr("Time from a ping to its answer");
    case Column::MessagesIn: return ConnectionWords::tr("Messages that the client sent");
    case Column::MessagesOut: return ConnectionWords::tr("Messages that were sent to the client");
    case Column::BytesIn: return ConnectionWords::tr("Data that the client sent");
    case Column::BytesOut: return ConnectionWords::tr("Data that was sent to the client");
    case Column::QueueBytes: return ConnectionWords::tr("Data that waits because the client reads slowly");
    case Column::Id: return ConnectionWords::tr("What the server calls this connection");
    case Column::RttMean: return ConnectionWords::tr("The mean time from a ping to its answer");
    case Column::RttWorst: return ConnectionWords::tr("The longest time from a ping to its answer");
    case Column::MessagesInRate: return ConnectionWords::tr("Messages a second that the client sends");
    case Column::MessagesOutRate: return ConnectionWords::tr("Messages a second that are sent to the client");
    case Column::BytesInRate: return ConnectionWords::tr("Data that the client sends in a second");
    case Column::BytesOutRate: return ConnectionWords::tr("Data that is sent to the client in a second");
    case Column::Drops:
        return ConnectionWords::tr("Messages of the client that were refused because there were too many");
    case Column::LastError: return ConnectionWords::tr("The last error that the client was told");
    case Column::Device: return ConnectionWords::tr("What the client calls the device it runs on");
    }
    return {};
}

QString connectionText(const ConnectionInfo& info, Column column) {
    // Of one that left before its page was read, nothing but the id is known.
    if (info.gone && !info.connectedAt.isValid() && column != Column::Id)
        return column == Column::Nick ? ConnectionWords::tr("(has left)") : unknown();
    switch (column) {
    case Column::Nick: return orUnknown(info.nick);
    case Column::User: return orUnknown(info.user);
    case Column::Room: return orUnknown(info.room);
    case Column::Address: return orUnknown(info.address);
    case Column::Tls: return info.tls ? ConnectionWords::tr("Yes") : ConnectionWords::tr("No");
    case Column::Dialect: return info.dialect;
    case Column::Client: return orUnknown(info.client);
    case Column::ConnectedAt: return age(info);
    case Column::Idle: return Format::duration(info.idleSeconds);
    case Column::Rtt: return info.rttMs ? Format::milliseconds(*info.rttMs) : unknown();
    case Column::MessagesIn: return Format::count(static_cast<double>(info.messagesIn));
    case Column::MessagesOut: return Format::count(static_cast<double>(info.messagesOut));
    case Column::BytesIn: return Format::bytes(static_cast<double>(info.bytesIn));
    case Column::BytesOut: return Format::bytes(static_cast<double>(info.bytesOut));
    case Column::QueueBytes:
        return info.queueBytes == 0 ? Format::count(0) : Format::bytes(static_cast<double>(info.queueBytes));
    case Column::Id: return info.id;
    case Column::RttMean: return info.rttMeanMs ? Format::milliseconds(*info.rttMeanMs) : unknown();
    case Column::RttWorst: return info.rttWorstMs ? Format::milliseconds(*info.rttWorstMs) : unknown();
    case Column::MessagesInRate: return amount(column, info.messagesInRate);
    case Column::MessagesOutRate: return amount(column, info.messagesOutRate);
    case Column::BytesInRate: return amount(column, info.bytesInRate);
    case Column::BytesOutRate: return amount(column, info.bytesOutRate);
    case Column::Drops: return Format::count(static_cast<double>(info.drops));
    case Column::LastError: return orUnknown(info.lastError);
    case Column::Device: return orUnknown(info.device);
    }
    return {};
}

QString connectionToolTip(const ConnectionInfo& info, Column column) {
    if (info.gone)
        return ConnectionWords::tr("This connection has ended.");
    const auto exactBytes = [](qint64 bytes) {
        return ConnectionWords::tr("%1 bytes").arg(Format::count(static_cast<double>(bytes)));
    };
    switch (column) {
    case Column::ConnectedAt:
        return ConnectionWords::tr("Since %1").arg(Format::exactMoment(info.connectedAt));
    case Column::Idle:
        return ConnectionWords::tr("Last message: %1")
            .arg(Format::exactMoment(
                QDateTime::currentDateTimeUtc().addMSecs(static_cast<qint64>(-info.idleSeconds * 1000))));
    case Column::Rtt: return info.rttMs ? QString() : ConnectionWords::tr("The client was not pinged yet.");
    case Column::BytesIn: return exactBytes(info.bytesIn);
    case Column::BytesOut: return exactBytes(info.bytesOut);
    case Column::QueueBytes: return exactBytes(info.queueBytes);
    case Column::Nick:
    case Column::User:
    case Column::Client:
    case Column::Room:
    case Column::Address:
    case Column::LastError:
    case Column::Device:
    case Column::Id: return connectionText(info, column);
    default: return {};
    }
}

QString filterText(const ConnectionFilter& filter) {
    const QString title = columnTitle(filter.column);
    switch (filter.kind) {
    case ConnectionFilter::Kind::Contains:
        return ConnectionWords::tr("%1 contains “%2”").arg(title, filter.value);
    case ConnectionFilter::Kind::Is:
        return filter.value == QLatin1String("true") ? ConnectionWords::tr("With TLS")
                                                     : ConnectionWords::tr("Without TLS");
    case ConnectionFilter::Kind::AtLeast:
        return ConnectionWords::tr("%1 at least %2")
            .arg(title, amount(filter.column, filter.value.toDouble()));
    case ConnectionFilter::Kind::AtMost:
        return ConnectionWords::tr("%1 at most %2")
            .arg(title, amount(filter.column, filter.value.toDouble()));
    }
    return {};
}

} // namespace chinwag::admin
