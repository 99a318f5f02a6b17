#include "models/ExportJob.h"

#include "models/Csv.h"
#include "models/PagedModel.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <utility>

namespace chinwag::admin {

namespace {

// A field as it is; what is made of several fields, as the table shows it.
QString cellOf(const QJsonObject& row, const TableColumn& column) {
    const QJsonValue value = row.value(column.name);
    switch (value.type()) {
    case QJsonValue::String: return value.toString();
    case QJsonValue::Double: return QString::number(value.toDouble(), 'g', 15);
    case QJsonValue::Bool: return value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    case QJsonValue::Null: return {};
    case QJsonValue::Undefined:
    case QJsonValue::Array:
    case QJsonValue::Object: break;
    }
    return column.text ? column.text(row) : QString();
}

} // namespace

ExportJob::ExportJob(RestClient& client, Source source, const QString& path, Form form, QObject* parent)
    : QObject(parent), client_(client), source_(std::move(source)), form_(form), file_(path) {}

void ExportJob::start() {
    if (!file_.open(QIODevice::WriteOnly) || !write(header())) {
        const QString fault = file_.errorString();
        QMetaObject::invokeMethod(
            this, [this, fault] { end(fault); }, Qt::QueuedConnection);
        return;
    }
    ask({});
}

void ExportJob::ask(const QString& from) {
    QUrlQuery query;
    if (from.isEmpty() || !source_.onceOnly) {
        for (auto it = source_.parameters.cbegin(); it != source_.parameters.cend(); ++it)
            query.addQueryItem(it.key(), encodedParameter(it.value()));
    }
    // What has no pages comes as a whole, and its route knows no limit.
    if (!source_.spec.next.isEmpty())
        query.addQueryItem(QStringLiteral("limit"), QString::number(PagedModel::mostRefreshed));
    if (!from.isEmpty())
        query.addQueryItem(source_.spec.from, encodedParameter(from));
    pending_ =
        client_.get(source_.spec.path, query, this, [this](const ApiResult& result) { received(result); });
}

void ExportJob::received(const ApiResult& result) {
    if (result.error)
        return end(result.error->kind == ApiError::Kind::Cancelled ? tr("Stopped; there is no file.")
                                                                   : result.error->message());
    const QJsonArray items = result.body.value(source_.spec.items).toArray();
    for (const auto& item : items) {
        if (!write(lineOf(item.toObject())))
            return end(file_.errorString());
    }
    rows_ += items.size();
    Q_EMIT progress(rows_);
    const QString next = cursorText(result.body.value(source_.spec.next));
    if (!next.isEmpty())
        return ask(next);
    end(file_.commit() ? QString() : file_.errorString());
}

QByteArray ExportJob::header() const {
    if (form_ == Form::JsonLines)
        return {};
    QStringList names;
    for (const TableColumn& column : source_.spec.columns)
        names << column.name;
    return csvLine(names);
}

QByteArray ExportJob::lineOf(const QJsonObject& row) const {
    if (form_ == Form::JsonLines)
        return QJsonDocument(row).toJson(QJsonDocument::Compact) + '\n';
    QStringList cells;
    for (const TableColumn& column : source_.spec.columns)
        cells << cellOf(row, column);
    return csvLine(cells);
}

bool ExportJob::write(const QByteArray& line) {
    return file_.write(line) == line.size();
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
