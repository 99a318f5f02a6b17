// The whole console in a test, with settings of its own.
#pragma once

#include "api/Credentials.h"
#include "views/ConnectDialog.h"
#include "views/ConnectionsPage.h"
#include "views/ConnectionsView.h"
#include "views/KickDialog.h"
#include "views/MainWindow.h"
#include "views/Theme.h"

#include <QSettings>
#include <QTemporaryDir>

namespace chinwag::test {

struct Console {
    QTemporaryDir home;
    QSettings settings{home.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat};
    admin::Theme theme;
    admin::MainWindow window{settings, theme, std::make_unique<admin::NoCredentials>()};

    /// Types into the dialog's fields and presses Enter.
    void logIn(const QString& address, const QString& name, const QString& password);
    bool isIn(admin::ServerLink::State state);
    admin::ConnectionsView& view() { return window.connectionsPage().view(); }
    /// The text of the dialog's message; empty while it shows none.
    QString connectMessage() const;
    /// Gives the table the keyboard; needed for shortcuts.
    bool focusTable();
    /// The action of `page` that is called `text`; null when there is none.
    static QAction* action(const QWidget& page, const QString& text);
    /// The row of a nickname, or -1.
    int rowOf(const QString& nick);
};

} // namespace chinwag::test
