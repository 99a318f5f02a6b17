// The window comes back where it was and as large as it was.
#pragma once

#include "models/Preferences.h"

#include <QList>
#include <QObject>
#include <QRect>
#include <QVariantMap>

class QWindow;

namespace chinwag::models {

class WindowMemory : public QObject {
    Q_OBJECT
public:
    /// Notes where `window` is when it is closed. Both outlive it.
    WindowMemory(Preferences& preferences, QWindow& window);

    /// What a window is to be made with: nothing the first time.
    static QVariantMap properties(const Preferences& preferences);
    /// `place` as far as one of `screens` has room for it; null where none of them shows enough of it to take
    /// hold of.
    static QRect fitted(const QRect& place, const QList<QRect>& screens);

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    Preferences& preferences_;
    QWindow& window_;
};

} // namespace chinwag::models
