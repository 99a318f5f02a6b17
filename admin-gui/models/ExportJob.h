// Writes a list of the operator API to a file, page by page.
#pragma once

#include "api/RestClient.h"
#include "models/TableSpec.h"

#include <QMap>
#include <QObject>
#include <QSaveFile>

namespace chinwag::admin {

/// The file is there when all of it is: what was cancelled or failed leaves nothing.
class ExportJob : public QObject {
    Q_OBJECT
public:
    enum class Form {
        JsonLines, ///< an object a line, as the server tells them
        Csv, ///< a line of names, then a line for each: the columns of the table, times and numbers as they
             ///< are
    };
    struct Source {
        TableSpec spec;
        QMap<QString, QString> parameters{}; ///< of the first request
        bool onceOnly = false; ///< the cursor says all by itself; the parameters are not repeated
    };

    ExportJob(RestClient& client, Source source, const QString& path, Form form, QObject* parent = nullptr);

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
    bool write(const QByteArray& line);
    QByteArray header() const;
    QByteArray lineOf(const QJsonObject& row) const;

    RestClient& client_;
    const Source source_;
    const Form form_;
    QSaveFile file_;
    RequestHandle pending_;
    qint64 rows_ = 0;
};

} // namespace chinwag::admin
