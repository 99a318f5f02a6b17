// The whole console, logged in to a server that the test plays and that has a few lists.
#pragma once

#include "support/Console.h"
#include "support/FakeServer.h"
#include "views/TablePage.h"

namespace chinwag::test {

struct ListScene {
    FakeServer server;
    Console console;

    /// Two rooms, two messages, a report of one of them, and no bans.
    bool begin();
    admin::TablePage& open(admin::ConsolePages::Page page);
    static bool has(admin::TablePage& page, int rows);
    /// The server is sent `what`, "path body".
    bool posts(const QString& what);
};

} // namespace chinwag::test
