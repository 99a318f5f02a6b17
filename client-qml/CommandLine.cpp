#include "CommandLine.h"

#include <QCommandLineParser>
#include <QCoreApplication>

namespace chinwag {

namespace {

class Text {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

CommandLine showing(const QString& text) {
    CommandLine line;
    line.action = CommandLine::Action::Show;
    line.message = text;
    return line;
}

CommandLine failing(const QString& text) {
    CommandLine line;
    line.action = CommandLine::Action::Fail;
    line.message = text;
    return line;
}

} // namespace

CommandLine parseCommandLine(const QStringList& arguments) {
    QCommandLineParser parser;
    parser.setApplicationDescription(Text::tr("Joins a chat room on a Chinwag server."));
    parser.addPositionalArgument(QStringLiteral("ADDRESS"), Text::tr("Server to connect to."),
                                 QStringLiteral("[ADDRESS]"));
    const QCommandLineOption nick(QStringLiteral("nick"), Text::tr("Nickname to have."),
                                  QStringLiteral("NAME"));
    const QCommandLineOption room(QStringLiteral("room"), Text::tr("Room to be in."), QStringLiteral("ROOM"));
    const QCommandLineOption demo(QStringLiteral("demo"), Text::tr("Show a made-up chat without a network."));
    const QCommandLineOption help({QStringLiteral("h"), QStringLiteral("help")}, Text::tr("Show this text."));
    const QCommandLineOption version({QStringLiteral("v"), QStringLiteral("version")},
                                     Text::tr("Show the version."));
    parser.addOptions({nick, room, demo, help, version});
    if (!parser.parse(arguments))
        return failing(parser.errorText());
    if (parser.isSet(help))
        return showing(parser.helpText());
    if (parser.isSet(version))
        return showing(QCoreApplication::applicationName() + u' ' + QCoreApplication::applicationVersion() +
                       u'\n');
    if (parser.positionalArguments().size() > 1)
        return failing(Text::tr("There can be only one address."));
    return {CommandLine::Action::Run,
            {},
            parser.positionalArguments().value(0),
            parser.value(nick),
            parser.value(room),
            parser.isSet(demo)};
}

} // namespace chinwag
