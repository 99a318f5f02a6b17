// What stands where there is nothing to show: a symbol, a sentence, a way on.
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace chinwag::admin {

class Notice : public QWidget {
    Q_OBJECT
public:
    explicit Notice(QWidget* parent = nullptr);

    /// No button when `action` is empty.
    void tell(const QString& symbol, const QString& title, const QString& text, const QString& action);

Q_SIGNALS:
    void actionClicked();

protected:
    void changeEvent(QEvent* event) override;

private:
    void paintSymbol();

    QString symbol_;
    QLabel* picture_;
    QLabel* title_;
    QLabel* text_;
    QPushButton* action_;
};

} // namespace chinwag::admin
