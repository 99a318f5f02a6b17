// The connections of a server as a table of which only what is looked at is here.
#pragma once

#include "api/ConnectionInfo.h"
#include "api/RestClient.h"
#include "models/ConnectionQuery.h"
#include "models/ListFetch.h"
#include "models/SwappingModel.h"

#include <QTimer>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace chinwag::admin {

/// Shows one list of the server, in the order that it had when it was made. Pages are fetched around what is
/// shown; a newer list is fetched in the background and takes the place of the old one in one step, with the
/// persistent indexes (selection, current row) following their connections.
class ConnectionsModel : public SwappingModel {
    Q_OBJECT
public:
    enum Role {
        GoneRole = Qt::UserRole, ///< bool: the connection has ended
        LoadedRole,              ///< bool: the row's page is here
    };

    explicit ConnectionsModel(RestClient& client, QObject* parent = nullptr);
    ~ConnectionsModel() override;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

    /// Fetches and refreshes from now on, or stops and keeps what there is.
    void setActive(bool active);
    /// Forgets everything.
    void clear();
    void setQuery(const ConnectionQuery& query);
    const ConnectionQuery& query() const { return query_; }
    /// What is on the screen; its pages are fetched.
    void setVisibleRows(int first, int last);
    void refresh();
    /// Who says which rows the user has chosen: their connections are looked for in every new list.
    void setChosenRows(std::function<std::vector<int>()> rows) { chosenRows_ = std::move(rows); }
    void setRefreshInterval(std::chrono::milliseconds interval) { refresh_.setInterval(interval); }

    /// Null when the row's page is not here.
    const ConnectionInfo* at(int row) const;
    qsizetype open() const { return open_; }
    /// A first list for the current query is on its way.
    bool isLoading() const { return loading_; }
    /// Why the last refresh failed.
    const std::optional<ApiError>& error() const { return error_; }
    /// What the server calls the list that is shown.
    const QString& list() const { return list_; }
    RestClient& client() { return client_; }
    /// Greys a row before the next refresh knows of it.
    void markGone(const QString& id);

Q_SIGNALS:
    /// isLoading(), error(), open() or the number of rows may be different.
    void statusChanged();

private:
    /// Null when it is not here: of very many rows most never are, and shall cost next to nothing.
    using Row = std::unique_ptr<ConnectionInfo>;

    ListFetch::Wanted wanted() const;
    void finishFetch();
    void failFetch(const ApiError& error);
    void swap(const ListFetch& fetched);
    void fetchVisible();
    void requestPage(qsizetype page);
    void pageReceived(qsizetype page, const ApiResult& result);

    RestClient& client_;
    std::function<std::vector<int>()> chosenRows_;
    ConnectionQuery query_;
    ConnectionQuery listQuery_; ///< of the list that is shown
    QString list_;
    qsizetype open_ = 0;
    std::vector<Row> rows_;
    int firstVisible_ = 0;
    int lastVisible_ = 0;
    bool active_ = false;
    bool loading_ = false;
    std::optional<ApiError> error_;
    QTimer refresh_;
    std::unique_ptr<ListFetch> fetch_;
    RequestHandle pagePending_;
};

} // namespace chinwag::admin
