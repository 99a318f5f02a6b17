#include "store/ExportFile.h"

#include <QtCore/QFile>
#include <QtCore/QSaveFile>

#include <cstdio>
#include <string_view>
#include <utility>

namespace chinwag::store {

namespace {

void putString(std::string& out, std::string_view text) {
    out += '"';
    for (const char c : text) {
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (static_cast<unsigned char>(c) < 0x20) {
            constexpr std::string_view digits = "0123456789abcdef";
            out += "\\u00";
            out += digits[static_cast<unsigned char>(c) >> 4U];
            out += digits[static_cast<unsigned char>(c) & 0xFU];
        } else {
            out += c;
        }
    }
    out += '"';
}

void putText(std::string& out, std::string_view name, std::string_view text) {
    if (text.empty())
        return;
    putString(out += ',', name);
    putString(out += ':', text);
}

// A line end in JSON can only be space between its parts, and would end our line.
void putJson(std::string& out, std::string_view name, std::string_view json) {
    if (json.empty())
        return;
    putString(out += ',', name);
    out += ':';
    for (const char c : json)
        out += c == '\n' || c == '\r' ? ' ' : c;
}

} // namespace

ExportFile::ExportFile(const std::string& path)
    : ExportFile(std::make_unique<QSaveFile>(QString::fromStdString(path))) {}

ExportFile::ExportFile(std::unique_ptr<QFileDevice> file) : file_(std::move(file)) {}

ExportFile ExportFile::standardOutput() {
    return ExportFile(std::make_unique<QFile>());
}

hub::StoreError ExportFile::failed() const {
    const QString name =
        file_->fileName().isEmpty() ? QStringLiteral("to standard output") : file_->fileName();
    return {hub::StoreError::Kind::Failed,
            QStringLiteral("cannot write %1: %2").arg(name, file_->errorString()).toStdString()};
}

std::optional<hub::StoreError> ExportFile::open() {
    if (auto* const output = qobject_cast<QFile*>(file_.get())) {
        if (!output->open(stdout, QIODevice::WriteOnly))
            return failed();
        return std::nullopt;
    }
    if (QFile::exists(file_->fileName()))
        return hub::StoreError{hub::StoreError::Kind::Failed,
                               file_->fileName().toStdString() + " is there already"};
    if (!file_->open(QIODevice::WriteOnly) || !file_->setPermissions(QFile::ReadOwner | QFile::WriteOwner))
        return failed();
    return std::nullopt;
}

std::optional<hub::StoreError> ExportFile::write(const hub::StoredMessage& message) {
    const std::string text = line(message);
    if (file_->write(text.data(), static_cast<qint64>(text.size())) != static_cast<qint64>(text.size()))
        return failed();
    return std::nullopt;
}

std::optional<hub::StoreError> ExportFile::finish() {
    auto* const saved = qobject_cast<QSaveFile*>(file_.get());
    if (saved != nullptr ? !saved->commit() : !file_->flush())
        return failed();
    return std::nullopt;
}

std::string ExportFile::line(const hub::StoredMessage& message) {
    const hub::StoredPublication& p = message.publication;
    std::string out = "{\"seq\":" + std::to_string(message.seq);
    putText(out, "channel", p.channel);
    putText(out, "epoch", p.epoch);
    out += ",\"offset\":" + std::to_string(p.offset) + ",\"time\":" + std::to_string(p.time);
    putText(out, "id", p.id);
    putText(out, "client_id", p.clientId);
    putText(out, "user", p.user);
    putJson(out, "data", p.data);
    putJson(out, "info", p.info);
    putJson(out, "tags", p.tags);
    if (message.state == hub::StoredMessage::State::Edited)
        out += ",\"edited\":true";
    if (message.state == hub::StoredMessage::State::Redacted)
        out += ",\"redacted\":true";
    return out + "}\n";
}

} // namespace chinwag::store
