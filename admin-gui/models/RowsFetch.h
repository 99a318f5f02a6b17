// Reads certain rows of a list that the server keeps, such as a selection that reaches past what was shown.
#pragma once

#include "api/ConnectionInfo.h"
#include "api/RestClient.h"

#include <QObject>
#include <QVector>

#include <vector>

namespace chinwag::admin {

class RowsFetch : public QObject {
    Q_OBJECT
public:
    /// `rows` ascend.
    RowsFetch(RestClient& client, QString list, std::vector<int> rows, QObject* parent = nullptr);
    ~RowsFetch() override;

    void start();

Q_SIGNALS:
    /// Those of the rows whose connections are still there.
    void finished(const QVector<chinwag::admin::ConnectionInfo>& connections);
    void failed(const chinwag::admin::ApiError& error);

private:
    void received(const ApiResult& result);

    RestClient& client_;
    QString list_;
    std::vector<int> rows_;
    std::size_t next_ = 0; ///< of rows_, the first that was not read yet
    QVector<ConnectionInfo> found_;
    RequestHandle pending_;
};

} // namespace chinwag::admin
