// A rounded surface on the window's ground, and texts that follow the palette.
#pragma once

#include <QFrame>

class QLabel;

namespace chinwag::admin {

class Panel : public QFrame {
    Q_OBJECT
public:
    enum class Look { Surface, Warning, Danger, Accent };

    explicit Panel(Look look, QWidget* parent = nullptr);
    void setLook(Look look);
    /// Of the corners, in pixels.
    void setRadius(double radius) { radius_ = radius; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Look look_;
    double radius_ = 8;
};

/// A heading, `scale` times the size of the application's font.
void makeHeading(QLabel* label, double scale);
/// Second rank: muted, and a little smaller.
void makeMuted(QLabel* label);

} // namespace chinwag::admin
