// Who may not write in a room, or not be there, as staff of it sees them.
#pragma once

#include "sdk/Client.h"

#include <QAbstractListModel>
#include <QDateTime>
#include <QList>
#include <QtQmlIntegration>

namespace chinwag::models {

class SanctionsModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("A chat has one")
    Q_PROPERTY(int count READ count NOTIFY changed)
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed)
    Q_PROPERTY(QString fault READ fault NOTIFY changed)

public:
    enum Role {
        IdRole = Qt::UserRole + 1,
        WhomRole, ///< the user, or that it is somebody anonymous
        WhatRole, ///< what they may not do and until when, as a sentence
        ReasonRole,
    };
    Q_ENUM(Role)

    /// `client` outlives it.
    explicit SanctionsModel(sdk::Client& client, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    int count() const { return static_cast<int>(sanctions_.size()); }
    bool isBusy() const { return busy_; }
    /// Why there is no list, or why something was not lifted; empty when nothing went wrong.
    const QString& fault() const { return fault_; }
    /// Lists those of that room.
    Q_INVOKABLE void show(const QString& channel);
    /// Takes it back; it goes from the list when that was done.
    Q_INVOKABLE void lift(const QString& id);

Q_SIGNALS:
    void changed();

private:
    struct Entry {
        QString id;
        QString user{}; ///< empty for somebody anonymous
        bool isBan = false;
        QDateTime until{}; ///< null: until somebody lifts it
        QString reason{};
    };

    void take(const QJsonObject& answer, const QString& refusal);
    void remove(const QString& id);
    QString sentenceOf(const Entry& entry) const;
    void setState(bool busy, const QString& fault);

    sdk::Client& client_;
    QString channel_;
    QList<Entry> sanctions_;
    QString fault_;
    bool busy_ = false;
};

} // namespace chinwag::models
