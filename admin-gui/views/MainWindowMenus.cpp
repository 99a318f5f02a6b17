// The menus of the window, and what they do by themselves.
#include "models/ConnectionsExport.h"
#include "views/AlertsDialog.h"
#include "views/ConnectionsPage.h"
#include "views/ListExport.h"
#include "views/MainWindow.h"
#include "views/NavigationList.h"
#include "views/ReasonsDialog.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QDesktopServices>
#include <QMenuBar>
#include <QMessageBox>
#include <QSettings>

namespace chinwag::admin {

namespace {

constexpr QLatin1String themeKey("appearance");

} // namespace

void MainWindow::buildMenus() {
    buildServerMenu();
    buildViewMenu();
    buildSettingsMenu();
    QMenu* const help = menuBar()->addMenu(tr("&Help"));
    help->addAction(tr("&About Chinwag Admin"), this, &MainWindow::about);
}

void MainWindow::buildServerMenu() {
    QMenu* const server = menuBar()->addMenu(tr("&Server"));
    QAction* const connectAction =
        server->addAction(tr("&Connect to a server…"), this, [this] { askForServer(); });
    connectAction->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_O));
    disconnect_ = server->addAction(tr("&Disconnect"), &link_, &ServerLink::disconnectFromServer);
    disconnect_->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_D));
    logOut_ = server->addAction(tr("&Log out"), &link_, &ServerLink::logOut);
    server->addSeparator();
    openPage_ = server->addAction(tr("Open the chat &page"), this,
                                  [this] { QDesktopServices::openUrl(link_.endpoint().url); });
    server->addSeparator();
    QAction* const quit = server->addAction(tr("&Quit"), this, &QWidget::close);
    quit->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Q));
    disconnect_->setEnabled(false);
    logOut_->setEnabled(false);
    openPage_->setEnabled(false);
}

void MainWindow::buildViewMenu() {
    QMenu* const view = menuBar()->addMenu(tr("&View"));
    QAction* const overview = view->addAction(tr("&Overview"), this, [this] { showPage(Page::Overview); });
    overview->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_1));
    QAction* const connections =
        view->addAction(tr("&Connections"), this, [this] { showPage(Page::Connections); });
    connections->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_2));
    for (const ConsolePages::Entry& entry : consolePages_->entries()) {
        QAction* const show =
            view->addAction(entry.title, this, [this, page = entry.page] { showPage(page); });
        const auto place = consolePages_->placeOf(entry.page) + ownPages + 1;
        if (place < 10)
            show->setShortcut(QKeySequence(static_cast<int>(Qt::CTRL) | (Qt::Key_0 + place)));
    }
    view->addSeparator();
    QAction* const refresh = view->addAction(tr("&Refresh"), this, &MainWindow::refreshPage);
    refresh->setShortcut(QKeySequence(Qt::Key_F5));
    QAction* const find = view->addAction(tr("&Find"), this, &MainWindow::find);
    find->setShortcut(QKeySequence::Find);
    QAction* const save = view->addAction(tr("&Export the list…"), this, &MainWindow::exportList);
    save->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_E));
    // What is a list can be exported.
    connect(view, &QMenu::aboutToShow, save, [this, save] {
        const auto page = consolePage();
        save->setEnabled(navigation_->currentRow() == static_cast<int>(Page::Connections) ||
                         (page && consolePages_->table(*page) != nullptr));
    });
}

void MainWindow::find() {
    if (const auto page = consolePage())
        return consolePages_->focusFind(*page);
    showPage(Page::Connections);
    connectionsPage_->focusFilter();
}

void MainWindow::exportList() {
    if (link_.state() != ServerLink::State::Online)
        return;
    if (const auto page = consolePage())
        return consolePages_->exportList(*page);
    if (navigation_->currentRow() != static_cast<int>(Page::Connections))
        return;
    auto* const job = new ListExport(link_.client(), connectionsExport(connections_.query()), *this);
    connect(job, &ListExport::told, this, [this](const QString& text) { tell(text, {}); });
    connect(job, &ListExport::failed, this, &MainWindow::fail);
    job->begin();
}

void MainWindow::buildSettingsMenu() {
    QMenu* const settings = menuBar()->addMenu(tr("S&ettings"));
    const auto open = [this](QDialog* dialog) {
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    };
    settings->addAction(tr("A&lerts…"), this, [this, open] { open(new AlertsDialog(alerts_, this)); });
    settings->addAction(tr("&Reasons…"), this, [this, open] { open(new ReasonsDialog(reasons_, this)); });
    settings->addSeparator();
    buildAppearanceMenu(*settings);
}

void MainWindow::buildAppearanceMenu(QMenu& settings) {
    QMenu* const appearance = settings.addMenu(tr("&Appearance"));
    auto* const choices = new QActionGroup(this);
    const auto add = [&](const QString& text, Theme::Choice choice) {
        QAction* const action = appearance->addAction(text);
        action->setCheckable(true);
        action->setChecked(theme_.choice() == choice);
        choices->addAction(action);
        connect(action, &QAction::triggered, this, [this, choice] {
            theme_.apply(choice);
            settings_.setValue(themeKey, static_cast<int>(choice));
        });
    };
    add(tr("As the &system"), Theme::Choice::System);
    add(tr("&Light"), Theme::Choice::Light);
    add(tr("&Dark"), Theme::Choice::Dark);
}

void MainWindow::about() {
    auto* const box = new QMessageBox(this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(tr("About Chinwag Admin"));
    box->setIconPixmap(windowIcon().pixmap(64));
    box->setText(tr("<b>Chinwag Admin %1</b>").arg(QCoreApplication::applicationVersion()));
    box->setInformativeText(
        tr("The console for the operators of a Chinwag chat server.\n\nLicensed under the GNU "
           "General Public License, version 3 or later. Uses Qt %1.")
            .arg(QLatin1String(qVersion())));
    box->open();
}

} // namespace chinwag::admin
