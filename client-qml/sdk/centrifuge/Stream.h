// Where a subscriber stands in a channel's stream, and which publications are new to it: each once, in order.
#pragma once

#include "sdk/centrifuge/Types.h"

#include <QJsonObject>

namespace chinwag::centrifuge {

class Stream {
public:
    const StreamPosition& position() const { return position_; }
    void setPosition(const StreamPosition& position) {
        position_ = position;
        recoverable_ = true;
    }
    /// What was missed can be asked for.
    bool isRecoverable() const { return recoverable_; }
    /// It still asks, but for what no server has: that makes it told that something is lost.
    void invalidate();

    /// Takes the answer to a subscribe command up. What is new of its publications, in order; they count as
    /// delivered.
    QList<Publication> begin(const SubscribeResult& result);
    /// False when it was delivered before.
    bool take(const Publication& publication);

    /// The members of a subscribe command that ask for what was missed; none when nothing can be.
    QJsonObject recovery() const;

private:
    StreamPosition position_;
    bool recoverable_ = false;
};

} // namespace chinwag::centrifuge
