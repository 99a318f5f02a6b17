// A chat without a network, for looking around: some people talk, and what one says comes back.
#pragma once

#include "sdk/Link.h"

#include <QTimer>

namespace chinwag::demo {

class DemoLink : public sdk::Link {
    Q_OBJECT

public:
    explicit DemoLink(QObject* parent = nullptr);

    void open(const sdk::Destination& destination) override;
    void close() override;
    bool publish(quint64 id, const QString& text) override;

private:
    void greet();
    void speak();

    QTimer talk_;
    QString nick_;
    int next_ = 0;
    bool closed_ = false;
};

} // namespace chinwag::demo
