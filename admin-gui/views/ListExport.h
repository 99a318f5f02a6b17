// Asks where to, and writes a list to a file there, with its progress on the screen.
#pragma once

#include "models/ExportJob.h"

#include <QObject>

class QWidget;

namespace chinwag::admin {

class ListExport : public QObject {
    Q_OBJECT
public:
    /// Deletes itself when it is done. `client` must outlive it.
    ListExport(RestClient& client, ExportJob::Source source, QWidget& window);

    /// Asks for the file, and begins.
    void begin();

Q_SIGNALS:
    void told(const QString& text);
    void failed(const QString& text);

private:
    void write(const QString& path, ExportJob::Form form);

    RestClient& client_;
    ExportJob::Source source_;
    QWidget& window_;
};

} // namespace chinwag::admin
