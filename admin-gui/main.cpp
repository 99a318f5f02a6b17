// chinwag-admin: the desktop console for the operators of a Chinwag server.

#include "api/Credentials.h"
#include "api/RestClient.h"
#include "instance/SingleInstance.h"
#include "instance/TerminationSignals.h"
#include "instance/WindowRaiser.h"
#include "views/MainWindow.h"
#include "views/Theme.h"
#include "views/Translation.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QIcon>
#include <QLibraryInfo>
#include <QLocale>
#include <QSettings>
#include <QTranslator>

namespace {

/// Qt's own texts, where the desktop has a translation of them, and ours.
void installTranslations(QTranslator& qt, QTranslator& own) {
    if (qt.load(QLocale(), QStringLiteral("qtbase"), QStringLiteral("_"),
                QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QApplication::installTranslator(&qt);
    if (chinwag::admin::loadTranslation(own))
        QApplication::installTranslator(&own);
    else
        qWarning("This program was built without its translations; plurals will read wrong.");
}

chinwag::admin::Theme::Choice chosenTheme(const QSettings& settings) {
    using Choice = chinwag::admin::Theme::Choice;
    const auto choice = static_cast<Choice>(settings.value(QStringLiteral("appearance")).toInt());
    return choice == Choice::Light || choice == Choice::Dark ? choice : Choice::System;
}

/// One console a server: spellings of one address are one name.
QString instanceName(const QString& address) {
    const QUrl url = chinwag::admin::RestClient::parseAddress(address);
    return QStringLiteral("chinwag-admin ") + (url.isValid() ? url.toString() : address);
}

} // namespace

int main(int argc, char* argv[]) {
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("chinwag-admin"));
    QApplication::setApplicationVersion(QStringLiteral(CHINWAG_VERSION));
    QApplication::setOrganizationName(QStringLiteral("chinwag"));
    QApplication::setDesktopFileName(QStringLiteral("chinwag-admin"));
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/chinwag-admin.svg")));
    QTranslator qt;
    QTranslator own;
    installTranslations(qt, own);
    QApplication::setApplicationDisplayName(QApplication::translate("main", "Chinwag Admin"));

    QCommandLineParser parser;
    parser.setApplicationDescription(
        QApplication::translate("main", "The console for the operators of a Chinwag chat server."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(QStringLiteral("URL"),
                                 QApplication::translate("main", "The server to connect to."),
                                 QStringLiteral("[URL]"));
    parser.process(application);

    const QString address = parser.positionalArguments().value(0);
    const chinwag::instance::TerminationSignals signalsToEnd;
    chinwag::instance::SingleInstance instance(instanceName(address));
    if (instance.handOver(chinwag::instance::takeStartToken().toUtf8()))
        return EXIT_SUCCESS;

    QSettings settings;
    chinwag::admin::Theme theme;
    theme.apply(chosenTheme(settings));
    chinwag::admin::MainWindow window(settings, theme, chinwag::admin::Credentials::create());
    QObject::connect(
        &instance, &chinwag::instance::SingleInstance::received, &window,
        [&window](const QByteArray& startToken) { window.bringToFront(QString::fromUtf8(startToken)); });
    window.show();
    window.askForServer(address);
    return QApplication::exec();
}
