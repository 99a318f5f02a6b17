// The operator API of a server under test, as a program would use it.
#pragma once

#include "support/ServerProcess.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <string>
#include <string_view>

namespace chinwag::test {

/// Runs `chinwagd admin ACTION NAME MORE...` on `dataDirectory` with `input` on its standard input; its exit
/// code.
int runAdmin(const QString& dataDirectory, const QString& action, const QString& name,
             const QByteArray& input = {}, const QStringList& more = {});

/// An answer with its body read.
struct JsonAnswer {
    Answer answer;
    QJsonObject body;
};

class OperatorApi {
public:
    /// Of the listener `index` of `server`, which must outlive this.
    explicit OperatorApi(const ServerProcess& server, qsizetype index = 0) : server_(server), index_(index) {}

    /// Logs in and keeps the token when it is given one.
    JsonAnswer logIn(const std::string& name, const std::string& password);
    JsonAnswer get(std::string_view path) const;
    /// With an Idempotency-Key, unless that is empty.
    JsonAnswer post(std::string_view path, const QJsonObject& body, const std::string& key = {}) const;
    JsonAnswer remove(std::string_view path) const; ///< DELETE

    const std::string& token() const { return token_; }

private:
    JsonAnswer ask(std::string_view method, std::string_view path, std::string_view body,
                   const std::string& key = {}) const;

    const ServerProcess& server_;
    qsizetype index_;
    std::string token_;
};

} // namespace chinwag::test
