// The node that one is connected to: what it is, who may come in, and the two things that one does to it.
#pragma once

#include "api/RestClient.h"

#include <QJsonObject>
#include <QTimer>
#include <QWidget>

class QGridLayout;
class QLabel;
class QPushButton;

namespace chinwag::admin {

class ModerationDesk;
class Panel;

class ServerPage : public QWidget {
    Q_OBJECT
public:
    ServerPage(RestClient& client, ModerationDesk& desk, QWidget* parent = nullptr);

    /// Asks now and then from now on, or stops.
    void setActive(bool active);
    void setPermissions(const QStringList& permissions);
    void refresh();
    void clear();
    QPushButton* lockdownButton() const { return lockdown_; }
    QPushButton* reloadButton() const { return reload_; }

Q_SIGNALS:
    void told(const QString& text);
    void failed(const QString& text);

private:
    QWidget* buildFacts();
    Panel* makePanel(const QString& title, QLabel*& text, const QString& action, QPushButton*& button);
    void showNode(const QJsonObject& node);
    void showLockdown(const QJsonObject& lockdown);
    void reload();
    void drain();

    RestClient& client_;
    ModerationDesk& desk_;
    QTimer refresh_;
    RequestHandle pendingNode_;
    RequestHandle pendingLockdown_;
    QJsonObject lockdownNow_;
    QString nodeName_;
    QGridLayout* facts_ = nullptr;
    QLabel* trouble_;
    Panel* lockdownPanel_ = nullptr; ///< stands out while there is one
    QLabel* lockdownText_ = nullptr;
    QLabel* reloadText_ = nullptr;
    QLabel* drainText_ = nullptr;
    QPushButton* lockdown_ = nullptr;
    QPushButton* reload_ = nullptr;
    QPushButton* drain_ = nullptr;
    bool active_ = false;
};

} // namespace chinwag::admin
