#include "CommandLine.h"
#include "Program.h"
#include "instance/SingleInstance.h"
#include "instance/TerminationSignals.h"
#include "models/EmojiFont.h"
#include "models/Language.h"

#include <QApplication>
#include <QIcon>
#include <QSettings>
#include <QtQml/QQmlExtensionPlugin>

#include <cstdio>
#include <optional>

Q_IMPORT_QML_PLUGIN(ChinwagPlugin)
Q_IMPORT_QML_PLUGIN(Chinwag_ModelsPlugin)

namespace {

constexpr int exitUsage = 2;

using chinwag::CommandLine;

// False when nobody reads any more.
bool print(std::FILE* stream, const QString& text) {
    return std::fputs(qPrintable(text), stream) >= 0;
}

// A demonstration runs beside everything else.
int run(const CommandLine& line) {
    const chinwag::instance::TerminationSignals signalsToEnd;
    chinwag::instance::SingleInstance instance(QStringLiteral("chinwag"));
    if (!line.demo && instance.handOver(chinwag::Program::messageFor(line)))
        return EXIT_SUCCESS;
    chinwag::Program program(line);
    QObject::connect(&instance, &chinwag::instance::SingleInstance::received, &program,
                     &chinwag::Program::takeMessage);
    return program.start() ? QApplication::exec() : EXIT_FAILURE;
}

} // namespace

int main(int argc, char* argv[]) {
    QCoreApplication::setOrganizationName(QStringLiteral("chinwag"));
    QCoreApplication::setApplicationName(QStringLiteral("chinwag"));
    QCoreApplication::setApplicationVersion(QStringLiteral(CHINWAG_CLIENT_VERSION));
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Chinwag"));
    QGuiApplication::setDesktopFileName(QStringLiteral("chinwag"));

    // Not QGuiApplication: the tray's icon and its menu are of Qt Widgets.
    const QApplication application(argc, argv);
    // The window says itself whether it goes to the tray or the program ends with it.
    QGuiApplication::setQuitOnLastWindowClosed(false);
    QGuiApplication::setWindowIcon(QIcon(QStringLiteral(":/qt/qml/Chinwag/chinwag.svg")));
    chinwag::models::preferColourEmoji();

    const auto line = [] {
        chinwag::models::Language language; // of the desktop; the settings are asked when it runs
        language.use({});
        return chinwag::parseCommandLine(QCoreApplication::arguments());
    }();
    switch (line.action) {
    case CommandLine::Action::Show: return print(stdout, line.message) ? EXIT_SUCCESS : EXIT_FAILURE;
    case CommandLine::Action::Fail: return print(stderr, line.message + u'\n') ? exitUsage : EXIT_FAILURE;
    case CommandLine::Action::Run: break;
    }
    return run(line);
}
