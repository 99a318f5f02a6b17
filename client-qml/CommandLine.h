// What the program is asked to do when it is started.
#pragma once

#include <QString>
#include <QStringList>

namespace chinwag {

struct CommandLine {
    enum class Action { Run, Show, Fail };

    Action action = Action::Run;
    QString message; ///< for Show and Fail: what to print
    QString address;
    QString nick;
    QString room;
    bool demo = false;
};

/// `arguments` begin with the program's name.
CommandLine parseCommandLine(const QStringList& arguments);

} // namespace chinwag
