#include "support/Metrics.h"

#include <QByteArray>

namespace chinwag::test {

std::optional<double> metric(const ServerProcess& server, std::string_view series) {
    const Answer answer = server.http().get("/metrics", "Connection: close\r\n");
    if (answer.kind != Answer::Kind::Complete || answer.status != 200)
        return std::nullopt;
    const QByteArray prefix = QByteArray(series.data(), static_cast<qsizetype>(series.size())) + ' ';
    const auto lines = QByteArray::fromStdString(answer.body).split('\n');
    for (const QByteArray& line : lines) {
        if (line.startsWith(prefix))
            return line.mid(prefix.size()).toDouble();
    }
    return std::nullopt;
}

} // namespace chinwag::test
