// Fetches a new list of connections in the background, as much of it as is needed to replace the old one.
#pragma once

#include "api/ConnectionInfo.h"
#include "api/RestClient.h"
#include "models/ConnectionQuery.h"

#include <QHash>
#include <QObject>
#include <QSet>

#include <map>
#include <optional>

namespace chinwag::admin {

class ListFetch : public QObject {
    Q_OBJECT
public:
    static constexpr qsizetype pageSize = 200;

    struct Wanted {
        qsizetype firstRow = 0; ///< of what is on the screen
        qsizetype lastRow = 0;
        /// Connections whose new place has to be known, with the row that they have now.
        QHash<QString, qsizetype> tracked;
    };

    ListFetch(RestClient& client, ConnectionQuery query, Wanted wanted, QObject* parent = nullptr);
    ~ListFetch() override;

    void start();
    /// After finished(): what is wanted has changed meanwhile. True when more has to be fetched for it, and
    /// finished() comes again.
    bool extend(Wanted wanted);

    const QString& list() const { return list_; }
    qsizetype total() const { return total_; }
    qsizetype open() const { return open_; }
    /// By their row.
    const std::map<qsizetype, ConnectionInfo>& rows() const { return rows_; }

Q_SIGNALS:
    void finished();
    void failed(const chinwag::admin::ApiError& error);

private:
    void received(const ApiResult& result);
    void next();
    std::optional<qsizetype> nextPage() const;
    bool isMissing(qsizetype page) const;
    void request(qsizetype page);

    RestClient& client_;
    ConnectionQuery query_;
    Wanted wanted_;
    RequestHandle pending_;
    QString list_;
    qsizetype total_ = 0;
    qsizetype open_ = 0;
    int requests_ = 0;
    std::map<qsizetype, ConnectionInfo> rows_;
    QSet<qsizetype> pages_; ///< that were received
    QSet<QString> asked_;   ///< connections that were looked for, found or not
};

} // namespace chinwag::admin
