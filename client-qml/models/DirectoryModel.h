// The rooms of a server that anybody may enter, those with the most people first, as far as it tells.
#pragma once

#include "sdk/Client.h"

#include <QAbstractListModel>
#include <QList>
#include <QTimer>
#include <QtQmlIntegration>

namespace chinwag::models {

class DirectoryModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("A chat has one")
    Q_PROPERTY(int count READ count NOTIFY changed)
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed)

public:
    enum Role {
        NameRole = Qt::UserRole + 1,
        PeopleRole, ///< how many are there
    };
    Q_ENUM(Role)

    /// `client` outlives it.
    explicit DirectoryModel(sdk::Client& client, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
    bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

    int count() const { return static_cast<int>(rooms_.size()); }
    bool isBusy() const { return busy_; }
    /// Lists those in whose name is `text`; what is typed quickly is asked for once. Nothing is listed where
    /// the server has no list.
    Q_INVOKABLE void search(const QString& text);

Q_SIGNALS:
    void changed();

private:
    struct Entry {
        QString name;
        int people = 0;
    };

    void ask();
    void take(const QJsonObject& page, bool isFirst);
    void setBusy(bool busy);

    sdk::Client& client_;
    QTimer askSoon_;
    QList<Entry> rooms_;
    QString text_;
    QString next_;
    quint64 question_ = 0; ///< which one is asked: an answer to another one comes too late
    bool busy_ = false;
};

} // namespace chinwag::models
