#include "views/ListExport.h"

#include <QFileDialog>
#include <QProgressDialog>

#include <utility>

namespace chinwag::admin {

ListExport::ListExport(RestClient& client, ExportJob::Source source, QWidget& window)
    : QObject(&window), client_(client), source_(std::move(source)), window_(window) {}

void ListExport::begin() {
    const QString csv = tr("Comma-separated values, for spreadsheets (*.csv)");
    const QString jsonLines = tr("JSON Lines, with all there is (*.jsonl)");
    auto* const dialog = new QFileDialog(&window_, tr("Export"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({csv, jsonLines});
    dialog->selectFile(source_.spec.path.mid(1)); // "messages", without the slash
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog, csv](const QString& filter) {
        dialog->setDefaultSuffix(filter == csv ? QStringLiteral("csv") : QStringLiteral("jsonl"));
    });
    connect(dialog, &QDialog::rejected, this, &QObject::deleteLater);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        write(path, path.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive) ? ExportJob::Form::Csv
                                                                              : ExportJob::Form::JsonLines);
    });
    dialog->open();
}

void ListExport::write(const QString& path, ExportJob::Form form) {
    auto* const job = new ExportJob(client_, source_, path, form, this);
    auto* const shown = new QProgressDialog(tr("Writing the list…"), tr("Stop"), 0, 0, &window_);
    shown->setWindowTitle(tr("Export"));
    shown->setAttribute(Qt::WA_DeleteOnClose);
    connect(shown, &QProgressDialog::canceled, job, &ExportJob::cancel);
    connect(job, &ExportJob::progress, shown, [shown](qint64 rows) {
        shown->setLabelText(tr("%n rows are written.", nullptr, static_cast<int>(rows)));
    });
    connect(job, &ExportJob::finished, this, [this, job, shown, path](const QString& fault) {
        shown->disconnect(job);
        shown->close();
        if (fault.isEmpty())
            Q_EMIT told(tr("%n rows were written to %1.", nullptr, static_cast<int>(job->rows())).arg(path));
        else
            Q_EMIT failed(tr("The list was not exported: %1").arg(fault));
        deleteLater();
    });
    job->start();
}

} // namespace chinwag::admin
