// Where to and as whom: asks, connects, and says in words what was wrong.
#pragma once

#include "api/Endpoint.h"

#include <QDialog>
#include <QTimer>

class QCheckBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace chinwag::admin {

class CertificatePanel;
class Credentials;
class FaultPanel;
class LocalServer;
class SavedServers;
class ServerLink;
struct ApiError;

/// Closes with accept() once the link is online.
class ConnectDialog : public QDialog {
    Q_OBJECT
public:
    /// All of them must outlive this.
    ConnectDialog(ServerLink& link, SavedServers& servers, Credentials& credentials, LocalServer& local,
                  QWidget* parent = nullptr);

    void setAddress(const QString& address);
    void setOperator(const QString& name);
    void setPassword(const QString& password);
    /// Shows why the last session ended, or could not begin.
    void showError(const ApiError& error);

    void reject() override;

private:
    QWidget* buildSaved();
    QWidget* buildForm();
    QLayout* buildButtons();
    void fillSaved();
    void choose(int row);
    void forget();
    void submit();
    void connectTo(const Endpoint& endpoint);
    void startLocal();
    void linkChanged();
    void showCode(bool visible);
    void showMessage(const QString& text);
    void hideMessages();
    /// Makes room for what has just been shown.
    void grow();
    void setBusy(bool busy, const QString& what);
    void countDown();
    void updateButtons();

    ServerLink& link_;
    SavedServers& servers_;
    Credentials& credentials_;
    LocalServer& local_;
    Endpoint attempted_;
    bool keepPin_ = true;  ///< the certificate was accepted for good
    bool waiting_ = false; ///< for the link
    bool waitingForLocal_ = false;
    int secondsToWait_ = 0;
    QString waitReason_;
    QTimer second_;

    QListWidget* saved_ = nullptr;
    QPushButton* forget_ = nullptr;
    QPushButton* startLocal_ = nullptr;
    QWidget* form_ = nullptr;
    QLineEdit* address_ = nullptr;
    QLineEdit* name_ = nullptr;
    QLineEdit* password_ = nullptr;
    QLabel* codeTitle_ = nullptr;
    QLineEdit* code_ = nullptr; ///< shown when the server asks for it
    QCheckBox* remember_ = nullptr;
    FaultPanel* fault_ = nullptr;
    CertificatePanel* certificate_ = nullptr;
    QLabel* progress_ = nullptr;
    QPushButton* connect_ = nullptr;
    QPushButton* cancel_ = nullptr;
};

} // namespace chinwag::admin
