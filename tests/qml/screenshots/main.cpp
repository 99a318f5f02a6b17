// Writes a picture of every scene at some sizes, in light and dark, into a directory.
#include "models/EmojiFont.h"
#include "models/Translation.h"
#include "screenshots/Scenes.h"

#include <QDir>
#include <QFont>
#include <QGuiApplication>
#include <QImage>
#include <QTest>

#include <cstdio>

namespace {

using namespace chinwag;

// Animations have come to rest by then.
constexpr int restMs = 400;

bool shoot(const test::Scene& scene, QSize size, bool dark, const QDir& directory) {
    test::LinkScript script;
    QGuiApplication::setLayoutDirection(Qt::LeftToRight); // until a scene has another
    // No second attempt while the picture is taken.
    const sdk::Backoff::Span span{std::chrono::seconds(8), std::chrono::seconds(8), std::chrono::seconds(8)};
    test::Ui ui(script.maker(), sdk::Backoff(span, [] { return 0.5; }));
    ui.chat().preferences()->setTheme(dark ? models::Preferences::Dark : models::Preferences::Light);
    if (!ui.show(size) || !scene.arrange(ui, script))
        return false;
    QTest::qWait(restMs);
    const QString name = QStringLiteral("%1-%2-%3.png")
                             .arg(scene.name, QString::number(size.width()),
                                  dark ? QStringLiteral("dark") : QStringLiteral("light"));
    return ui.window().grabWindow().save(directory.filePath(name));
}

} // namespace

int main(int argc, char* argv[]) {
    const QGuiApplication application(argc, argv);
    QTranslator translator;
    if (chinwag::models::loadTranslation(translator))
        QCoreApplication::installTranslator(&translator);
    // What most desktops bring; the bare fallback of a virtual screen is not what people see.
    QGuiApplication::setFont(QFont(QStringLiteral("Inter"), 10));
    chinwag::models::preferColourEmoji();
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 2) {
        static_cast<void>(std::fputs("usage: chinwag-client-screenshots DIRECTORY [SCENE ...]\n", stderr));
        return 2;
    }
    const QDir directory(arguments.at(1));
    const QStringList wanted = arguments.mid(2);
    bool good = directory.mkpath(QStringLiteral("."));
    std::vector<test::Scene> scenes = test::scenes();
    for (auto& more : {test::desktopScenes(), test::staffScenes()})
        scenes.insert(scenes.end(), more.begin(), more.end());
    for (const auto& scene : scenes) {
        if (!wanted.isEmpty() && !wanted.contains(scene.name))
            continue;
        for (const QSize size : {QSize(360, 740), QSize(800, 600), QSize(1280, 800)}) {
            for (const bool dark : {false, true})
                good = shoot(scene, size, dark, directory) && good;
        }
    }
    return good ? EXIT_SUCCESS : EXIT_FAILURE;
}
