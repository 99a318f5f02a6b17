// A chat without a network, for looking around: some people talk, and what one says comes back.
#pragma once

#include "sdk/Link.h"

#include <QTimer>

#include <deque>

namespace chinwag::demo {

class DemoLink : public sdk::Link {
    Q_OBJECT

public:
    explicit DemoLink(QObject* parent = nullptr);

    void open(const sdk::Destination& destination, const sdk::Resume& resume) override;
    void close() override;
    bool publish(const sdk::Outgoing& message) override;
    void tellTyping() override {} // nobody is there to see it
    void askOlder() override;
    sdk::Resume resume() const override { return {}; }

private:
    void greet();
    void speak();
    void echo();

    QTimer greeting_;
    QTimer talk_;
    QTimer echo_;
    std::deque<sdk::Publication> said_; ///< by us, not come back yet
    QString nick_;
    int next_ = 0;
};

} // namespace chinwag::demo
