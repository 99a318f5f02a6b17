#include "http/ConnectionTarget.h"

#include "http/JsonMessage.h"
#include "http/ModerationAnswers.h"
#include "http/ProblemType.h"

namespace chinwag::http {

using namespace Qt::StringLiterals;

protocol::HttpAnswer noSuchConnection() {
    return protocol::problem(404, "there is no such connection; it may have ended",
                             problem_type::connectionGone);
}

protocol::HttpAnswer connectionAnswer(const protocol::ConnectionInfo& info) {
    return jsonAnswer(
        {{u"id"_s, QString::fromStdString(protocol::toString(info.id))}, {u"nick"_s, textOrNull(info.nick)}});
}

std::string recordedTarget(const protocol::ConnectionInfo& info) {
    const bool hasName = !info.nick.empty() && !info.user.empty();
    std::string out = info.nick + (hasName ? "/" : "") + info.user;
    return out.append(out.empty() ? "" : " ").append("(" + info.address + ")");
}

} // namespace chinwag::http
