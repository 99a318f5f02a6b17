// Says what has just been done, and offers to undo it while that is on the screen.
#pragma once

#include <QTimer>
#include <QWidget>

#include <functional>

class QLabel;
class QPushButton;

namespace chinwag::admin {

class UndoBar : public QWidget {
    Q_OBJECT
public:
    explicit UndoBar(QWidget* parent = nullptr);

    /// Shows `text`; an empty `undo` offers nothing. What was offered before is not any more.
    void offer(const QString& text, std::function<void()> undo = {});
    QString text() const;
    QPushButton* button() const { return undo_; }

private:
    void takeBack();

    QLabel* text_;
    QPushButton* undo_;
    QPushButton* close_;
    QTimer away_;
    std::function<void()> act_;
};

} // namespace chinwag::admin
