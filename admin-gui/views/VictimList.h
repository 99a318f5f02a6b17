// Who an action is about to hit: the first of them by name.
#pragma once

#include "api/ConnectionInfo.h"
#include "views/Panel.h"

#include <QVector>

namespace chinwag::admin {

class VictimList : public Panel {
    Q_OBJECT
public:
    static constexpr qsizetype mostNamed = 20;

    explicit VictimList(const QVector<ConnectionInfo>& victims, QWidget* parent = nullptr);
};

} // namespace chinwag::admin
