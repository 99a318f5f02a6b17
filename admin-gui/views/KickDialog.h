// Says who is about to be kicked, asks why, does it, and tells what became of it.
#pragma once

#include "api/ConnectionInfo.h"

#include <QDialog>
#include <QVector>

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace chinwag::admin {

class KickJob;
class RestClient;

class KickDialog : public QDialog {
    Q_OBJECT
public:
    static constexpr qsizetype mostReasonBytes = 100; ///< of UTF-8; the server takes no more

    /// `reasons` are offered to choose from.
    KickDialog(RestClient& client, const QVector<ConnectionInfo>& victims, const QStringList& reasons,
               QWidget* parent = nullptr);

    void setReason(const QString& reason);
    void reject() override;

Q_SIGNALS:
    /// This connection is closed.
    void gone(const QString& id);
    /// A sentence about how it went, when the dialog closed by itself.
    void told(const QString& text);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* buildReason(const QStringList& reasons);
    QWidget* buildProgress();
    void buildButtons();
    void reasonChanged();
    void begin();
    void progressed();
    /// Gives back the room that its page does not need.
    void shrink();
    void finish();
    QString resultText() const;

    RestClient& client_;
    QVector<ConnectionInfo> victims_;
    KickJob* job_ = nullptr;
    QLabel* heading_;
    QStackedWidget* pages_;
    QComboBox* reason_ = nullptr;
    QLabel* counter_ = nullptr;
    QProgressBar* progress_ = nullptr;
    QLabel* result_ = nullptr;
    QPushButton* kick_ = nullptr;
    QPushButton* cancel_ = nullptr;
    bool finished_ = false;
};

} // namespace chinwag::admin
