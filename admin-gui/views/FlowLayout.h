// Lays widgets out as words are: in lines that break where the width ends.
#pragma once

#include <QLayout>
#include <QVector>

namespace chinwag::admin {

class FlowLayout : public QLayout {
    Q_OBJECT
public:
    explicit FlowLayout(QWidget* parent);
    ~FlowLayout() override;

    void addItem(QLayoutItem* item) override;
    int count() const override;
    QLayoutItem* itemAt(int index) const override;
    QLayoutItem* takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override { return minimumSize(); }
    QSize minimumSize() const override;
    void setGeometry(const QRect& rect) override;

private:
    /// The height that is needed; places the items when `apply`.
    int arrange(const QRect& rect, bool apply) const;

    QVector<QLayoutItem*> items_; ///< owned, as every QLayout owns its items
};

} // namespace chinwag::admin
