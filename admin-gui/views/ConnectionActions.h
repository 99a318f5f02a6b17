// What can be done about the connections that are chosen: as buttons, as a menu and by keys.
#pragma once

#include "api/ConnectionInfo.h"
#include "views/ModerationDesk.h"

#include <QHash>
#include <QKeySequence>
#include <QObject>
#include <QVector>

#include <functional>
#include <memory>

class QAction;
class QHBoxLayout;
class QMenu;
class QPushButton;
class QWidget;

namespace chinwag::admin {

class ConnectionsModel;
class ConnectionsView;
class RowsFetch;

class ConnectionActions : public QObject {
    Q_OBJECT
public:
    /// Both must outlive this; the view gets the actions and their keys.
    ConnectionActions(ConnectionsModel& model, ConnectionsView& view, QObject* parent = nullptr);
    ~ConnectionActions() override;

    /// Puts a button for each into `row`, for `owner`.
    void addButtons(QHBoxLayout& row, QWidget& owner);
    /// All of them, and what goes only for the row that was clicked.
    void fillMenu(QMenu& menu, const ConnectionInfo* clicked);
    /// What the operator may do: the rest is not offered.
    void setPermissions(const QStringList& permissions);
    /// The icons, in the colours of the palette.
    void paintIcons(const QWidget& owner);
    /// The selection or the list is different.
    void update();

    QAction* kickAction() const { return kick_; }
    QAction* kickAllAction() const { return kickAll_; }

Q_SIGNALS:
    void kickRequested(const QVector<chinwag::admin::ConnectionInfo>& victims);
    void kickAllRequested(const QJsonObject& filters);
    void messageRequested(const chinwag::admin::ConnectionInfo& to);
    void banRequested(const QVector<chinwag::admin::RuleTarget>& targets);
    void muteRequested(const QVector<chinwag::admin::RuleTarget>& targets);
    void traceRequested(const chinwag::admin::ConnectionInfo& info);
    /// Who is chosen could not be read.
    void failed(const QString& text);

private:
    using Chosen = std::function<void(const QVector<ConnectionInfo>&)>;
    struct Button {
        QAction* action;
        QPushButton* widget;
    };
    QAction* make(const QString& text, const QString& symbol, const QString& toolTip,
                  const QList<QKeySequence>& keys, std::function<void()> act);
    /// Gives `act` the chosen ones that are still there, after those that are not here were read.
    void withChosen(Chosen act);
    void copyRows();
    void copyAddresses();
    QVector<ConnectionInfo> chosenHere() const;
    const ConnectionInfo* theOne() const; ///< the only one that is chosen, and still there; or null

    ConnectionsModel& model_;
    ConnectionsView& view_;
    std::unique_ptr<RowsFetch> naming_;
    QAction* kick_;
    QAction* kickAll_;
    QAction* ban_;
    QAction* mute_;
    QAction* message_;
    QAction* trace_;
    QAction* copy_;
    QAction* copyAddress_;
    QList<Button> buttons_;
    QHash<QAction*, QString> symbols_;
    bool mayKick_ = true; ///< until somebody says otherwise
    bool mayModerate_ = true;
    bool mayMessage_ = true;
};

} // namespace chinwag::admin
