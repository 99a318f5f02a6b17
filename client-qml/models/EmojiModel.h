// What the emoji picker shows: a group of them, those that were used last, or what is searched for.
#pragma once

#include <QAbstractListModel>
#include <QStringList>
#include <QtQmlIntegration>

namespace chinwag::models {

class EmojiModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(int count READ count NOTIFY countChanged)
    Q_PROPERTY(QString query READ query WRITE setQuery NOTIFY queryChanged)
    Q_PROPERTY(int group READ group WRITE setGroup NOTIFY groupChanged)
    Q_PROPERTY(QStringList recent READ recent WRITE setRecent NOTIFY recentChanged)
    Q_PROPERTY(QStringList tabs READ tabs CONSTANT)

public:
    enum Role {
        EmojiRole = Qt::UserRole + 1,
        NameRole, ///< what it is called, with spaces
    };
    Q_ENUM(Role)

    /// Instead of a group's number.
    enum Special { RecentGroup = -1 };
    Q_ENUM(Special)

    explicit EmojiModel(QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    int count() const { return static_cast<int>(shown_.size()); }
    const QString& query() const { return query_; }
    /// While it is not empty, all groups are searched.
    void setQuery(const QString& query);
    int group() const { return group_; }
    /// A place in groups(), or RecentGroup.
    void setGroup(int group);
    const QStringList& recent() const { return recent_; }
    /// Newest first.
    void setRecent(const QStringList& recent);
    /// The groups' names, for people.
    static QStringList groups();
    /// The same behind that of those that were used last.
    static QStringList tabs() { return QStringList{tr("Used last")} + groups(); }
    /// The emoji of a row; empty when there is none.
    Q_INVOKABLE QString emojiAt(int row) const;
    Q_INVOKABLE QString nameAt(int row) const;

Q_SIGNALS:
    void countChanged();
    void queryChanged();
    void groupChanged();
    void recentChanged();

private:
    template <typename Model, typename Element>
    friend void exchangeRows(Model& model, QList<Element>& rows, QList<Element> fresh);

    void refresh();

    QString query_;
    int group_ = 0;
    QStringList recent_;
    QList<int> shown_; ///< places in the table
};

} // namespace chinwag::models
