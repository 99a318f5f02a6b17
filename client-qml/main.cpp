#include "CommandLine.h"
#include "demo/DemoLink.h"
#include "models/ChatController.h"
#include "models/EmojiFont.h"
#include "models/Translation.h"
#include "models/WindowMemory.h"
#include "sdk/CentrifugeLink.h"

#include <QGuiApplication>
#include <QIcon>
#include <QQmlApplicationEngine>
#include <QSettings>
#include <QTranslator>
#include <QWindow>
#include <QtQml/QQmlExtensionPlugin>

#include <cstdio>
#include <memory>

Q_IMPORT_QML_PLUGIN(ChinwagPlugin)
Q_IMPORT_QML_PLUGIN(Chinwag_ModelsPlugin)

namespace {

constexpr int exitUsage = 2;

using chinwag::CommandLine;

// False when nobody reads any more.
bool print(std::FILE* stream, const QString& text) {
    return std::fputs(qPrintable(text), stream) >= 0;
}

chinwag::sdk::Client::LinkMaker linkMaker(bool demo) {
    if (demo)
        return [] { return std::make_unique<chinwag::demo::DemoLink>(); };
    return [] { return std::make_unique<chinwag::sdk::CentrifugeLink>(); };
}

// A demonstration leaves no traces.
std::unique_ptr<QSettings> settingsFor(bool demo) {
    return demo ? nullptr : std::make_unique<QSettings>();
}

void fillIn(chinwag::models::ConnectForm& form, const CommandLine& line) {
    if (line.demo) {
        form.setAddress(QStringLiteral("chat.example.org"));
        form.setNick(QStringLiteral("Robin"));
        form.setRoom(QStringLiteral("hall-4"));
    }
    if (!line.address.isEmpty())
        form.setAddress(line.address);
    if (!line.nick.isEmpty())
        form.setNick(line.nick);
    if (!line.room.isEmpty())
        form.setRoom(line.room);
}

int run(const CommandLine& line) {
    chinwag::models::ChatController chat(
        linkMaker(line.demo), std::make_unique<chinwag::models::Preferences>(settingsFor(line.demo)));
    fillIn(*chat.form(), line);
    QQmlApplicationEngine engine;
    engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
    QVariantMap properties = chinwag::models::WindowMemory::properties(*chat.preferences());
    properties.insert(QStringLiteral("chat"), QVariant::fromValue(&chat));
    engine.setInitialProperties(properties);
    engine.load(QUrl(QStringLiteral("qrc:/qt/qml/Chinwag/Main.qml")));
    auto* const window = qobject_cast<QWindow*>(engine.rootObjects().value(0));
    if (window == nullptr)
        return EXIT_FAILURE;
    const chinwag::models::WindowMemory memory(*chat.preferences(), *window);
    // Whoever names a server wants to go there; on a mistake the form says what it is.
    if (line.demo || !line.address.isEmpty())
        chat.enter();
    return QGuiApplication::exec();
}

} // namespace

int main(int argc, char* argv[]) {
    QCoreApplication::setOrganizationName(QStringLiteral("chinwag"));
    QCoreApplication::setApplicationName(QStringLiteral("chinwag"));
    QCoreApplication::setApplicationVersion(QStringLiteral(CHINWAG_CLIENT_VERSION));
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Chinwag"));
    QGuiApplication::setDesktopFileName(QStringLiteral("chinwag"));

    const QGuiApplication application(argc, argv);
    QGuiApplication::setWindowIcon(QIcon(QStringLiteral(":/qt/qml/Chinwag/chinwag.svg")));
    chinwag::models::preferColourEmoji();
    QTranslator translator;
    if (chinwag::models::loadTranslation(translator))
        QCoreApplication::installTranslator(&translator);

    const auto line = chinwag::parseCommandLine(QCoreApplication::arguments());
    switch (line.action) {
    case CommandLine::Action::Show: return print(stdout, line.message) ? EXIT_SUCCESS : EXIT_FAILURE;
    case CommandLine::Action::Fail: return print(stderr, line.message + u'\n') ? exitUsage : EXIT_FAILURE;
    case CommandLine::Action::Run: break;
    }
    return run(line);
}
