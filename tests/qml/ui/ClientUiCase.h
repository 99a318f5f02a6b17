// What tests of the whole user interface share: it is shown on a connection that does what a test says.
#pragma once

#include "support/MessageGuard.h"
#include "support/ScriptedLink.h"
#include "support/Ui.h"
#include "support/Wait.h"

#include <QObject>

#include <functional>
#include <memory>

namespace chinwag::test {

// The visible items below `item` that `wanted` picks.
void collect(QQuickItem* item, const std::function<bool(QQuickItem*)>& wanted, QList<QQuickItem*>& out);

class ClientUiCase : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

protected:
    bool join(QSize size = {960, 720});
    bool say(const QString& text);
    bool isFocused(const QString& name) const;
    QString focusName() const;
    QVariant newest(int role) const;
    void hearMany(int count);
    QString property(const char* item, const char* name) const;

    std::unique_ptr<MessageGuard> guard_;
    std::unique_ptr<LinkScript> script_;
    std::unique_ptr<Ui> ui_;
};

} // namespace chinwag::test
