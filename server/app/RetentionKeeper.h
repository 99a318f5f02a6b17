// Has the store delete what is not to be kept any longer, again and again.
#pragma once

#include "hub/Store.h"

#include <QtCore/QObject>
#include <QtCore/QTimer>

#include <functional>

namespace chinwag::app {

/// On the control thread. The store must go before it does, as that may answer until it is gone.
class RetentionKeeper : public QObject {
    Q_OBJECT
public:
    /// `currentRule` is asked before each pass; an empty rule: everything stays.
    RetentionKeeper(hub::Store& store, std::function<hub::RetentionRule()> currentRule);

    /// The first pass begins at once, each further one a while after the last has ended.
    void start() { pass(); }

private:
    void pass();
    void report(const hub::StoreResult<std::uint64_t>& result);

    hub::Store& store_;
    const std::function<hub::RetentionRule()> currentRule_;
    QTimer next_;
};

} // namespace chinwag::app
