#include "models/ExportJob.h"

#include "models/PagedModel.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <utility>

namespace chinwag::admin {

ExportJob::ExportJob(RestClient& client, TableSpec spec, QMap<QString, QString> parameters,
                     const QString& path, QObject* parent)
    : QObject(parent),
      client_(client),
      spec_(std::move(spec)),
      parameters_(std::move(parameters)),
      file_(path) {}

void ExportJob::start() {
    if (!file_.open(QIODevice::WriteOnly)) {
        const QString fault = file_.errorString();
        QMetaObject::invokeMethod(
            this, [this, fault] { Q_EMIT finished(fault); }, Qt::QueuedConnection);
        return;
    }
    ask({});
}

void ExportJob::ask(const QString& from) {
    QUrlQuery query;
    for (auto it = parameters_.cbegin(); it != parameters_.cend(); ++it)
        query.addQueryItem(it.key(), encodedParameter(it.value()));
    query.addQueryItem(QStringLiteral("limit"), QString::number(PagedModel::mostRefreshed));
    if (!from.isEmpty())
        query.addQueryItem(spec_.from, encodedParameter(from));
    pending_ = client_.get(spec_.path, query, this, [this](const ApiResult& result) { received(result); });
}

void ExportJob::received(const ApiResult& result) {
    if (result.error)
        return end(result.error->kind == ApiError::Kind::Cancelled ? tr("Stopped; there is no file.")
                                                                   : result.error->message());
    const QJsonArray items = result.body.value(spec_.items).toArray();
    for (const auto& item : items) {
        const QByteArray line = QJsonDocument(item.toObject()).toJson(QJsonDocument::Compact) + '\n';
        if (file_.write(line) != line.size())
            return end(file_.errorString());
    }
    rows_ += items.size();
    Q_EMIT progress(rows_);
    const QString next = cursorText(result.body.value(spec_.next));
    if (!next.isEmpty())
        return ask(next);
    end(file_.commit() ? QString() : file_.errorString());
}

void ExportJob::cancel() {
    pending_.cancel();
}

void ExportJob::end(const QString& fault) {
    if (!fault.isEmpty())
        file_.cancelWriting();
    Q_EMIT finished(fault);
}

} // namespace chinwag::admin
