// What the word that is being written may become: a person after `@`, an emoji after `:`.
#pragma once

#include <QAbstractListModel>
#include <QStringList>
#include <QtQmlIntegration>

namespace chinwag::models {

/// What is to stand in a text instead of what stands there; positions as QString counts them.
struct Replacement {
    Q_GADGET
    Q_PROPERTY(int start MEMBER start)
    Q_PROPERTY(int length MEMBER length)
    Q_PROPERTY(QString text MEMBER text)
    Q_PROPERTY(QString emoji MEMBER emoji)

public:
    int start = 0;
    int length = 0; ///< 0 = nothing is to be replaced
    QString text{};
    QString emoji{}; ///< the one that was chosen, or empty
};

class Completion : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(int count READ count NOTIFY changed)
    Q_PROPERTY(Kind kind READ kind NOTIFY changed)
    Q_PROPERTY(int current READ current WRITE setCurrent NOTIFY currentChanged)
    Q_PROPERTY(QStringList people READ people WRITE setPeople NOTIFY peopleChanged)
    Q_PROPERTY(QString own MEMBER own_ NOTIFY peopleChanged)

public:
    enum Kind { None, Person, Emoji };
    Q_ENUM(Kind)
    enum Role {
        TextRole = Qt::UserRole + 1, ///< the nickname, or the emoji
        NameRole,                    ///< what it is called: the nickname, or `:name:`
    };
    Q_ENUM(Role)

    static constexpr int maxCount = 30;

    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    int count() const { return static_cast<int>(rows_.size()); }
    Kind kind() const { return rows_.isEmpty() ? None : kind_; }
    int current() const { return current_; }
    /// Goes round at the ends.
    void setCurrent(int row);
    const QStringList& people() const { return people_; }
    /// Who may be spoken to. What is offered follows with the next look().
    void setPeople(const QStringList& people);

    /// What a row is called; empty when there is none.
    Q_INVOKABLE QString nameAt(int row) const {
        return row >= 0 && row < count() ? rows_.at(row).name : QString();
    }
    /// What may be made of what stands before the cursor; count is 0 when that is nothing.
    Q_INVOKABLE void look(const QString& text, int cursor);
    /// Nothing more is offered for this word.
    Q_INVOKABLE void dismiss();
    /// What choosing a row comes to.
    Q_INVOKABLE chinwag::models::Replacement choose(int row) const;
    /// For who has written `:name:` out: what it comes to.
    Q_INVOKABLE static chinwag::models::Replacement written(const QString& text, int cursor);

Q_SIGNALS:
    void changed();
    void currentChanged();
    void peopleChanged();

private:
    template <typename Model, typename Element>
    friend void exchangeRows(Model& model, QList<Element>& rows, QList<Element> fresh);

    struct Row {
        QString text;
        QString name;
        bool operator==(const Row&) const = default;
    };

    void offer(Kind kind, int start, int length, QList<Row> rows);
    QList<Row> peopleLike(const QString& query) const;

    QStringList people_;
    QString own_; ///< one's own nickname: nobody speaks to themselves
    QList<Row> rows_;
    Kind kind_ = None;
    int start_ = 0;
    int length_ = 0;
    int current_ = 0;
    int dismissed_ = -1; ///< where the word began that nothing is wanted for
};

} // namespace chinwag::models
