// A list of the operator API as a table that grows by a page when one scrolls to its end.
#pragma once

#include "api/RestClient.h"
#include "models/SwappingModel.h"
#include "models/TableSpec.h"

#include <QMap>
#include <QTimer>

#include <chrono>
#include <functional>
#include <optional>

namespace chinwag::admin {

/// A refresh asks for what is here again and puts it in place in one step: persistent indexes (the selection,
/// the current row) follow their rows. A list that has grown long is not refreshed by itself.
class PagedModel : public SwappingModel {
    Q_OBJECT
public:
    static constexpr int pageSize = 100;
    static constexpr std::chrono::seconds usualInterval{5}; ///< between two refreshes
    static constexpr int mostRefreshed = 200;               ///< rows, which is what the server gives at once

    PagedModel(RestClient& client, TableSpec spec, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

    const TableSpec& spec() const { return spec_; }
    RestClient& client() { return client_; }
    const QJsonObject& at(int row) const { return rows_[row]; }

    /// Asks now and then from now on, or stops and keeps what there is.
    void setActive(bool active);
    /// Zero: only when refresh() says so.
    void setRefreshInterval(std::chrono::milliseconds interval);
    /// False: what is here stays as it is, whatever refresh() says.
    void setFollowing(bool following);
    bool isFollowing() const { return following_; }
    /// Forgets everything.
    void clear();
    void refresh();
    /// Adds `name` to what is asked for, or with an empty value takes it away, and asks.
    void setParameter(const QString& name, const QString& value);
    QString parameter(const QString& name) const { return parameters_.value(name); }
    const QMap<QString, QString>& parameters() const { return parameters_; }
    /// What is asked for with its order, as parameters.
    QMap<QString, QString> request() const;
    /// Whether anything but the order has been asked for.
    bool isFiltered() const { return !parameters_.isEmpty(); }
    /// A first answer for what is asked for now is on its way.
    bool isLoading() const { return loading_; }
    bool isComplete() const { return next_.isEmpty(); }
    const std::optional<ApiError>& error() const { return error_; }
    /// All of the last answer.
    const QJsonObject& answer() const { return answer_; }
    /// How much a row matters: less than others, such as a ban that is over, or more.
    enum class Tone { Usual, Faint, Warning, Danger };
    void setTone(std::function<Tone(const QJsonObject&)> toneOf) { toneOf_ = std::move(toneOf); }
    enum Role {
        ToneRole = Qt::UserRole, ///< a Tone, as a number
    };

Q_SIGNALS:
    /// isLoading(), error(), or the rows may be different.
    void statusChanged();

private:
    QUrlQuery query(int limit) const;
    void askAnew();
    void ask(int wanted);
    void received(const ApiResult& result, bool more);
    void replace(const QVector<QJsonObject>& rows);
    void append(const QVector<QJsonObject>& rows);

    RestClient& client_;
    const TableSpec spec_;
    std::function<Tone(const QJsonObject&)> toneOf_;
    QMap<QString, QString> parameters_;
    QString sort_;
    QVector<QJsonObject> rows_;
    QJsonObject answer_;
    QString next_;
    bool active_ = false;
    bool following_ = true;
    bool loading_ = false;
    std::optional<ApiError> error_;
    QTimer refresh_;
    RequestHandle pending_;
};

} // namespace chinwag::admin
