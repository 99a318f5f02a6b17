// What was said before and after a message, in the order in which it was said.
#pragma once

#include "api/RestClient.h"
#include "models/TableSpec.h"

#include <QAbstractTableModel>

#include <optional>

namespace chinwag::admin {

class ContextModel : public QAbstractTableModel {
    Q_OBJECT
public:
    static constexpr int pageSize = 25; ///< messages that are asked for at once

    enum Role {
        FaintRole = Qt::UserRole, ///< bool: the message was taken away
        AboutRole,                ///< bool: it is the one that this is about
    };

    /// Of the message that has the number `seq` in the channel `room`.
    ContextModel(RestClient& client, QString room, qint64 seq, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    /// Asks for the message and its neighbours, anew.
    void load();
    void loadEarlier();
    void loadLater();
    bool hasEarlier() const { return hasEarlier_; }
    bool hasLater() const { return hasLater_; }
    bool isLoading() const { return earlierPending_.isActive() || laterPending_.isActive(); }
    const std::optional<ApiError>& error() const { return error_; }

    const QString& room() const { return room_; }
    const QVector<TableColumn>& columns() const { return columns_; }
    const QJsonObject& at(int row) const { return rows_[row]; }
    /// Of the message that this is about; -1 while it is not here.
    int aboutRow() const;

Q_SIGNALS:
    /// hasEarlier(), hasLater(), isLoading() or error() may be different.
    void statusChanged();
    /// The message that this is about has come.
    void loaded();

private:
    void ask(RequestHandle& pending, const QString& parameter, qint64 from, int limit);
    void received(bool isEarlier, const ApiResult& result);
    qint64 seqOf(int row) const;

    RestClient& client_;
    const QString room_;
    const qint64 seq_;
    const QVector<TableColumn> columns_;
    QVector<QJsonObject> rows_; ///< oldest first
    bool hasEarlier_ = false;
    bool hasLater_ = false;
    std::optional<ApiError> error_;
    RequestHandle earlierPending_;
    RequestHandle laterPending_;
};

} // namespace chinwag::admin
