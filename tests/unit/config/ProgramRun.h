// chinwagd run to its end: exit code, and what it printed where.
#pragma once

#include "support/Patience.h"

#include <QByteArray>
#include <QMap>
#include <QProcess>
#include <QString>
#include <QStringList>

namespace chinwag::test {

struct Outcome {
    int exitCode = -1; ///< -1 when it did not exit by itself
    QByteArray output;
    QByteArray errors;
};

inline QString programPath() {
    return qEnvironmentVariable("CHINWAG_TEST_BIN") + QStringLiteral("/chinwagd");
}

/// The tests' own environment without what configures the program, and with `variables`.
inline QProcessEnvironment programEnvironment(const QMap<QString, QString>& variables = {}) {
    auto environment = QProcessEnvironment::systemEnvironment();
    const QStringList names = environment.keys();
    for (const auto& name : names) {
        if (name.startsWith(QLatin1String("CHINWAG_")))
            environment.remove(name);
    }
    environment.remove(QStringLiteral("STATE_DIRECTORY"));
    for (auto it = variables.cbegin(); it != variables.cend(); ++it)
        environment.insert(it.key(), it.value());
    return environment;
}

/// Waits for what runs already.
inline Outcome finish(QProcess& process) {
    const bool ended = process.state() == QProcess::NotRunning ||
                       process.waitForFinished(static_cast<int>(soon().remainingTime()));
    const bool exited = ended && process.exitStatus() == QProcess::NormalExit;
    return {exited ? process.exitCode() : -1, process.readAllStandardOutput(),
            process.readAllStandardError()};
}

/// `input` is all of its standard input.
inline Outcome run(const QStringList& arguments, const QMap<QString, QString>& variables = {},
                   const QByteArray& input = {}) {
    QProcess process;
    process.setProcessEnvironment(programEnvironment(variables));
    process.start(programPath(), arguments);
    process.write(input);
    process.closeWriteChannel();
    return finish(process);
}

} // namespace chinwag::test
