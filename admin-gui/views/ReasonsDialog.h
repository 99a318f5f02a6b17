// Where an operator writes down the reasons that are offered for kicks, bans and the like.
#pragma once

#include <QDialog>

namespace chinwag::admin {

class ReasonTemplates;

class ReasonsDialog : public QDialog {
    Q_OBJECT
public:
    /// `reasons` must outlive this.
    explicit ReasonsDialog(ReasonTemplates& reasons, QWidget* parent = nullptr);
};

} // namespace chinwag::admin
