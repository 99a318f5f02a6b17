// Watches the frames of one connection for a while.
#pragma once

#include "api/ConnectionInfo.h"
#include "api/RestClient.h"
#include "models/TraceModel.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;

namespace chinwag::admin {

class LiveFeed;
class TableView;

class TraceDialog : public QDialog {
    Q_OBJECT
public:
    /// Both must outlive this. `connection` is traced when the operator says so, and until this is gone.
    TraceDialog(RestClient& client, LiveFeed& feed, const ConnectionInfo& connection,
                QWidget* parent = nullptr);
    ~TraceDialog() override;

    const QString& connection() const { return id_; }
    bool isRunning() const { return state_ == State::Running; }
    TraceModel& model() { return model_; }
    void start();
    void stop();

private:
    enum class State { Idle, Starting, Running };

    QLayout* buildControls();
    QLayout* buildFoot();
    void begin(const QString& connection);
    void took(const QString& connection, const QJsonObject& batch);
    void failed(const QString& connection, const QString& reason);
    void end(const QString& why);
    void update();
    QString allAsText() const;
    void copy();
    void save();

    RestClient& client_;
    LiveFeed& feed_;
    const QString id_;
    State state_ = State::Idle;
    TraceModel model_;
    TableView* view_;
    QComboBox* duration_;
    QCheckBox* withText_;
    QPushButton* run_;
    QPushButton* copy_ = nullptr;
    QPushButton* save_ = nullptr;
    QLabel* status_;
    QString ended_; ///< why the last one has
};

} // namespace chinwag::admin
