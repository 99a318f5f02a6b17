// Who is in a room, by name.
#pragma once

#include "models/IgnoreList.h"
#include "sdk/Link.h"

#include <QAbstractListModel>
#include <QList>
#include <QSet>
#include <QString>
#include <QtQmlIntegration>

namespace chinwag::models {

class PeopleModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("A room has one")
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    enum Role {
        NickRole = Qt::UserRole + 1, ///< empty without one
        UserRole,                    ///< by their token; empty for somebody anonymous
        ClientRole,                  ///< one of their connections
        IgnoredRole,
        IdleRole, ///< they have done nothing for a while
    };
    Q_ENUM(Role)

    /// Who is idle: users by their token, everybody anonymous by their connection.
    struct Idle {
        QSet<QString> users{};
        QSet<QString> clients{};

        bool operator==(const Idle&) const = default;
    };

    /// `ignored` outlives it.
    explicit PeopleModel(const IgnoreList& ignored, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    int count() const { return static_cast<int>(people_.size()); }
    const QList<sdk::Person>& people() const { return people_; }
    /// In an order in which those who were there before stand as they did.
    void set(const QList<sdk::Person>& people);
    /// It holds for those who are here and for those who come, until it is said anew.
    void setIdle(Idle idle);
    /// By their token, or without one by the nickname; nobody has a connection when they are not here.
    sdk::Person find(const QString& user, const QString& nick) const;

Q_SIGNALS:
    void countChanged();

private:
    QList<sdk::Person> people_;
    Idle idle_;
    const IgnoreList& ignored_;
};

} // namespace chinwag::models
