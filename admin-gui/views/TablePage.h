// A page that shows one list of the operator API: find, choose, act on what is chosen.
#pragma once

#include "models/PagedModel.h"

#include <QKeySequence>
#include <QList>
#include <QTimer>
#include <QWidget>

#include <functional>

class QAction;
class QComboBox;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QMenu;
class QPushButton;
class QSettings;
class QStackedLayout;

namespace chinwag::admin {

class Notice;
class TableView;

class TablePage : public QWidget {
    Q_OBJECT
public:
    struct Words {
        QString title;
        QString symbol;     ///< of the empty list
        QString find;       ///< what the field for a text says; empty: there is none
        QString emptyTitle; ///< when there is nothing at all
        QString emptyText;
        QString findParameter = QStringLiteral("q");
    };
    /// How many rows have to be chosen for an action.
    enum class Needs { Nothing, OneRow, Rows };
    struct ActionSpec {
        QString text;
        QString symbol;
        Needs needs = Needs::Rows;
        QString permission{}; ///< of the operator; empty: everybody may
        QKeySequence shortcut{};
        bool onHeader = true; ///< a button above the table, too
        /// Whether it makes sense for such a row; empty: for every one.
        std::function<bool(const QJsonObject&)> fits{};
    };

    /// `model` must outlive this.
    TablePage(PagedModel& model, Words words, QWidget* parent = nullptr);

    QAction* addAction(const ActionSpec& spec, std::function<void()> act);
    /// A choice above the table that sets `parameter`; the first is taken, an empty value asks for nothing.
    QComboBox* addChoice(const QString& parameter, const QString& name,
                         const QList<std::pair<QString, QString>>& choices);
    /// A button above the table that stays down; `act` is told whether it is. It is, at first, as `on` says.
    QPushButton* addToggle(const QString& text, const QString& symbol, const QString& toolTip, bool on,
                           std::function<void(bool)> act);
    /// Something of its own between heading and actions.
    void addToHeader(QWidget* widget);
    /// What the operator may do: actions of other permissions are not offered.
    void setPermissions(const QStringList& permissions);

    QVector<QJsonObject> selected() const;
    PagedModel& model() { return model_; }
    TableView& view() { return *view_; }
    QLineEdit* findField() const { return find_; }
    void focusFind();
    void restore(const QSettings& settings, const QString& key);
    void save(QSettings& settings, const QString& key) const;

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Act {
        ActionSpec spec;
        QAction* action = nullptr;
        QPushButton* button = nullptr; ///< there need not be one
    };
    void buildHeader();
    QWidget* buildTable();
    void buildColumns();
    void paintIcons();
    void applyText();
    void showContextMenu(const QPoint& position);
    void copyRows();
    void showDetails();
    void updateStatus();
    void updateActions();
    bool isOffered(const Act& act) const;

    PagedModel& model_;
    const Words words_;
    QTimer typing_; ///< runs while the user still types
    QHBoxLayout* header_;
    int actionsFrom_ = 0; ///< where in the header
    QLabel* count_;
    QLineEdit* find_ = nullptr;
    QLabel* trouble_;
    QStackedLayout* stack_ = nullptr;
    TableView* view_;
    Notice* notice_ = nullptr;
    QAction* copy_;
    QAction* details_; ///< all of one row
    QList<Act> acts_;
    QList<std::pair<QPushButton*, QString>> toggles_; ///< with their symbols
    QStringList permissions_;
    bool mayAll_ = true; ///< nobody has said what the operator may do
};

} // namespace chinwag::admin
