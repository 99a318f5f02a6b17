// Values over time, in pieces: where nothing is known, there is a gap and not a line.
#pragma once

#include <QPointF>
#include <QVector>

namespace chinwag::admin {

class Curve {
public:
    /// x = seconds before now (negative), ascending; y = the value.
    void append(const QPointF& point) {
        if (broken_)
            pieces_.append(QVector<QPointF>());
        broken_ = false;
        pieces_.last().append(point);
    }
    /// What is appended next does not hang together with what is there.
    void breakOff() { broken_ = true; }

    bool isEmpty() const { return pieces_.isEmpty(); }
    /// None of them is empty.
    const QVector<QVector<QPointF>>& pieces() const { return pieces_; }
    /// Of a curve that is not empty.
    const QPointF& last() const { return pieces_.constLast().constLast(); }

private:
    QVector<QVector<QPointF>> pieces_;
    bool broken_ = true;
};

} // namespace chinwag::admin
