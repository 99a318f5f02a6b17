// Light, dark, or as the desktop has it.
#pragma once

#include <QObject>
#include <QPalette>

namespace chinwag::admin {

class Theme : public QObject {
    Q_OBJECT
public:
    enum class Choice { System, Light, Dark };
    Q_ENUM(Choice)

    /// Takes the application's palette as the desktop's: make it before anything changes that.
    explicit Theme(QObject* parent = nullptr);

    Choice choice() const { return choice_; }
    /// Sets the application's style and palette.
    void apply(Choice choice);

    static QPalette light();
    static QPalette dark();

private:
    Choice choice_ = Choice::System;
    QPalette desktop_;
};

} // namespace chinwag::admin
