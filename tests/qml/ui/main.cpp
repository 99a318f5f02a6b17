// The parts of the user interface one by one: each file of parts/ is a test in QML.
#include "support/MessageGuard.h"

#include <QQmlEngine>
#include <QtQuickTest>

#include <cstdio>

class Setup : public QObject {
    Q_OBJECT

public Q_SLOTS:
    void qmlEngineAvailable(QQmlEngine* engine) { engine->addImportPath(QStringLiteral("qrc:/qt/qml")); }
};

int main(int argc, char* argv[]) {
    const chinwag::test::MessageGuard guard;
    QTEST_SET_MAIN_SOURCE_PATH
    Setup setup;
    const int failures = quick_test_main_with_setup(argc, argv, "parts", QUICK_TEST_SOURCE_DIR, &setup);
    const QStringList complaints = chinwag::test::MessageGuard::take();
    for (const QString& complaint : complaints)
        static_cast<void>(std::fprintf(stderr, "complaint: %s\n", qPrintable(complaint)));
    return failures + static_cast<int>(complaints.size());
}

#include "main.moc"
