#include "http/ModerationReportRoutes.h"

#include "http/JsonMessage.h"
#include "http/ModerationAnswers.h"
#include "http/ProblemType.h"
#include "http/RequestFields.h"

#include <charconv>
#include <limits>

namespace chinwag::http {

namespace {

using namespace Qt::StringLiterals;
using auth::OperatorSessions;
using ReportOutcome = hub::Report::Outcome;

void resolve(const ModerationAccess& access, const RoutedRequest& routed,
             const OperatorSessions::Session& session, AnswerOnce answer) {
    BodyFields fields(routed.request, {"outcome", "note"});
    const auto outcome = fields.text("outcome", maxNoteBytes, true);
    hub::Resolution resolution;
    resolution.note = fields.text("note", maxNoteBytes);
    resolution.by = session.operatorName;
    resolution.outcome = outcome == "acted" ? ReportOutcome::Acted : ReportOutcome::Dismissed;
    if (outcome != "acted" && outcome != "dismissed")
        fields.complain("'outcome' must be dismissed or acted");
    if (fields.fault())
        return answer.give(*fields.fault());
    const auto* const end = routed.rest.data() + routed.rest.size();
    const auto [stop, error] = std::from_chars(routed.rest.data(), end, resolution.number);
    constexpr const char* missing = "there is no report of that number";
    if (error != std::errc() || stop != end ||
        resolution.number > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()))
        return answer.give(protocol::problem(404, missing, problem_type::noSuchEntry));
    auto shared = share(std::move(answer));
    access.desk.resolve(
        resolution,
        answering<hub::StoreNothing>(
            shared, missing, [shared, outcome, number = resolution.number](const hub::StoreNothing&) {
                shared->give(jsonAnswer({{u"number"_s, jsonNumber(number)},
                                         {u"state"_s, u"resolved"_s},
                                         {u"outcome"_s, QString::fromStdString(outcome)}}));
            }));
}

} // namespace

void addReportResolutionRoute(RouteTable& routes, const OperatorGuard& guard,
                              const ModerationAccess& access) {
    routes.postBetween(
        "/admin/api/reports/", "number", "/resolve",
        guard.guarded(auth::Permission::Moderate,
                      [access](const RoutedRequest& routed, const auto& session, AnswerOnce answer) {
                          resolve(access, routed, session, std::move(answer));
                      }));
}

} // namespace chinwag::http
