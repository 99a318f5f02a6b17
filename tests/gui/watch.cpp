// The console, logged in, with the connections on the screen, for measuring what that costs a server:
//   chinwag-admin-watch URL NAME PASSWORD
// Says "watching" when it does, and goes on until it is ended.
#include "models/ConnectionsModel.h"
#include "support/Console.h"
#include "support/Wait.h"

#include <QApplication>

using namespace chinwag;

int main(int argc, char* argv[]) {
    const QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() != 4) {
        qCritical("usage: chinwag-admin-watch URL NAME PASSWORD");
        return 2;
    }
    test::Console console;
    console.window.resize(1280, 720);
    console.window.show();
    console.logIn(arguments.at(1), arguments.at(2), arguments.at(3));
    console.window.showPage(admin::MainWindow::Page::Connections);
    const bool watching = console.isIn(admin::ServerLink::State::Online) &&
                          test::eventually([&] { return !console.window.connections().isLoading(); });
    if (!watching || std::puts("watching") < 0 || std::fflush(stdout) != 0)
        return 1;
    return QApplication::exec();
}
