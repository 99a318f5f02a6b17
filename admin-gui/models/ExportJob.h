// Writes a list of the operator API to a file, page by page.
#pragma once

#include "api/RestClient.h"
#include "models/TableSpec.h"

#include <QMap>
#include <QObject>
#include <QSaveFile>

namespace chinwag::admin {

/// One JSON object a line. The file is there when all of it is: what was cancelled or failed leaves nothing.
class ExportJob : public QObject {
    Q_OBJECT
public:
    ExportJob(RestClient& client, TableSpec spec, QMap<QString, QString> parameters, const QString& path,
              QObject* parent = nullptr);

    /// finished() follows, never within this call.
    void start();
    void cancel();
    qint64 rows() const { return rows_; }

Q_SIGNALS:
    void progress(qint64 rows);
    /// `fault` is empty when the file is there.
    void finished(const QString& fault);

private:
    void ask(const QString& from);
    void received(const ApiResult& result);
    void end(const QString& fault);

    RestClient& client_;
    const TableSpec spec_;
    const QMap<QString, QString> parameters_;
    QSaveFile file_;
    RequestHandle pending_;
    qint64 rows_ = 0;
};

} // namespace chinwag::admin
