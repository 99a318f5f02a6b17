// A real server with an operator, and a console to look after it.
#pragma once

#include "support/Console.h"
#include "support/OperatorApi.h"
#include "support/ServerProcess.h"

#include <QTemporaryDir>

namespace chinwag::test {

struct OperatedServer {
    static constexpr QLatin1String operatorName{"olga"};
    static constexpr QLatin1String password{"correct horse battery"};

    QTemporaryDir data;
    ServerProcess server;
    Console console;

    /// Makes the operator and starts the server.
    bool start();
    /// Shows the window and logs in; the dialog is gone then, and the live feed there.
    bool logIn();
};

} // namespace chinwag::test
