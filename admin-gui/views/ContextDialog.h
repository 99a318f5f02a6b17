// A message among those that were said around it.
#pragma once

#include "models/ContextModel.h"

#include <QDialog>

class QLabel;
class QPushButton;

namespace chinwag::admin {

class TableView;

class ContextDialog : public QDialog {
    Q_OBJECT
public:
    /// Of the message that has the number `seq` in the channel `room`. `mayModerate`: messages can be taken
    /// away.
    ContextDialog(RestClient& client, const QString& room, qint64 seq, bool mayModerate,
                  QWidget* parent = nullptr);

    ContextModel& model() { return model_; }
    TableView& view() { return *view_; }

Q_SIGNALS:
    /// Rows of the list of messages.
    void redactRequested(const QVector<QJsonObject>& messages);

private:
    void buildTable();
    void update();
    void showAbout();
    QVector<QJsonObject> selected() const;

    ContextModel model_;
    TableView* view_;
    QLabel* trouble_;
    QPushButton* earlier_;
    QPushButton* later_;
    QPushButton* redact_ = nullptr;
};

} // namespace chinwag::admin
