// The pages of the window that show lists of the operator API, and what can be done on them.
#pragma once

#include "models/PagedModel.h"

#include <QObject>
#include <QStringList>
#include <QVector>

#include <functional>
#include <memory>
#include <vector>

class QLineEdit;
class QSettings;

namespace chinwag::admin {

class ModerationDesk;
class ServerPage;
class TablePage;

class ConsolePages : public QObject {
    Q_OBJECT
public:
    enum class Page {
        Users,
        Rooms,
        Messages,
        Reports,
        Bans,
        Mutes,
        Audit,
        Logs,
        Server,
        Configuration,
        Sessions
    };
    /// Between two looks at the log, when nobody says that there is something new.
    static constexpr std::chrono::seconds logInterval{1};

    struct Entry {
        Page page;
        QString symbol;
        QString title;
        QWidget* widget = nullptr;
        PagedModel* model = nullptr; ///< null: it is no list
    };

    /// `desk` must outlive this; the widgets belong to `parent`.
    ConsolePages(RestClient& client, ModerationDesk& desk, QWidget& parent);
    ~ConsolePages() override;

    const QVector<Entry>& entries() const { return entries_; }
    /// The place of a page among the entries.
    int placeOf(Page page) const;
    /// Null when the page is no list.
    TablePage* table(Page page) const;
    ServerPage& server() { return *server_; }

    /// The page that is on the screen and may ask the server; nothing: none.
    void setActive(std::optional<Page> page);
    void setEnabled(bool enabled);
    void setPermissions(const QStringList& permissions);
    /// Whether the server says by itself when a list has changed; otherwise it is asked now and then.
    void setLive(bool live);
    /// Something has happened, as the live feed tells it: what is shown of that is renewed.
    void takeEvent(const QJsonObject& event);
    void refresh();
    void clear();
    void focusFind(Page page);
    void showMessages(const QString& room);
    /// Asks where to, and writes what a list shows to a file; nothing for a page that is no list.
    void exportList(Page page);
    void restore(const QSettings& settings);
    void save(QSettings& settings) const;

Q_SIGNALS:
    void pageWanted(chinwag::admin::ConsolePages::Page page);
    void told(const QString& text, const std::function<void()>& undo);
    void failed(const QString& text);

private:
    TablePage* add(Page page, const TableSpec& spec, const QString& symbol, const QString& title,
                   const QString& find, const QString& emptyTitle, const QString& emptyText);
    void addUsers();
    void addRooms();
    void addMessages();
    void addReports();
    void addRules(Page which);
    void addAudit();
    void addOperatorField(TablePage& page);
    void addSince(TablePage& page);
    void addLogs();
    void addServer();
    void addConfiguration();
    void addSessions();
    void addAuthorActions(TablePage& page);
    void showContext(const QString& room, qint64 seq);
    void verifyAudit();
    void revoke(const QVector<QJsonObject>& sessions);

    RestClient& client_;
    ModerationDesk& desk_;
    QWidget& parent_;
    std::vector<std::unique_ptr<PagedModel>> models_;
    QVector<Entry> entries_;
    std::optional<Page> active_;
    std::optional<QStringList> permissions_; ///< nothing until somebody has said
    QLineEdit* room_ = nullptr;              ///< of the messages
    ServerPage* server_ = nullptr;
};

} // namespace chinwag::admin
