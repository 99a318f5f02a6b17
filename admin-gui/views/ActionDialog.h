// Asks once before an action that hurts: what it does, who is hit, why; then does it.
#pragma once

#include "api/RestClient.h"

#include <QDialog>
#include <QJsonObject>
#include <QList>
#include <QTimer>
#include <QVector>

#include <functional>
#include <memory>

class QComboBox;
class QFormLayout;
class QLabel;
class QPushButton;

namespace chinwag::admin {

class ActionRun;

/// One thing to be said about an action. Its name is that of the field in the request.
struct ActionField {
    enum class Kind {
        Text,
        LongText,
        Reason,   ///< what those who are hit are told; the form's are offered
        Choice,   ///< one of `choices`
        Duration, ///< in minutes; left out of the request for "for ever"
        Number,
    };
    Kind kind = Kind::Text;
    QString name;
    QString label;
    QString value{}; ///< at first
    bool isRequired = false;
    QList<std::pair<QString, QString>> choices{}; ///< what it is called, and its value
    QString hint{};
};

struct ActionForm {
    QString title;       ///< of the window
    QString heading;     ///< the question
    QString explanation; ///< what will happen, and whether it can be undone
    QString verb;        ///< of the button
    QString path;        ///< that is posted to, behind /admin/api
    QJsonObject body{};  ///< what is sent whatever is entered
    /// Of more than one target: what the request for each has besides. They are posted one after the other.
    QVector<QJsonObject> each{};
    QList<ActionField> fields{};
    QStringList reasons{};   ///< to choose from
    bool hasPreview = false; ///< the server tells with `dry_run` who would be hit
    bool hurts = true;
    /// Makes what is sent out of what was entered; empty: as it is.
    std::function<QJsonObject(QJsonObject)> shape{};
};

class ActionDialog : public QDialog {
    Q_OBJECT
public:
    ActionDialog(RestClient& client, ActionForm form, QWidget* parent = nullptr);
    ~ActionDialog() override;

    /// Enters `text` into the field called `name`.
    void enter(const QString& name, const QString& text);
    /// What is wrong, or empty.
    QString fault() const;
    QString previewText() const;
    QPushButton* button() const { return act_; }
    void reject() override;

Q_SIGNALS:
    /// The server has done it; what it said to each of the requests, of which there is one at least.
    void acted(const QVector<QJsonObject>& answers);

private:
    struct Entry {
        ActionField field;
        QWidget* widget = nullptr;
    };
    void buildFields(QFormLayout& form);
    QWidget* makeWidget(const ActionField& field);
    void buildButtons();
    QString valueOf(const Entry& entry) const;
    QJsonObject entered() const;
    QVector<QJsonObject> requests() const;
    bool isActing() const { return acting_ != nullptr && isUnderWay_; }
    bool isComplete(bool withReason = true) const;
    void changed();
    void preview();
    void showPreview();
    void begin();
    void goOn();
    void stopped(const ApiError& error);
    void showFault(const QString& text);
    void say(QLabel* label, const QString& text);

    RestClient& client_;
    const ActionForm form_;
    QList<Entry> entries_;
    QLabel* preview_;
    QLabel* fault_;
    QPushButton* act_ = nullptr;
    QPushButton* cancel_ = nullptr;
    QTimer typing_;
    std::unique_ptr<ActionRun> previewing_;
    std::unique_ptr<ActionRun> acting_;
    bool isUnderWay_ = false;
};

/// The lengths of time that a rule is usually made for, in minutes; the last one is for ever.
QList<std::pair<QString, QString>> usualDurations();

} // namespace chinwag::admin
