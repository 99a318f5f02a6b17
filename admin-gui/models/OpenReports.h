// How many reports wait for somebody who looks at them.
#pragma once

#include "api/RestClient.h"

#include <QObject>
#include <QTimer>

namespace chinwag::admin {

class OpenReports : public QObject {
    Q_OBJECT
public:
    /// More than this are not counted: it is shown as "99+".
    static constexpr int most = 100;

    /// `client` must outlive this.
    explicit OpenReports(RestClient& client, QObject* parent = nullptr);

    /// Asks now, and now and then from now on; or stops, and there are none.
    void setActive(bool active);
    /// Something may be different, as an event of the live feed tells it, or because of what was done here.
    void takeEvent(const QJsonObject& event);
    void ask();
    int count() const { return count_; }

Q_SIGNALS:
    void changed(int count);

private:
    void setCount(int count);

    RestClient& client_;
    QTimer again_;
    RequestHandle pending_;
    int count_ = 0;
};

} // namespace chinwag::admin
