#include "api/ProblemText.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace chinwag::admin {

namespace {

constexpr QLatin1String prefix("urn:chinwag:problem:");

struct Entry {
    QLatin1String name;
    const char* text;
};

constexpr std::array<Entry, 19> entries{{
    {QLatin1String("login-wrong"), QT_TRANSLATE_NOOP("ProblemText", "The name or the password is wrong.")},
    {QLatin1String("code-needed"),
     QT_TRANSLATE_NOOP("ProblemText", "This operator has a second factor: write its code, too.")},
    {QLatin1String("code-wrong"),
     QT_TRANSLATE_NOOP("ProblemText",
                       "The code is wrong, or it has been used. The authenticator shows the next one.")},
    {QLatin1String("too-many-attempts"),
     QT_TRANSLATE_NOOP("ProblemText", "There were too many attempts to log in.")},
    {QLatin1String("login-busy"),
     QT_TRANSLATE_NOOP("ProblemText", "Too many are logging in at this moment.")},
    {QLatin1String("operators-unreadable"),
     QT_TRANSLATE_NOOP("ProblemText", "The server cannot read who its operators are. Its log says why.")},
    {QLatin1String("not-logged-in"),
     QT_TRANSLATE_NOOP("ProblemText", "The session has ended. Log in again.")},
    {QLatin1String("not-permitted"), QT_TRANSLATE_NOOP("ProblemText", "Your role does not allow that.")},
    {QLatin1String("connection-gone"),
     QT_TRANSLATE_NOOP("ProblemText", "There is no such connection any more.")},
    {QLatin1String("message-gone"),
     QT_TRANSLATE_NOOP("ProblemText",
                       "There is no such message in this room any more. It may have been redacted.")},
    {QLatin1String("session-gone"), QT_TRANSLATE_NOOP("ProblemText", "There is no such session any more.")},
    {QLatin1String("no-such-room"),
     QT_TRANSLATE_NOOP("ProblemText", "There is no room of that name. One is called as in chat:lobby.")},
    {QLatin1String("no-such-entry"), QT_TRANSLATE_NOOP("ProblemText", "There is no such entry any more.")},
    {QLatin1String("done-before"), QT_TRANSLATE_NOOP("ProblemText", "Somebody has done that already.")},
    {QLatin1String("nothing-kept"),
     QT_TRANSLATE_NOOP("ProblemText", "This server keeps nothing of what is said.")},
    {QLatin1String("store-unavailable"),
     QT_TRANSLATE_NOOP("ProblemText",
                       "The server's store cannot do that now, and nothing has changed. Try again.")},
    {QLatin1String("store-failed"),
     QT_TRANSLATE_NOOP("ProblemText", "The server's store failed. The server's log says why.")},
    {QLatin1String("starting"), QT_TRANSLATE_NOOP("ProblemText", "The server is starting.")},
    {QLatin1String("stopping"), QT_TRANSLATE_NOOP("ProblemText", "The server is stopping.")},
}};

} // namespace

QString textOfProblem(const QString& type) {
    if (!type.startsWith(prefix))
        return {};
    const QStringView name = QStringView(type).mid(prefix.size());
    const auto* const found = std::find_if(entries.begin(), entries.end(),
                                           [name](const Entry& entry) { return entry.name == name; });
    return found == entries.end() ? QString() : QCoreApplication::translate("ProblemText", found->text);
}

} // namespace chinwag::admin
