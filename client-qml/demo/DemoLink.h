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
    bool ask(const sdk::MessageRequest& request) override;
    void tellTyping() override {} // nobody is there to see it
    void askOlder() override;
    sdk::Resume resume() const override { return {}; }

private:
    sdk::Publication told(sdk::Publication publication);
    void greet();
    void speak();
    void echo();

    QTimer greeting_;
    QTimer talk_;
    QTimer echo_;
    std::deque<sdk::Publication> said_;     ///< by us, not come back yet
    std::deque<sdk::MessageRequest> asked_; ///< and not answered yet
    QString nick_;
    int lastMessage_ = 0;
    int next_ = 0;
};

} // namespace chinwag::demo
